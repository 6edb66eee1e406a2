import { json } from "../http/answer.ts";
import { ContainerRefusal } from "../http/container.ts";
import { notSupported, Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { parseDate } from "../query/date.ts";
import { relativePeriods } from "./periods.ts";

const day = 24 * 60 * 60 * 1000;

/** A kind of periods, numbered one after the other. */
interface Unit {
  readonly numberOf: (time: number) => number;
  readonly nameOf: (number: number) => string;
  /** Numbers of the first and the last one of a year. */
  readonly ofYear?: (year: number) => readonly [first: number, last: number];
}

const padded = (number: number): string => String(number).padStart(2, "0");

const days: Unit = {
  numberOf: (time) => Math.floor(time / day),
  nameOf: (number) => new Date(number * day).toISOString().slice(0, 10).replaceAll("-", ""),
};

/** Weeks are numbered by their Mondays; a week belongs to the year of its Thursday. */
const thursday = (week: number): Date => new Date((week * 7 + 7) * day);
const weekOf = (time: number): number => Math.floor((Math.floor(time / day) - 4) / 7);
const firstWeekOf = (year: number): number => weekOf(Date.UTC(year, 0, 4));

const weeks: Unit = {
  numberOf: weekOf,
  nameOf: (week) => {
    const year = thursday(week).getUTCFullYear();
    return `${year}W${week - firstWeekOf(year) + 1}`;
  },
  ofYear: (year) => [firstWeekOf(year), firstWeekOf(year + 1) - 1],
};

/** Periods of some months, of which a year has a whole number. */
function monthsOf(length: number, nameOf: (year: number, place: number) => string): Unit {
  const perYear = 12 / length;
  return {
    numberOf: (time) => {
      const date = new Date(time);
      return date.getUTCFullYear() * perYear + Math.floor(date.getUTCMonth() / length);
    },
    nameOf: (number) => nameOf(Math.floor(number / perYear), (number % perYear) + 1),
    ofYear: (year) => [year * perYear, year * perYear + perYear - 1],
  };
}

/** With which month a financial year begins, and how its name says so: `2026Oct`, `2025April`. */
const financialStarts: Readonly<Record<string, readonly [month: number, suffix: string]>> = {
  FEBRUARY: [1, "Feb"],
  APRIL: [3, "April"],
  JULY: [6, "July"],
  AUGUST: [7, "Aug"],
  SEPTEMBER: [8, "Sep"],
  OCTOBER: [9, "Oct"],
};

function financialYears(name: string): Unit {
  const [start, suffix] = financialStarts[name] ?? [9, "Oct"];
  return {
    numberOf: (time) => {
      const date = new Date(time);
      return date.getUTCFullYear() - (date.getUTCMonth() < start ? 1 : 0);
    },
    nameOf: (year) => `${year}${suffix}`,
  };
}

const units: Readonly<Record<string, Unit>> = {
  DAY: days,
  WEEK: weeks,
  MONTH: monthsOf(1, (year, month) => `${year}${padded(month)}`),
  BIMONTH: monthsOf(2, (year, place) => `${year}${padded(place)}B`),
  QUARTER: monthsOf(3, (year, place) => `${year}Q${place}`),
  SIX_MONTH: monthsOf(6, (year, place) => `${year}S${place}`),
  SIXMONTH: monthsOf(6, (year, place) => `${year}S${place}`),
  YEAR: monthsOf(12, (year) => String(year)),
};

/** The periods that a name means on a day; undefined where the sandbox does not know them. */
export function periodsMeant(name: string, time: number, financialStart = "OCTOBER"): string[] | undefined {
  if (name === "TODAY" || name === "YESTERDAY") return rolling(days, time, name === "TODAY" ? 0 : -1, 1);
  const ofYear = /^(\w+?)S_(THIS|LAST)_YEAR$/.exec(name);
  if (ofYear !== null) {
    const range = units[ofYear[1] ?? ""]?.ofYear;
    const year = new Date(time).getUTCFullYear() - (ofYear[2] === "LAST" ? 1 : 0);
    const unit = units[ofYear[1] ?? ""];
    if (range === undefined || unit === undefined) return undefined;
    const [first, last] = range(year);
    return named(unit, first, last);
  }
  const [, which, count, kind = ""] = /^(THIS|LAST)_(?:(\d+)_)?(\w+?)$/.exec(name) ?? [];
  const single = count === undefined ? kind : kind.replace(/S$/, "");
  const unit = single === "FINANCIAL_YEAR" ? financialYears(financialStart) : units[single];
  if (unit === undefined || which === undefined) return undefined;
  return rolling(unit, time, which === "THIS" ? 0 : -1, Number(count ?? 1));
}

/** So many periods up to one that lies so far from the present one. */
function rolling(unit: Unit, time: number, offset: number, count: number): string[] {
  const last = unit.numberOf(time) + offset;
  return named(unit, last - count + 1, last);
}

const named = ({ nameOf }: Unit, first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => nameOf(first + index));

/** `GET /api/relativePeriods/{name}`, which only the newest release has. */
const read: Handler = ({ request, server, parameters }) => {
  if (!server.schemas.has("relativePeriodsNamed")) throw new ContainerRefusal(404, request, server.schemas);
  const { name = "" } = parameters;
  if (!relativePeriods.includes(name))
    throw new Refusal(
      400,
      `Value '${name}' is not valid for path parameter relativePeriod. Valid values are: [${relativePeriods.join(", ")}]`,
    );
  const { query } = request;
  const start = query.get("startDate");
  const time = start === null ? server.clock() : parseDate(start);
  const financial = query.get("financialYearStart") ?? "FINANCIAL_YEAR_OCTOBER";
  const month = financial.replace("FINANCIAL_YEAR_", "");
  const isPlain =
    (query.get("weeklyStart") ?? "WEEKLY") === "WEEKLY" && Object.hasOwn(financialStarts, month);
  const found = time === undefined || !isPlain ? undefined : periodsMeant(name, time, month);
  if (found === undefined) throw notSupported(`${request.method} ${request.path} as it is asked for`);
  return json(found);
};

/** `/api/relativePeriods`. */
export const relativePeriodRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "relativePeriods/:name",
    handler: read,
    parameters: ["startDate", "financialYearStart", "weeklyStart"],
  },
];
