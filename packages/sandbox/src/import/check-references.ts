import type { Model, Property } from "../schema/model.ts";
import { describe } from "../store/store.ts";
import { isList, isObject, type Json, textOf } from "../store/values.ts";
import type { Bundle, BundleEntry, ImportContext } from "./bundle.ts";
import { type ErrorReport, errorReport } from "./reports.ts";

/** The UID of what a reference names, stored or in the bundle; undefined where there is no such object. */
export function resolveReference(
  reference: Json,
  target: Model,
  bundle: Bundle,
  context: ImportContext,
): string | undefined {
  if (!isObject(reference)) return undefined;
  if (context.identifier !== "CODE") {
    const id = textOf(reference, "id");
    if (id !== undefined && (bundle.find(target, id) ?? context.store.get(target, id)) !== undefined)
      return id;
  }
  if (context.identifier === "UID") return undefined;
  const code = textOf(reference, "code");
  if (code === undefined) return undefined;
  const [inBundle] = bundle.withText(target, "code", code);
  return inBundle?.uid ?? context.store.withUnique(target, "code", code)?.uid;
}

/** References to what does not exist (E5002) or that stand twice in one collection (E5007). */
export function checkReferences(entry: BundleEntry, bundle: Bundle, context: ImportContext): ErrorReport[] {
  const { model, values } = entry;
  const reports: ErrorReport[] = [];
  for (const property of model.properties) {
    const target = referenceTarget(property, context);
    const value = values[property.name];
    if (target === undefined || value === undefined || value === null) continue;
    for (const reference of isList(value) ? value : [value]) {
      if (resolveReference(reference, target, bundle, context) !== undefined) continue;
      reports.push(referenceReport("E5002", "Invalid", reference, target, property, entry, context));
    }
    if (isList(value)) reports.push(...duplicates(value, target, property, entry, bundle, context));
  }
  return reports;
}

/** The model that a stored reference is checked against; who made or changed an object is not checked. */
export function referenceTarget(property: Property, { schemas }: ImportContext): Model | undefined {
  if (!property.owner || !property.persisted) return undefined;
  if (property.kind !== "reference" && property.kind !== "user") return undefined;
  if (property.name === "createdBy" || property.name === "lastUpdatedBy") return undefined;
  const target = schemas.targetOf(property);
  return target?.path === undefined || !target.metadata ? undefined : target;
}

function duplicates(
  value: readonly Json[],
  target: Model,
  property: Property,
  entry: BundleEntry,
  bundle: Bundle,
  context: ImportContext,
): ErrorReport[] {
  if (!property.ordered) return [];
  const seen = new Set<string>();
  const reports: ErrorReport[] = [];
  for (const reference of value) {
    const uid = resolveReference(reference, target, bundle, context);
    if (uid === undefined) continue;
    if (seen.has(uid))
      reports.push(referenceReport("E5007", "Duplicate", reference, target, property, entry, context));
    seen.add(uid);
  }
  return reports;
}

function referenceReport(
  code: "E5002" | "E5007",
  word: "Invalid" | "Duplicate",
  reference: Json,
  target: Model,
  property: Property,
  entry: BundleEntry,
  { identifier }: ImportContext,
): ErrorReport {
  const key = identifier === "CODE" ? "code" : "id";
  const id = isObject(reference) ? textOf(reference, key) : undefined;
  const name = isObject(reference) ? textOf(reference, "name") : undefined;
  const referred = `${name === undefined ? "" : `${name} `}[${id ?? "null"}] (${target.simpleName})`;
  const owner = describe(
    entry.model,
    entry.values,
    identifier === "CODE" ? textOf(entry.values, "code") : entry.uid,
  );
  return errorReport(
    code,
    entry.model.klass,
    `${word} reference ${referred} on object ${owner} for association \`${property.reportName}\``,
    [referred, owner, property.reportName],
    {
      id: entry.uid,
      property: property.reportName,
      klass: property.shape === "collection" ? target.klass : undefined,
    },
  );
}
