import type { JsonObject } from "../snapshot/json-cursor.ts";
import type { Operation } from "./operation.ts";

const prefix = "#/components/schemas/";

/** Names of the components that requests carry, and of those that answers carry, also inside others. */
export function directions(
  operations: readonly Operation[],
  components: ReadonlyMap<string, JsonObject>,
): { readonly sent: ReadonlySet<string>; readonly received: ReadonlySet<string> } {
  const inside = new Map([...components].map(([name, schema]) => [name, referredIn(schema)]));
  const sent = new Set<unknown>();
  const received = new Set<unknown>();
  // Operations share most of their parts: a few hundred are left of many thousand.
  for (const { schema } of distinct(operations, ({ parameters }) => parameters)) sent.add(schema);
  for (const { content } of distinct(operations, ({ body }) => (body === undefined ? [] : [body])))
    for (const { schema } of content) sent.add(schema);
  for (const { content } of distinct(operations, ({ responses }) => responses))
    for (const { schema } of content) received.add(schema);
  return { sent: closure(sent, inside), received: closure(received, inside) };
}

function distinct<Part>(
  operations: readonly Operation[],
  partsOf: (operation: Operation) => readonly Part[],
): ReadonlySet<Part> {
  const found = new Set<Part>();
  for (const operation of operations) for (const part of partsOf(operation)) found.add(part);
  return found;
}

function closure(
  schemas: ReadonlySet<unknown>,
  inside: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const schema of schemas) referredIn(schema, reached);
  for (const name of reached) for (const next of inside.get(name) ?? []) reached.add(next);
  return reached;
}

function referredIn(schema: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof schema !== "object" || schema === null) return found;
  for (const key in schema) {
    const value: unknown = schema[key as keyof typeof schema]; // a key of its own: parsed JSON has no other
    if (key !== "$ref") referredIn(value, found);
    else if (typeof value === "string" && value.startsWith(prefix)) found.add(value.slice(prefix.length));
  }
  return found;
}
