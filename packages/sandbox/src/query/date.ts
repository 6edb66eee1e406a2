const pattern =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** Milliseconds of a date as DHIS2 reads it (year, month, day or date and time); undefined for another text. */
export function parseDate(text: string): number | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00", fraction = "", zone] =
    match;
  const millis = fraction.slice(0, 3).padEnd(3, "0");
  const offset = zone === undefined || zone === "Z" ? "Z" : zone.replace(/^(...)(\d\d)$/, "$1:$2");
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millis}${offset}`);
  return Number.isNaN(time) ? undefined : time;
}

/** Date and time as DHIS2 writes it: without a zone. */
export function formatDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, -1);
}

/** Date and time as the server writes them for people: `1/1/19, 12:00 AM`. */
export function shortDate(time: number): string {
  const date = new Date(time);
  const hour = date.getUTCHours();
  const year = String(date.getUTCFullYear() % 100).padStart(2, "0");
  const minute = String(date.getUTCMinutes()).padStart(2, "0");
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${year}`;
  return `${day}, ${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? "AM" : "PM"}`;
}
