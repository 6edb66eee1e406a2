import type {
  FieldsItem,
  FieldsPreset,
  FieldsQuery,
  FieldTransformer,
  PropertyItem,
} from "./fields-query.ts";
import type { Placed } from "./parse.ts";

type Fail = (reason: string, position: number) => never;

/** Refuses what reads well but what servers answer with nothing, with an empty body, or not as written. */
export function checkLevel(level: readonly Placed<FieldsItem>[], fail: Fail): void {
  const first = level[0];
  if (first !== undefined && level.every(({ item }) => item.kind === "exclusion"))
    fail("exclusions alone leave nothing: begin with '*'", first.position);
  const properties = level.flatMap(({ item, position }) =>
    item.kind === "property" ? [{ item, position }] : [],
  );
  refuseRepetition(properties, fail);
  for (const { item, position } of properties) {
    checkTransformers(item, (reason) => fail(reason, position));
    if (item.name === "attributeValues") checkAttributeValues(item, (reason) => fail(reason, position));
  }
}

/** A bare name may stand twice; anything more of a property, only once. Each key has one value. */
function refuseRepetition(properties: readonly Placed<PropertyItem>[], fail: Fail): void {
  const bare = ({ transformers, fields }: PropertyItem) => transformers.length === 0 && fields === undefined;
  const sources = new Map<string, PropertyItem>();
  for (const { item, position } of properties) {
    const other = sources.get(item.name);
    if (other !== undefined && !(bare(item) && bare(other)))
      fail(`'${item.name}' is named twice: the server answers that with an empty body`, position);
    sources.set(item.name, item);
  }
  const keys = new Map<string, string>();
  for (const { item, position } of properties) {
    const key = keyOf(item);
    if ((keys.get(key) ?? item.name) !== item.name) fail(`two values for '${key}'`, position);
    keys.set(key, item.name);
  }
}

function keyOf({ name, transformers }: PropertyItem): string {
  const rename = transformers.find((one) => one.name === "rename");
  return rename?.argument ?? name;
}

function checkTransformers(
  { name, transformers, fields }: PropertyItem,
  fail: (reason: string) => never,
): void {
  const renames = transformers.filter((one) => one.name === "rename").length;
  if (renames > 1 || transformers.length - renames > 1)
    fail(`'${name}' has two transformers of one kind: the last one wins`);
  for (const transformer of transformers) checkSelected(transformer, fields, fail);
}

/** What is plucked or keyed by must be selected: items without it stay as they are, or are dropped. */
function checkSelected(
  transformer: FieldTransformer,
  fields: FieldsQuery | undefined,
  fail: (reason: string) => never,
): void {
  if (transformer.name !== "pluck" && transformer.name !== "keyBy") return;
  const { name, argument } = transformer;
  const key = argument ?? "id";
  const selected =
    fields === undefined ? key === "id" : fields.some((item) => item.kind === "preset" || isBare(item, key));
  if (selected) return;
  fail(
    argument === undefined
      ? `'~${name}' needs 'id' in its brackets`
      : `'~${name}(${key})' needs '${key}' in brackets after it: ~${name}(${key})[${key}]`,
  );
}

function isBare(item: FieldsItem, name: string): boolean {
  return (
    item.kind === "property" &&
    item.name === name &&
    item.transformers.length === 0 &&
    item.fields === undefined
  );
}

function isWhole(preset: FieldsPreset): boolean {
  return preset === "*" || preset === ":all";
}

/** On 42 and 43 brackets and transformers there are ignored, but for the one form that all versions answer alike. */
function checkAttributeValues({ transformers, fields }: PropertyItem, fail: (reason: string) => never): void {
  const reason =
    "attributeValues come whole: write attributeValues or attributeValues[attribute[id,name],value]";
  if (transformers.length > 0) fail(reason);
  if (fields === undefined || fields.some((item) => item.kind === "preset" && isWhole(item.name))) return;
  const attribute = fields.find((item) => item.kind === "property" && item.name === "attribute");
  const inner = attribute?.kind === "property" ? attribute.fields : undefined;
  const plain =
    attribute !== undefined &&
    (inner === undefined ||
      (inner.some((item) => isBare(item, "id")) &&
        inner.every((item) => item.kind === "property" && isBare(item, item.name))));
  if (!plain || !fields.some((item) => isBare(item, "value"))) fail(reason);
}
