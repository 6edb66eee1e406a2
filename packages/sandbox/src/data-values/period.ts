interface Format {
  readonly pattern: RegExp;
  /** Month and day on which a period begins, by the number behind the year. */
  readonly start: (number: number) => readonly [month: number, day: number];
}

const months =
  (each: number) =>
  (number: number): readonly [number, number] => [(number - 1) * each, 1];

/** Period types whose periods begin with a month; others are not known here. */
const formats: Readonly<Record<string, Format>> = {
  Daily: {
    pattern: /^(\d{4})((?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/,
    start: (number) => [Math.floor(number / 100) - 1, number % 100],
  },
  Monthly: { pattern: /^(\d{4})(0[1-9]|1[0-2])$/, start: months(1) },
  BiMonthly: { pattern: /^(\d{4})(0[1-6])B$/, start: months(2) },
  Quarterly: { pattern: /^(\d{4})Q([1-4])$/, start: months(3) },
  SixMonthly: { pattern: /^(\d{4})S([12])$/, start: months(6) },
  Yearly: { pattern: /^(\d{4})()$/, start: () => [0, 1] },
};

/** When a period of a type begins, in milliseconds; undefined for a text or a type that is not known. */
export function periodStart(type: string, period: string): number | undefined {
  const format = Object.hasOwn(formats, type) ? formats[type] : undefined;
  const [, year, number] = format?.pattern.exec(period) ?? [];
  if (format === undefined || year === undefined) return undefined;
  return Date.UTC(Number(year), ...format.start(Number(number)));
}
