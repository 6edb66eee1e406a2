import type { JsonObject } from "../snapshot/json-cursor.ts";
import type { Operation } from "./operation.ts";

const prefix = "#/components/schemas/";

/** Names of the components that requests carry, and of those that answers carry, also inside others. */
export function directions(
  operations: readonly Operation[],
  components: ReadonlyMap<string, JsonObject>,
): { readonly sent: ReadonlySet<string>; readonly received: ReadonlySet<string> } {
  const inside = new Map([...components].map(([name, schema]) => [name, referredIn(schema)]));
  const sent = operations.flatMap(({ parameters, body }) => [
    ...parameters.map(({ schema }) => schema),
    ...(body?.content ?? []).map(({ schema }) => schema),
  ]);
  const received = operations.flatMap(({ responses }) =>
    responses.flatMap(({ content }) => content.map(({ schema }) => schema)),
  );
  return { sent: closure(sent, inside), received: closure(received, inside) };
}

function closure(
  schemas: readonly unknown[],
  inside: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const schema of new Set(schemas)) referredIn(schema, reached);
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
