/** The six fields of a cron expression, as the values that fit each. */
interface Cron {
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** Sunday is 0. */
  readonly weekdays: ReadonlySet<number>;
}

const monthNames = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const weekdayNames = "SUN MON TUE WED THU FRI SAT".split(" ");

const macros: Readonly<Record<string, string>> = {
  "@yearly": "0 0 0 1 1 *",
  "@annually": "0 0 0 1 1 *",
  "@monthly": "0 0 0 1 * *",
  "@weekly": "0 0 0 * * 0",
  "@daily": "0 0 0 * * *",
  "@midnight": "0 0 0 * * *",
  "@hourly": "0 0 * * * *",
};

/**
 * Reads an expression of six fields, from seconds to days of the week: `*`, `?`, numbers, names, ranges, steps and
 * lists. Undefined where it is none; the last day, the nearest weekday and the n-th weekday are not known.
 */
export function parseCron(expression: string): Cron | undefined {
  const name = expression.trim().toLowerCase();
  const text = Object.hasOwn(macros, name) ? (macros[name] ?? "") : expression;
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 6) return undefined;
  const [second = "", minute = "", hour = "", day = "", month = "", weekday = ""] = fields;
  const seconds = fieldValues(second, 0, 59);
  const minutes = fieldValues(minute, 0, 59);
  const hours = fieldValues(hour, 0, 23);
  const days = fieldValues(day, 1, 31);
  const months = fieldValues(named(month, monthNames, 1), 1, 12);
  const weekdays = fieldValues(named(weekday, weekdayNames, 0), 0, 7);
  if (!seconds || !minutes || !hours || !days || !months || !weekdays) return undefined;
  if (weekdays.delete(7)) weekdays.add(0);
  return { seconds, minutes, hours, days, months, weekdays };
}

const named = (field: string, names: readonly string[], first: number): string =>
  field.replaceAll(/[A-Za-z]{3}/g, (name) => {
    const at = names.indexOf(name.toUpperCase());
    return at < 0 ? name : String(at + first);
  });

function fieldValues(field: string, min: number, max: number): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of field.split(",")) {
    const match = /^(?:(\*|\?)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (match === null) return undefined;
    const [, all, from, to, step] = match;
    const start = all === undefined ? Number(from) : min;
    // A single number with a step goes on to the end.
    const end = all !== undefined || (to === undefined && step !== undefined) ? max : Number(to ?? from);
    const width = Number(step ?? 1);
    if (start < min || end > max || start > end || width < 1) return undefined;
    for (let value = start; value <= end; value += width) values.add(value);
  }
  return values;
}

const second = 1000;
const day = 24 * 60 * 60 * second;
/** Days after which no further one can fit: the 29th of February on one day of the week. */
const horizon = 366 * 40;

/** The first time after another at which an expression fits, in ms; undefined for none. */
export function nextCronTime(cron: Cron, after: number): number | undefined {
  const start = (Math.floor(after / second) + 1) * second;
  let midnight = Math.floor(start / day) * day;
  for (let count = 0; count < horizon; count++, midnight += day) {
    const date = new Date(midnight);
    if (!cron.months.has(date.getUTCMonth() + 1)) continue;
    if (!cron.days.has(date.getUTCDate()) || !cron.weekdays.has(date.getUTCDay())) continue;
    const time = timeOfDay(cron, Math.max(0, start - midnight));
    if (time !== undefined) return midnight + time;
  }
  return undefined;
}

/** The first time of a day from another on, in ms since midnight. */
function timeOfDay({ hours, minutes, seconds }: Cron, from: number): number | undefined {
  for (const hour of sorted(hours))
    for (const minute of sorted(minutes)) {
      const start = (hour * 60 + minute) * 60 * second;
      if (start + 60 * second <= from) continue;
      for (const one of sorted(seconds)) if (start + one * second >= from) return start + one * second;
    }
  return undefined;
}

const sorted = (values: ReadonlySet<number>): number[] => [...values].sort((a, b) => a - b);
