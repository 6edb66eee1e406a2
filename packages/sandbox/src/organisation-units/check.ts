import { Refusal } from "../http/refusal.ts";
import type { BundleEntry, ImportContext } from "../import/bundle.ts";
import { type ErrorReport, errorReport } from "../import/reports.ts";
import { formatDate, parseDate, shortDate } from "../query/date.ts";
import type { Store, Stored } from "../store/store.ts";
import { idOf, isList, isObject, type Json, textOf } from "../store/values.ts";
import { ancestorsOf } from "../wire/hierarchy.ts";

/** A unit closes after it opens (E4013), on some releases it never stands below itself (BUG-119), and its point has two numbers, or the server fails. */
export function checkUnit(
  { model, uid, values }: BundleEntry,
  { schemas, store }: ImportContext,
): ErrorReport[] {
  if (model.name !== "OrganisationUnit") return [];
  const circleStatus = Number(schemas.quirk("organisationUnitCircleStatus"));
  if (circleStatus !== 200 && isBelow(store.get(model, idOf(values["parent"]) ?? ""), uid, store))
    throw new Refusal(circleStatus, "");
  if (isBrokenPoint(values["geometry"])) {
    const status = Number(schemas.quirk("malformedBodyStatus"));
    const chain = ` (through reference chain: ${model.klass}["geometry"])`;
    throw new Refusal(status, `${brokenPoint}${status === 500 ? "" : chain}`);
  }
  const opened = parseDate(textOf(values, "openingDate") ?? "");
  const closed = parseDate(textOf(values, "closedDate") ?? "");
  if (opened === undefined || closed === undefined || closed >= opened) return [];
  const message = `Invalid closing date \`${shortDate(closed)}\`, must be after opening date \`${shortDate(opened)}\``;
  const report = errorReport("E4013", model.klass, message, [formatDate(closed), formatDate(opened)]);
  return [{ ...report, args: [javaDate(closed), javaDate(opened)] }];
}

/** Whether a unit is another one, or stands below it. */
function isBelow(unit: Stored | undefined, uid: string, store: Store): boolean {
  return unit !== undefined && [unit, ...ancestorsOf(store, unit)].some((one) => one.uid === uid);
}

const brokenPoint =
  'Cannot invoke "com.fasterxml.jackson.databind.JsonNode.asDouble()" because the return value of "com.fasterxml.jackson.databind.JsonNode.get(int)" is null';

function isBrokenPoint(geometry: Json | undefined): boolean {
  if (!isObject(geometry) || geometry["type"] !== "Point") return false;
  const coordinates = geometry["coordinates"];
  return isList(coordinates) && coordinates.length < 2;
}

/** `Tue Jan 01 00:00:00 UTC 2019` */
function javaDate(time: number): string {
  const [weekday = "", day = "", month = "", year = "", clock = ""] = new Date(time).toUTCString().split(" ");
  return `${weekday.replace(",", "")} ${month} ${day} ${clock} UTC ${year}`;
}
