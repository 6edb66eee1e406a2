import { ts } from "ts-morph";
import type { Usage } from "../breaking-changes.ts";
import { givenKeys, isWhole } from "../object-literal.ts";
import type { Search } from "../search.ts";
import { calledMember } from "./called-member.ts";
import { named } from "./names.ts";
import { resourceModels } from "./queries.ts";

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
    (name) => Object.hasOwn(bodies, name) || collectionMethods.has(name),
    search,
  );
  const [owner, method = ""] = called?.member.split(".") ?? [];
  if (called === undefined || owner !== "Resource") return;
  const { reader, changes, report } = search;
  const body = bodies[method];
  for (const model of resourceModels(called.call, search)) {
    if (body === undefined) {
      for (const text of reader.texts(called.call.arguments[1]))
        report(changes.ofProperty(model, text.value, "write"), `${model}.${text.value}`, text.placeOf(0));
      continue;
    }
    const argument = called.call.arguments[body.index];
    if (argument === undefined) continue;
    for (const item of reader.items(argument))
      for (const literal of reader.objects(item))
        if (!patchOperation(literal, model, search)) payload(literal, model, body.usage, search);
  }
}

/** `{ op: "replace", path: "/legendSet" }` */
function patchOperation(literal: ts.ObjectLiteralExpression, model: string, search: Search): boolean {
  const { reader, changes, report } = search;
  const keys = givenKeys(literal, reader);
  if (!keys.some(({ name }) => name === "op")) return false;
  for (const { value } of keys.filter(({ name }) => name === "path"))
    for (const text of reader.texts(value)) {
      const [, property = ""] = /^\/(\w+)/.exec(text.value) ?? [];
      report(changes.ofProperty(model, property, "write"), `${model}.${property}`, text.placeOf(1));
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
