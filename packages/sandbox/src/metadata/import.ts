import { builtIn } from "../boot/first-boot.ts";
import { categoryHooks } from "../category-model/hooks.ts";
import { type Answer, webMessage } from "../http/answer.ts";
import { conflict, Refusal } from "../http/refusal.ts";
import { hasMediaType } from "../http/request.ts";
import type { Handler } from "../http/routes.ts";
import type { Bundle, BundleEntry, EntryAction, ImportContext } from "../import/bundle.ts";
import { bundleOf } from "../import/bundle.ts";
import { resolveReference } from "../import/check-references.ts";
import { importContext } from "../import/context.ts";
import { deserialise } from "../import/deserialise.ts";
import { store, validateInSteps } from "../import/importer.ts";
import { errorReport } from "../import/reports.ts";
import { unlocated } from "../json/located-json.ts";
import { readBody } from "../resources/body.ts";
import { deletionConflict, removeObjects } from "../resources/deletion.ts";
import { checkStrictly } from "../resources/strict.ts";
import { requireJson } from "../resources/write.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import { isList, isObject, type Json, type JsonObject, textOf } from "../store/values.ts";
import { importCsv } from "./csv.ts";
import { type ImportOptions, readImportOptions } from "./options.ts";
import { ImportReport } from "./report.ts";

const defaultUids = new Set<string>([
  builtIn.defaultCategory,
  builtIn.defaultCategoryCombo,
  builtIn.defaultCategoryOption,
  builtIn.defaultCategoryOptionCombo,
]);

/** POST of a bundle of objects of any types. */
export const importBundle: Handler = (exchange) => {
  if (hasMediaType(exchange.request, "application/csv")) return importCsv(exchange);
  requireJson(exchange);
  return answer(importBody(exchange));
};

/** Names of the objects of one type that an import made, changed and deleted. */
export interface ImportedType {
  readonly simpleName: string;
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly deleted: readonly string[];
}

/** What came of an import. */
export interface Imported {
  readonly status: "OK" | "WARNING" | "ERROR";
  readonly report: JsonObject;
  /** What was stored, by type in the order of the import. */
  readonly types: readonly ImportedType[];
}

/** Imports the body of a request, as its parameters have it. */
export function importBody(exchange: Exchange): Imported {
  const options = readImportOptions(exchange);
  const { text } = exchange.request;
  const body: Json = text.trim() === "" ? {} : readBody(exchange).value;
  return importObjects(isObject(body) ? body : {}, options, exchange);
}

/** Checks a bundle, stores what may be stored, and answers with the report. */
export const runImport = (
  body: { readonly [key: string]: Json },
  options: ImportOptions,
  exchange: Exchange,
): Answer => answer(importObjects(body, options, exchange));

function importObjects(
  body: { readonly [key: string]: Json },
  options: ImportOptions,
  exchange: Exchange,
): Imported {
  const context = importContext(exchange, {
    single: false,
    skipsSharing: options.skipsSharing,
    keepsSharing: false,
    identifier: options.identifier,
  });
  const entries = readEntries(body, options, exchange, context);
  const bundle = bundleOf(entries);
  const report = new ImportReport(entries, options);
  if (!options.skipsValidation) check(bundle, report, options, context, exchange);
  const commits = options.commits && (!report.hasErrors() || !options.atomic);
  const accepted = commits ? bundle.entries.filter((entry) => !report.isRemoved(entry)) : [];
  const types = typesOf(accepted);
  if (commits) commit(accepted, bundle, options, context, exchange);
  const status = report.hasErrors() ? (options.atomic ? "ERROR" : "WARNING") : "OK";
  if (report.hasErrors() && options.atomic) report.ignoreAll();
  return { status, report: report.json(status), types };
}

function answer({ status, report }: Imported): Answer {
  if (status === "OK") return webMessage(200, "OK", { response: report });
  return webMessage(409, "WARNING", {
    message: "One or more errors occurred, please see full details in import report.",
    response: report,
  });
}

function typesOf(entries: readonly BundleEntry[]): ImportedType[] {
  return [...new Set(entries.map(({ model }) => model))].map((model) => {
    const names = (action: EntryAction): string[] =>
      entries
        .filter((entry) => entry.model === model && entry.action === action)
        .map(({ values, existing, uid }) =>
          action === "delete"
            ? (textOf(existing?.values ?? {}, "name") ?? uid)
            : (textOf(values, "name") ?? uid),
        );
    return {
      simpleName: model.simpleName,
      created: names("create"),
      updated: names("update"),
      deleted: names("delete"),
    };
  });
}

