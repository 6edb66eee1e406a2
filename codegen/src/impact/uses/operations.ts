import type { ts } from "ts-morph";
import { type GivenKey, givenKeys, isWhole } from "../object-literal.ts";
import type { Search } from "../search.ts";
import { type Place, type StaticText, unknownPart } from "../static-text.ts";
import { calledMember } from "./called-member.ts";
import { bundleUses, sentUses } from "./payloads.ts";
import { fieldsText, filterText, orderText } from "./queries.ts";

/** Calls by method and path: `request`, `send` and those of `openApi`. */
export function operationUses(node: ts.Node, search: Search): void {
  const called = calledMember(node, (name) => callNames.has(name), search);
  if (called === undefined) return;
  const { reader } = search;
  const [first, second, third] = called.call.arguments;
  if (called.member === "Connection.request" || called.member === "Connection.send") {
    for (const method of reader.texts(first))
      for (const path of reader.texts(second)) operation(method.value.toUpperCase(), path, third, search);
  } else if (called.member.startsWith("OpenApi.")) {
    const method = called.member.slice("OpenApi.".length);
    for (const path of reader.texts(first)) operation(method, path, second, search);
  }
}

const callNames: ReadonlySet<string> = new Set(["request", "send", "GET", "POST", "PUT", "PATCH", "DELETE"]);

/** A parameter that a call gives, in its options or behind the path. */
interface Given {
  readonly name: string;
  readonly place: Place | ts.Node;
  readonly texts: readonly StaticText[];
}

function operation(
  method: string,
  text: StaticText,
  options: ts.Expression | undefined,
  search: Search,
): void {
  const { changes, report, reader } = search;
  const [path = "", behind = ""] = text.value.replaceAll(unknownPart, "{}").split("?");
  const what = `${method} ${path}`;
  const literals = reader.objects(options);
  const keys = literals.flatMap((literal) => givenKeys(literal, reader));
  const given = [
    ...(options === undefined ? [] : optionParameters(options, search)),
    ...pathParameters(behind, text, path.length + 1),
  ];
  const all =
    literals.every((literal) => isWhole(literal, reader)) && (options === undefined || literals.length > 0);
  report(changes.ofOperation(method, path, hasBody(keys)), what, text.placeOf(0));
  for (const { name, place, texts } of given)
    report(
      changes.ofParameter(
        method,
        path,
        name,
        texts.map(({ value }) => value),
      ),
      `${what} ${name}`,
      place,
    );
  if (all)
    for (const { name, change } of changes.missingParameters(method, path))
      if (!given.some((one) => one.name === name)) report([change], `${what} ${name}`, text.placeOf(0));
  const model = changes.modelOfPath(path);
  if (model !== undefined) for (const { name, texts } of given) metadataQuery(model, name, texts, search);
  if (options !== undefined)
    for (const body of reader.values(options, "body")) metadataBody(method, path, body, search);
}

/** Objects of metadata are the same in whichever way they are sent. */
function metadataBody(method: string, path: string, body: ts.Expression, search: Search): void {
  const model = search.changes.modelOfPath(path);
  if (model !== undefined) sentUses(body, model, method === "POST" ? "create" : "write", search);
  else if (method === "POST" && path === "/api/metadata") bundleUses(body, search);
}

/** `fields`, `filter` and `order` of a metadata resource mean the same in whichever way they are sent. */
function metadataQuery(model: string, name: string, texts: readonly StaticText[], search: Search): void {
  const read = { fields: fieldsText, filter: filterText, order: orderText }[name];
  for (const text of texts) read?.(model, text, search);
}

const hasBody = (keys: readonly GivenKey[]): boolean => keys.some(({ name }) => name === "body");

/** `{ query: {…} }` of `request`, `{ params: { query: {…} } }` of `openApi`. */
function optionParameters(options: ts.Expression, { reader }: Search): Given[] {
  const behind = [options, ...reader.values(options, "params")];
  const queries = behind.flatMap((whole) => reader.values(whole, "query"));
  return queries
    .flatMap((query) => reader.objects(query).flatMap((literal) => givenKeys(literal, reader)))
    .map(({ name, node, value }) => ({ name, place: node, texts: reader.listedTexts(value) }));
}

/** `?fields=id&paging=false` behind a path. */
function pathParameters(query: string, text: StaticText, start: number): Given[] {
  let offset = start;
  return query.split("&").flatMap((pair) => {
    const at = offset;
    offset += pair.length + 1;
    const [name = "", value = ""] = pair.split("=");
    if (name === "" || name.includes("{}")) return [];
    const valueStart = at + name.length + 1;
    const values =
      value === "" ? [] : [{ value, placeOf: (inner: number) => text.placeOf(valueStart + inner) }];
    return [{ name, place: text.placeOf(at), texts: values }];
  });
}
