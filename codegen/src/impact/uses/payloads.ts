import { ts } from "ts-morph";
import type { Usage } from "../breaking-changes.ts";
import { givenKeys, isWhole } from "../object-literal.ts";
import type { Search } from "../search.ts";
import { calledMember } from "./called-member.ts";
import { named } from "./names.ts";
import { ownerOf, pathUse } from "./queries.ts";
import { receivers } from "./receivers.ts";

/** Methods of a resource that take an object, or a list of such, and where it stands among the arguments. */
const bodies: Readonly<Record<string, { readonly index: number; readonly usage: Usage }>> = {
  create: { index: 0, usage: "create" },
  saveMany: { index: 0, usage: "create" },
  patch: { index: 1, usage: "write" },
  replace: { index: 1, usage: "write" },
};
const collectionMethods: ReadonlySet<string> = new Set([
  "addToCollection",
  "removeFromCollection",
  "replaceCollection",
]);

const imports: ReadonlySet<string> = new Set(["importMetadata", "startMetadataImport"]);

/** Keys and values of what is sent: of literals where a model's shape is expected, and of what a write is given. */
export function payloadUses(node: ts.Node, search: Search): void {
  if (ts.isObjectLiteralExpression(node)) expected(node, search);
  else call(node, search);
}

/** An object literal whose type the program or the client says. */
function expected(literal: ts.ObjectLiteralExpression, search: Search): void {
  const { checker, standIn, changes, reader } = search;
  const contextual = checker.getContextualType(literal);
  if (contextual === undefined) return;
  const type = checker.getNonNullableType(contextual);
  for (const { model, shape } of standIn.modelsOf(type))
    if (shape !== "read") payload(literal, model, shape === "create" ? "create" : "write", search);
  for (const { name, node } of givenKeys(literal, reader)) {
    if (!changes.names.has(name) || node.getSourceFile() !== literal.getSourceFile()) continue;
    for (const part of type.isUnion() ? type.types : [type])
      named(checker.getPropertyOfType(part, name), node, true, search);
  }
}

function call(node: ts.Node, search: Search): void {
  const called = calledMember(
    node,
    (name) => Object.hasOwn(bodies, name) || collectionMethods.has(name) || imports.has(name),
    search,
  );
  if (called === undefined) return;
  const [owner = "", method = ""] = called.member.split(".");
  const [, second] = called.call.arguments;
  if (imports.has(owner) && second !== undefined) bundleUses(second, search);
  if (owner !== "Resource") return;
  for (const receiver of receivers(called.call, search)) {
    const { model, search: inner } = receiver;
    const body = bodies[method];
    const argument = body && called.call.arguments[body.index];
    if (argument !== undefined) sentUses(argument, model, body?.usage ?? "write", inner);
    if (body !== undefined) continue;
    for (const text of inner.reader.texts(second))
      pathUse(model, { path: [text.value], offset: 0 }, "write", text, inner);
  }
}

/** Objects of metadata that are sent, or the operations of a patch. */
export function sentUses(sent: ts.Expression, model: string, usage: Usage, search: Search): void {
  const { reader } = search;
  for (const item of reader.items(sent))
    for (const literal of reader.objects(item))
      if (!patchOperation(literal, model, search)) payload(literal, model, usage, search);
}

/** `{ dataElements: […], dashboards: […] }` */
export function bundleUses(bundle: ts.Expression, search: Search): void {
  const { reader, changes, report } = search;
  for (const literal of reader.objects(bundle))
    for (const { name, node, value } of givenKeys(literal, reader)) {
      report(changes.ofResource(name), name, node);
      const model = changes.resourceModel(name);
      if (model !== undefined) sentUses(value, model, "create", search);
    }
}

/** `{ op: "replace", path: "/legendSet" }`, `{ op: "add", path: "/dashboardItems/0/favorite", value: true }` */
function patchOperation(literal: ts.ObjectLiteralExpression, model: string, search: Search): boolean {
  const { reader } = search;
  const keys = givenKeys(literal, reader);
  if (!keys.some(({ name }) => name === "op")) return false;
  const values = keys.flatMap(({ name, value }) => (name === "value" ? [value] : []));
  for (const { value: place } of keys.filter(({ name }) => name === "path"))
    for (const text of reader.texts(place)) {
      const path: string[] = [];
      for (const { 0: name, index } of text.value.matchAll(/(?<=\/)[A-Za-z]\w*/g)) {
        path.push(name);
        pathUse(model, { path: [...path], offset: index }, "write", text, search);
      }
      const owner = ownerOf(model, path, search);
      if (owner === undefined) continue;
      for (const value of values) valueUses(value, owner, path.at(-1) ?? "", "write", search);
    }
  return true;
}

function payload(literal: ts.ObjectLiteralExpression, model: string, usage: Usage, search: Search): void {
  const { reader, changes, report } = search;
  const keys = givenKeys(literal, reader);
  for (const { name, node, value } of keys) {
    report(changes.ofProperty(model, name, usage), `${model}.${name}`, node);
    valueUses(value, model, name, usage, search);
  }
  if (usage !== "create" || !isWhole(literal, reader)) return;
  for (const { property, change } of changes.newlyRequired(model))
    if (!keys.some(({ name }) => name === property)) report([change], `${model}.${property}`, literal);
}

/** What a property is given: members of enums, texts that are too long now, objects that stand inside. */
function valueUses(value: ts.Expression, model: string, name: string, usage: Usage, search: Search): void {
  const { reader, changes, report } = search;
  const kind = changes.enumOfProperty(model, name);
  if (kind !== undefined)
    for (const text of reader.listedTexts(value))
      report(changes.ofEnumMember(kind, text.value), `${kind}.${text.value}`, text.placeOf(0));
  const inner = changes.embeddedBehind(model, name);
  if (inner === undefined) return;
  for (const item of reader.items(value))
    for (const literal of reader.objects(item)) payload(literal, inner, usage, search);
}