function check(
  bundle: Bundle,
  report: ImportReport,
  options: ImportOptions,
  context: ImportContext,
  exchange: Exchange,
): void {
  for (const entry of bundle.entries) {
    for (const { reports, removes } of validateInSteps(entry, bundle, context)) {
      report.add(entry, reports, removes, options.atomic);
    }
    if (entry.action !== "delete" || entry.existing === undefined) continue;
    const blocked = deletionConflict(entry.existing, exchange.server);
    if (blocked === undefined) continue;
    const message = `Object could not be deleted because it is associated with another object: ${blocked}`;
    report.add(entry, [errorReport("E4030", entry.model.klass, message, [])], true, options.atomic);
  }
  for (const { entry, reports } of categoryHooks.validateBundle(bundle, context))
    report.add(entry, reports, true, options.atomic);
}

function commit(
  accepted: readonly BundleEntry[],
  bundle: Bundle,
  options: ImportOptions,
  context: ImportContext,
  exchange: Exchange,
): void {
  if (!options.atomic) refuseLostRequired(accepted, bundle, context);
  for (const entry of accepted) if (entry.action !== "delete") store(entry, bundle, context);
  for (const model of new Set(accepted.map((entry) => entry.model))) {
    const rows = accepted.filter((entry) => entry.model === model && entry.action === "delete");
    removeObjects(
      rows.flatMap(({ existing }) => (existing === undefined ? [] : [existing])),
      exchange.server,
    );
  }
}

/** An unknown reference is left out of an object, unless the column must not be null: then nothing is stored. */
function refuseLostRequired(entries: readonly BundleEntry[], bundle: Bundle, context: ImportContext): void {
  for (const { model, values, action } of entries) {
    if (action === "delete") continue;
    for (const property of model.properties) {
      const value = values[property.name];
      const target = context.schemas.targetOf(property);
      if (property.kind !== "reference" || property.shape !== "single" || !property.required) continue;
      if (target === undefined || value === undefined || value === null) continue;
      if (resolveReference(value, target, bundle, context) !== undefined) continue;
      throw conflict(
        `org.hibernate.PropertyValueException: not-null property references a null or transient value : ${model.klass}.${property.name}`,
      );
    }
  }
}

function readEntries(
  body: { readonly [key: string]: Json },
  options: ImportOptions,
  exchange: Exchange,
  context: ImportContext,
): BundleEntry[] {
  const { schemas } = exchange.server;
  const entries: BundleEntry[] = [];
  for (const [key, value] of Object.entries(body)) {
    const model = schemas.byPlural(key);
    if (model === undefined) {
      if (exchange.server.strict && key !== "system")
        throw new Refusal(400, `'${key}' is no type of objects`);
      continue;
    }
    const items = isList(value) ? value : isObject(value) ? Object.values(value) : [];
    if (exchange.server.strict) for (const item of items) checkStrictly(schemas, model, item);
    const read = items.map((item, index) => readEntry(item, index, model, options, context));
    entries.push(...read.filter(isOwn).map((entry) => reindexed(entry, read, options)));
  }
  return entries.sort((a, b) => a.model.order - b.model.order);
}

/** Default objects come with exports; an import leaves them as they are and does not count them. */
function isOwn({ uid, existing }: BundleEntry): boolean {
  return existing === undefined || !defaultUids.has(uid);
}

/** Objects that exist although they are to be made are numbered by how many there are. */
function reindexed(entry: BundleEntry, all: readonly BundleEntry[], options: ImportOptions): BundleEntry {
  return options.strategy === "CREATE" && entry.existing !== undefined
    ? { ...entry, index: all.length }
    : entry;
}

function readEntry(
  item: Json,
  index: number,
  model: Model,
  options: ImportOptions,
  context: ImportContext,
): BundleEntry {
  const { schemas, store: stored } = context;
  const values = deserialise(schemas, model, unlocated(item));
  const givenUid = textOf(values, "id");
  const code = textOf(values, "code");
  const byCode =
    options.identifier === "CODE" && code !== undefined ? stored.withUnique(model, "code", code) : undefined;
  const uid = byCode?.uid ?? givenUid ?? context.makeUid();
  const existing = byCode ?? stored.get(model, uid);
  return { model, uid, values, existing, action: actionOf(options, existing !== undefined), index, givenUid };
}

function actionOf({ strategy }: ImportOptions, exists: boolean): EntryAction {
  switch (strategy) {
    case "CREATE":
      return "create";
    case "UPDATE":
      return "update";
    case "DELETE":
      return "delete";
    case "CREATE_AND_UPDATE":
      return exists ? "update" : "create";
  }
}
