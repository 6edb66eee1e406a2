import { json } from "../http/answer.ts";
import type { Route } from "../http/routes.ts";
import type { Schemas } from "../schema/schema.ts";
import type { JsonObject } from "../store/values.ts";

/** How often a family of period types comes. */
interface Frequency {
  readonly isoDuration: string;
  readonly frequencyOrder: number;
}

const daily: Frequency = { isoDuration: "P1D", frequencyOrder: 1 };
const weekly: Frequency = { isoDuration: "P7D", frequencyOrder: 7 };
const biWeekly: Frequency = { isoDuration: "P14D", frequencyOrder: 14 };
const monthly: Frequency = { isoDuration: "P1M", frequencyOrder: 30 };
const biMonthly: Frequency = { isoDuration: "P2M", frequencyOrder: 61 };
const quarterly: Frequency = { isoDuration: "P3M", frequencyOrder: 91 };
const sixMonthly: Frequency = { isoDuration: "P6M", frequencyOrder: 182 };
const yearly: Frequency = { isoDuration: "P1Y", frequencyOrder: 365 };

interface PeriodType {
  readonly name: string;
  readonly isoFormat: string;
  readonly frequency: Frequency;
  /** Label where it is not the name cut into words. */
  readonly label?: string;
}

/** Every period type, by frequency, whichever release has it. */
const periodTypes: readonly PeriodType[] = [
  { name: "Daily", isoFormat: "yyyyMMdd", frequency: daily },
  { name: "Weekly", isoFormat: "yyyyWn", frequency: weekly },
  { name: "WeeklyWednesday", isoFormat: "yyyyWedWn", frequency: weekly },
  { name: "WeeklyThursday", isoFormat: "yyyyThuWn", frequency: weekly },
  { name: "WeeklyFriday", isoFormat: "yyyyFriWn", frequency: weekly, label: "WeeklyFriday" },
  { name: "WeeklySaturday", isoFormat: "yyyySatWn", frequency: weekly },
  { name: "WeeklySunday", isoFormat: "yyyySunWn", frequency: weekly },
  { name: "BiWeekly", isoFormat: "yyyyBiWn", frequency: biWeekly, label: "Bi-weekly" },
  { name: "Monthly", isoFormat: "yyyyMM", frequency: monthly },
  { name: "BiMonthly", isoFormat: "yyyyMMB", frequency: biMonthly, label: "Bi-monthly" },
  { name: "Quarterly", isoFormat: "yyyyQn", frequency: quarterly },
  { name: "QuarterlyNov", isoFormat: "yyyyNovQn", frequency: quarterly, label: "Quarterly November" },
  { name: "SixMonthly", isoFormat: "yyyySn", frequency: sixMonthly, label: "Six-monthly" },
  { name: "SixMonthlyApril", isoFormat: "yyyyAprilSn", frequency: sixMonthly, label: "Six-monthly April" },
  { name: "SixMonthlyNov", isoFormat: "yyyyNovSn", frequency: sixMonthly, label: "Six-monthly November" },
  { name: "Yearly", isoFormat: "yyyy", frequency: yearly },
  { name: "FinancialFeb", isoFormat: "yyyyFeb", frequency: yearly, label: "Financial February" },
  { name: "FinancialApril", isoFormat: "yyyyApril", frequency: yearly },
  { name: "FinancialJuly", isoFormat: "yyyyJuly", frequency: yearly },
  { name: "FinancialAug", isoFormat: "yyyyAug", frequency: yearly, label: "Financial August" },
  { name: "FinancialSep", isoFormat: "yyyySep", frequency: yearly, label: "FinancialSep" },
  { name: "FinancialOct", isoFormat: "yyyyOct", frequency: yearly, label: "Financial October" },
  { name: "FinancialNov", isoFormat: "yyyyNov", frequency: yearly, label: "Financial November" },
];

/** Names of the periods that are told by their distance from today. */
export const relativePeriods: readonly string[] = [
  ..."TODAY YESTERDAY LAST_3_DAYS LAST_7_DAYS LAST_14_DAYS LAST_30_DAYS LAST_60_DAYS LAST_90_DAYS".split(" "),
  ..."LAST_180_DAYS THIS_MONTH LAST_MONTH THIS_BIMONTH LAST_BIMONTH THIS_QUARTER LAST_QUARTER".split(" "),
  ..."THIS_SIX_MONTH LAST_SIX_MONTH WEEKS_THIS_YEAR MONTHS_THIS_YEAR BIMONTHS_THIS_YEAR".split(" "),
  ..."QUARTERS_THIS_YEAR THIS_YEAR MONTHS_LAST_YEAR QUARTERS_LAST_YEAR LAST_YEAR LAST_5_YEARS".split(" "),
  ..."LAST_10_YEARS LAST_12_MONTHS LAST_6_MONTHS LAST_3_MONTHS LAST_6_BIMONTHS LAST_4_QUARTERS".split(" "),
  ..."LAST_2_SIXMONTHS THIS_FINANCIAL_YEAR LAST_FINANCIAL_YEAR LAST_5_FINANCIAL_YEARS".split(" "),
  ..."LAST_10_FINANCIAL_YEARS THIS_WEEK LAST_WEEK THIS_BIWEEK LAST_BIWEEK LAST_4_WEEKS".split(" "),
  ..."LAST_4_BIWEEKS LAST_12_WEEKS LAST_52_WEEKS".split(" "),
];

/** `/api/periodTypes` and the relative ones. */
export const periodRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "periodTypes",
    handler: ({ server }) => {
      const known = typesOf(server.schemas);
      const labelled = server.schemas.has("periodTypeLabels");
      return json({ periodTypes: labelled ? known.map(withLabel).sort(byName) : known.map(plain) });
    },
  },
  { method: "GET", path: "periodTypes/relativePeriodTypes", handler: () => json(relativePeriods) },
];

/** The period types of a release: its OpenAPI document has them as an enum, 2.41 only where a body lists some. */
function typesOf({ data: { enums } }: Schemas): PeriodType[] {
  const members = (enums["PeriodTypeEnum"] ?? enums["SourceParamsPeriodTypes"])?.members ?? [];
  return periodTypes.filter(({ name }) => members.includes(inCapitals(name)));
}

/** `SixMonthlyNov` as enums write it: `SIX_MONTHLY_NOV`. */
const inCapitals = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();

/** Whether a release has a period type of a name. */
export const isPeriodType = (name: string, schemas: Schemas): boolean =>
  typesOf(schemas).some((type) => type.name === name);

/** A period type as the release shows it. */
export function periodTypeView(name: string, schemas: Schemas): JsonObject {
  const type = typesOf(schemas).find((one) => one.name === name);
  if (type === undefined) throw new RangeError(`There is no period type '${name}'`);
  return schemas.has("periodTypeLabels") ? withLabel(type) : plain(type);
}

function plain({ name, isoFormat, frequency }: PeriodType): JsonObject {
  return { name, isoDuration: frequency.isoDuration, isoFormat, frequencyOrder: frequency.frequencyOrder };
}

function withLabel(type: PeriodType): JsonObject & { readonly name: string } {
  const { label = type.name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ") } = type;
  return { ...plain(type), name: type.name, displayName: label };
}

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : 1;
