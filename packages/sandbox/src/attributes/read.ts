import type { Plan, PlanEntry } from "../fields/plan.ts";
import type { Selection } from "../fields/selection.ts";
import { transform } from "../fields/transform.ts";
import { parsedJson } from "../json/parsed-json.ts";
import type { Stored } from "../store/store.ts";
import { emptyValues, idOf, isList, isObject, type Json, textOf } from "../store/values.ts";
import type { View } from "../wire/view.ts";
import { writeOut } from "../wire/write-out.ts";

/** The value that an object has of an attribute. */
export function attributeValue(row: Stored, attribute: string): string | undefined {
  const values = row.values["attributeValues"];
  if (!isList(values)) return undefined;
  for (const entry of values)
    if (isObject(entry) && idOf(entry["attribute"]) === attribute) return textOf(entry, "value");
  return undefined;
}

/** An attribute's UID as a field: its value, as JSON where the attribute holds JSON. */
export function attributeField(row: Stored, attribute: string, view: View): Json | undefined {
  const value = attributeValue(row, attribute);
  if (value === undefined) return undefined;
  const definition = view.store.get(view.schemas.model("Attribute"), attribute);
  const valueType = definition?.values["valueType"];
  if (valueType !== "GEOJSON" && valueType !== "JSON") return value;
  const parsed = parsedJson(value);
  return parsed === undefined ? value : parsed;
}

type PropertyEntry = Extract<PlanEntry, { kind: "property" }>;

/**
 * The attribute values of an object. Where the release reads them by a schema they obey the selection; where
 * it does not (42, 43) they come whole, but for the names in `attribute[…]`.
 */
export function attributeValuesOf(row: Stored, entry: PropertyEntry, view: View): Json {
  const stored = row.values["attributeValues"];
  const values = isList(stored) ? stored : [];
  if (entry.inner !== undefined) {
    const { inner } = entry;
    return transform(
      values.map((value) => bySchema(value, inner, view)),
      entry.transformers,
    );
  }
  const plan = namedOnly(entry.asked, view);
  return [...values].sort(byAttribute).map((value) => {
    if (!isObject(value)) return value;
    const uid = idOf(value["attribute"]) ?? "";
    const attribute = view.store.get(view.schemas.model("Attribute"), uid);
    return {
      value: value["value"] ?? null,
      attribute:
        plan === undefined || attribute === undefined ? { id: uid } : writeOut(attribute, plan, view, true),
    };
  });
}

const byAttribute = (one: Json, other: Json): number => {
  const [a, b] = [one, other].map((value) => (isObject(value) ? (idOf(value["attribute"]) ?? "") : ""));
  return a === b ? 0 : (a ?? "") < (b ?? "") ? -1 : 1;
};

function bySchema(value: Json, plan: Plan, view: View): Json {
  if (!isObject(value)) return value;
  const result = emptyValues();
  for (const entry of plan.entries) {
    if (entry.kind === "attribute") continue;
    const part = Object.hasOwn(value, entry.property.name) ? value[entry.property.name] : undefined;
    if (part === undefined || part === null) continue;
    const uid = entry.property.kind === "reference" ? idOf(part) : undefined;
    const attribute = uid === undefined ? undefined : view.store.get(view.schemas.model("Attribute"), uid);
    const shown =
      attribute === undefined || entry.inner === undefined
        ? part
        : writeOut(attribute, entry.inner, view, true);
    result[entry.key] = transform(shown, entry.transformers);
  }
  return result;
}

/** What `attribute[id,name]` asks for by name; presets in it count for nothing. */
function namedOnly(asked: Selection | undefined, view: View): Plan | undefined {
  const attribute = asked?.fields.find(({ name }) => name === "attribute");
  const names = attribute?.children?.fields.map(({ name }) => name) ?? [];
  const model = view.schemas.model("Attribute");
  const properties = names.map((name) => model.property(name)).filter((property) => property !== undefined);
  if (properties.length === 0) return undefined;
  return {
    model,
    entries: properties.map((property) => ({
      kind: "property",
      property,
      key: property.name,
      transformers: [],
      inner: undefined,
      asked: undefined,
    })),
  };
}
