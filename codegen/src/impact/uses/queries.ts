import type { ts } from "ts-morph";
import type { Usage } from "../breaking-changes.ts";
import { fieldPaths, leadingPath, type NamedPath } from "../field-paths.ts";
import type { Search } from "../search.ts";
import type { Place, StaticText } from "../static-text.ts";
import { calledMember } from "./called-member.ts";
import { receivers } from "./receivers.ts";

/** Where the options of a resource's read methods stand among the arguments. */
const optionsIndex: Readonly<Record<string, number>> = {
  get: 1,
  list: 0,
  page: 0,
  pages: 0,
  iterate: 0,
  count: 0,
};
const finders: ReadonlySet<string> = new Set(["findUidsByValue", "findOneUidByValue"]);

/** What `fields`, `filter` and `order` of a resource's calls name. */
export function queryUses(node: ts.Node, search: Search): void {
  const called = calledMember(node, (name) => Object.hasOwn(optionsIndex, name) || finders.has(name), search);
  if (called === undefined) return;
  const { call, member } = called;
  const { reader, changes } = search;
  const [owner, name = ""] = member.split(".");
  if (owner === "Resource")
    for (const receiver of receivers(call, search))
      query(receiver.model, call.arguments[optionsIndex[name] ?? 0], receiver.search);
  if (owner !== "AttributeValues") return;
  for (const { value } of reader.texts(call.arguments[0])) {
    const model = changes.resourceModel(value);
    if (model !== undefined) query(model, call.arguments[3], search);
  }
}

/** The options of a read. */
export function query(model: string, options: ts.Expression | undefined, search: Search): void {
  const { reader } = search;
  const values = (key: string): readonly ts.Expression[] =>
    options === undefined ? [] : reader.values(options, key);
  for (const value of values("fields"))
    for (const text of reader.listedTexts(value)) fieldsText(model, text, search);
  for (const value of values("filter"))
    for (const item of reader.items(value)) filterUse(model, item, search);
  for (const value of values("order"))
    for (const text of reader.listedTexts(value)) orderText(model, text, search);
}

/** A text of `fields`, with where its letters stand. */
export function fieldsUse(
  model: string,
  text: string,
  positionOf: (offset: number) => number,
  at: ts.Node,
  search: Search,
): void {
  const file = at.getSourceFile();
  fieldsText(model, { value: text, placeOf: (offset) => ({ file, position: positionOf(offset) }) }, search);
}

/** What a text of `fields` names. */
export function fieldsText(model: string, text: StaticText, search: Search): void {
  for (const path of fieldPaths(text.value)) pathUse(model, path, "read", text, search);
}

/** What a text of `order` names. */
export function orderText(model: string, text: StaticText, search: Search): void {
  for (const path of leadingPath(text.value)) {
    pathUse(model, path, "order", text, search);
    pathUse(model, path, "read", text, search);
  }
}

/** What a text of `filter` names, and the members of enums that it compares with. */
export function filterText(model: string, text: StaticText, search: Search): void {
  for (const path of leadingPath(text.value)) pathUse(model, path, "read", text, search);
  const [, path = "", values = ""] =
    /^([\w.]+):(?:eq|ne|!eq|in|!in|neq|ieq):\[?([^\]]*)\]?$/.exec(text.value) ?? [];
  const start = text.value.length - values.length - (text.value.endsWith("]") ? 1 : 0);
  let offset = start;
  for (const value of values.split(",")) {
    enumValue(model, path.split("."), value, text.placeOf(Math.min(offset, text.value.length - 1)), search);
    offset += value.length + 1;
  }
}

/** A filter is a text, or made by `where`. */
function filterUse(model: string, item: ts.Expression, search: Search): void {
  const { reader } = search;
  for (const text of reader.texts(item)) filterText(model, text, search);
  for (const end of reader.ends(item)) {
    const called = calledMember(end, () => true, search);
    if (called?.member === "where") whereUse(model, called.call, search);
  }
}

function whereUse(
  model: string,
  { arguments: [property, , value] }: ts.CallExpression,
  search: Search,
): void {
  const { reader } = search;
  for (const text of reader.texts(property)) {
    for (const path of leadingPath(text.value)) pathUse(model, path, "read", text, search);
    for (const one of reader.listedTexts(value))
      enumValue(model, text.value.split("."), one.value, one.placeOf(0), search);
  }
}

/** The property at the end of a path, and the model that it belongs to. */
export function ownerOf(model: string, names: readonly string[], { changes }: Search): string | undefined {
  let owner: string | undefined = model;
  for (const name of names.slice(0, -1)) owner = owner && changes.modelBehind(owner, name);
  return owner;
}

/** Reports what changes about the property at the end of a path. */
export function pathUse(
  model: string,
  { path, offset }: NamedPath,
  usage: Usage,
  text: StaticText,
  search: Search,
): void {
  const owner = ownerOf(model, path, search);
  const name = path.at(-1);
  if (owner === undefined || name === undefined) return;
  search.report(search.changes.ofProperty(owner, name, usage), `${owner}.${name}`, text.placeOf(offset));
}

function enumValue(
  model: string,
  path: readonly string[],
  member: string,
  place: Place,
  search: Search,
): void {
  const owner = ownerOf(model, path, search);
  const name = owner && search.changes.enumOfProperty(owner, path.at(-1) ?? "");
  if (name !== undefined)
    search.report(search.changes.ofEnumMember(name, member), `${name}.${member}`, place);
}
