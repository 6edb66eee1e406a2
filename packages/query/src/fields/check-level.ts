import type { FieldsItem, PropertyItem } from "./fields-query.ts";
import type { Placed } from "./parse.ts";
import { printFields } from "./print.ts";

type Fail = (reason: string, position: number) => never;

/** Refuses what reads well but what servers answer with nothing, with an empty body, or not as written. */
export function checkLevel(level: readonly Placed<FieldsItem>[], fail: Fail): void {
  if (level.every(({ item }) => item.kind === "exclusion"))
    fail("exclusions alone leave nothing: begin with '*'", level[0]?.position ?? 0);
  const texts = new Map<string, string>();
  const sources = new Map<string, string>();
  for (const { item, position } of level) {
    if (item.kind !== "property") continue;
    const { name, transformers } = item;
    const text = printFields([item]);
    const other = texts.get(name);
    // A bare name may stand twice; anything more of a property, only once.
    if (other !== undefined && (text !== name || other !== name))
      fail(`'${name}' is named twice: the server answers that with an empty body`, position);
    texts.set(name, text);
    const key = transformers.find((one) => one.name === "rename")?.argument ?? name;
    if ((sources.get(key) ?? name) !== name) fail(`two values for '${key}'`, position);
    sources.set(key, name);
    const problem = transformersProblem(item) ?? attributeValuesProblem(item);
    if (problem !== undefined) fail(problem, position);
  }
}

function transformersProblem({ name, transformers, fields }: PropertyItem): string | undefined {
  const renames = transformers.filter((one) => one.name === "rename").length;
  if (renames > 1 || transformers.length - renames > 1)
    return `'${name}' has two transformers of one kind: the last one wins`;
  // What is plucked or keyed by must be selected: items without it stay as they are, or are dropped.
  const selected = fields?.map((item) => printFields([item])) ?? ["id"];
  for (const one of transformers) {
    if (one.name !== "pluck" && one.name !== "keyBy") continue;
    const { name: picks, argument } = one;
    const key = argument ?? "id";
    if (selected.some((text) => text === key || /^[*:]/.test(text))) continue;
    return argument === undefined
      ? `'~${picks}' needs 'id' in its brackets`
      : `'~${picks}(${key})' needs '${key}' in brackets after it: ~${picks}(${key})[${key}]`;
  }
  return undefined;
}

/** On 42 and 43 brackets and transformers there are ignored, but for the one form that all versions answer alike. */
function attributeValuesProblem({ name, transformers, fields = [] }: PropertyItem): string | undefined {
  if (name !== "attributeValues") return undefined;
  const selected = fields.map((item) => printFields([item]));
  const has = (text: RegExp) => selected.some((one) => text.test(one));
  return transformers.length === 0 &&
    (fields.length === 0 || has(/^(\*|:all)$/) || (has(/^value$/) && has(plainAttribute)))
    ? undefined
    : "attributeValues come whole: write attributeValues or attributeValues[attribute[id,name],value]";
}

/** `attribute`, or in brackets plain names with `id` among them. */
const plainAttribute = /^attribute(\[([^,[\]~!*:]+,)*id(,[^,[\]~!*:]+)*\])?$/;
