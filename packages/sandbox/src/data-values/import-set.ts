import { invalidValue } from "../attributes/value-types.ts";
import { builtIn } from "../boot/first-boot.ts";
import { type Answer, webMessage } from "../http/answer.ts";
import { notSupported } from "../http/refusal.ts";
import { hasMediaType } from "../http/request.ts";
import type { Handler } from "../http/routes.ts";
import { importContext } from "../import/context.ts";
import { parseDate } from "../query/date.ts";
import { readBody } from "../resources/body.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { idOf, isList, isObject, type Json, type JsonObject, textOf } from "../store/values.ts";
import type { DataValue } from "./data-values.ts";
import { periodStart } from "./period.ts";

const settings: ReadonlySet<string> = new Set(["dataSet", "period", "orgUnit", "dataValues"]);
const columns: ReadonlySet<string> = new Set([
  "dataElement",
  "period",
  "orgUnit",
  "categoryOptionCombo",
  "attributeOptionCombo",
  "value",
]);

/**
 * POST of data values that nothing stands against: of elements of one named data set, at its units, in its periods.
 * Everything else about data values is not supported.
 */
export const importDataValueSet: Handler = (exchange) => {
  const { request, server } = exchange;
  const unsupported = (): never => {
    throw notSupported(`${request.method} ${request.path} of anything but plain values of one data set`);
  };
  if (request.query.size > 0 || !hasMediaType(request, "application/json")) return unsupported();
  const { value: body } = readBody(exchange);
  if (!isObject(body) || Object.keys(body).some((key) => !settings.has(key))) return unsupported();
  const set = server.store.get(server.schemas.model("DataSet"), textOf(body, "dataSet") ?? "");
  const rows = body["dataValues"];
  if (set === undefined || !isList(rows) || rows.length === 0) return unsupported();
  const values = rows.map((row) => readValue(row, body, set, exchange) ?? unsupported());
  return answer(store(values, exchange), exchange);
};

interface Counts {
  imported: number;
  updated: number;
  ignored: number;
}

function store(values: readonly DataValue[], { server }: Exchange): Counts {
  const counts: Counts = { imported: 0, updated: 0, ignored: 0 };
  const countsAsUpdate = server.schemas.has("dataValuesCountAsUpdated");
  for (const value of values) {
    const before = server.dataValues.get(value)?.value;
    if (countsAsUpdate) counts.updated += 1;
    else counts[before === undefined ? "imported" : before === value.value ? "ignored" : "updated"] += 1;
    server.dataValues.put(value);
  }
  return counts;
}

/** One value with all that it is a value of; undefined where anything about it is not plain. */
function readValue(row: Json, body: JsonObject, set: Stored, exchange: Exchange): DataValue | undefined {
  const { schemas, store: objects } = exchange.server;
  if (!isObject(row) || Object.keys(row).some((key) => !columns.has(key))) return undefined;
  const named = (model: string, uid: string | undefined): Stored | undefined =>
    uid === undefined ? undefined : objects.get(schemas.model(model), uid);
  const element = named("DataElement", textOf(row, "dataElement"));
  const unit = named("OrganisationUnit", textOf(row, "orgUnit") ?? textOf(body, "orgUnit"));
  const combination = named(
    "CategoryOptionCombo",
    textOf(row, "categoryOptionCombo") ?? builtIn.defaultCategoryOptionCombo,
  );
  const attribution = named(
    "CategoryOptionCombo",
    textOf(row, "attributeOptionCombo") ?? builtIn.defaultCategoryOptionCombo,
  );
  const period = textOf(row, "period") ?? textOf(body, "period") ?? "";
  const value = textOf(row, "value");
  if (element === undefined || unit === undefined || combination === undefined || attribution === undefined)
    return undefined;
  const isPlain =
    value !== undefined &&
    value !== "" &&
    invalidValue(textOf(element.values, "valueType") ?? "TEXT", value, importContext(exchange)) ===
      undefined &&
    holds(set.values["organisationUnits"], unit.uid) &&
    comboOf(element, set) === idOf(combination.values["categoryCombo"]) &&
    idOf(set.values["categoryCombo"]) === idOf(attribution.values["categoryCombo"]) &&
    isOpen(period, set, unit, exchange);
  if (!isPlain) return undefined;
  return {
    dataElement: element.uid,
    period,
    organisationUnit: unit.uid,
    categoryOptionCombo: combination.uid,
    attributeOptionCombo: attribution.uid,
    value,
  };
}

const holds = (collection: Json | undefined, uid: string): boolean =>
  isList(collection) && collection.some((item) => idOf(item) === uid);

/** The combo of an element in a set: the set may have another one for it; undefined where it is not in the set. */
function comboOf(element: Stored, set: Stored): string | undefined {
  const entries = set.values["dataSetElements"];
  if (!isList(entries)) return undefined;
  const entry = entries.find((one) => isObject(one) && idOf(one["dataElement"]) === element.uid);
  if (!isObject(entry)) return undefined;
  return idOf(entry["categoryCombo"]) ?? idOf(element.values["categoryCombo"]);
}

/** Whether a set takes values for a period at a unit: the unit is open, and the period has begun. */
function isOpen(period: string, set: Stored, unit: Stored, { server }: Exchange): boolean {
  const start = periodStart(textOf(set.values, "periodType") ?? "", period);
  const opened = parseDate(textOf(unit.values, "openingDate") ?? "") ?? 0;
  return (
    start !== undefined &&
    start >= opened &&
    start < server.clock() &&
    unit.values["closedDate"] === undefined &&
    set.values["dataInputPeriods"] === undefined
  );
}

function answer(counts: Counts, { server }: Exchange): Answer {
  const describes = !server.schemas.has("dataValuesCountAsUpdated");
  return webMessage(200, "OK", {
    message: "Import was successful.",
    response: {
      status: "SUCCESS",
      importOptions: importOptions(!describes),
      ...(describes ? { description: "Import process completed successfully" } : {}),
      importCount: { ...counts, deleted: 0 },
      conflicts: [],
      rejectedIndexes: [],
      dataSetComplete: "false",
      responseType: "ImportSummary",
    },
  });
}

const switches = [
  "dryRun",
  "async",
  "skipExistingCheck",
  "sharing",
  "skipNotifications",
  "skipAudit",
  "datasetAllowsPeriods",
  "strictPeriods",
  "strictDataElements",
  "strictCategoryOptionCombos",
  "strictAttributeOptionCombos",
  "strictOrganisationUnits",
  "strictDataSetApproval",
  "strictDataSetLocking",
  "strictDataSetInputPeriods",
  "requireCategoryOptionCombo",
  "requireAttributeOptionCombo",
  "skipPatternValidation",
  "ignoreEmptyCollection",
  "force",
  "skipLastUpdated",
  "mergeDataValues",
  "skipCache",
];

/** What an import goes by that nobody gave any option. */
function importOptions(isAtomicKnown: boolean): JsonObject {
  return {
    idSchemes: {},
    ...Object.fromEntries(switches.map((name) => [name, false])),
    ...(isAtomicKnown ? { atomic: false } : {}),
    importStrategy: "CREATE_AND_UPDATE",
    mergeMode: "REPLACE",
    reportMode: "FULL",
    firstRowIsHeader: true,
  };
}
