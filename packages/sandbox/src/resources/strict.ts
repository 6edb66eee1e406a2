import { Refusal } from "../http/refusal.ts";
import type { Model } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import type { Exchange } from "../server.ts";
import { isList, isObject, type Json } from "../store/values.ts";

/** Refuses to select what the server would leave out without a word. */
export function refuseUnknownField(model: Model, name: string): never {
  const near = nearest(
    name,
    model.properties.map((known) => known.name),
  );
  throw new Refusal(
    400,
    `'${name}' in 'fields' is not a property of ${model.simpleName}${near === undefined ? "" : `; did you mean '${near}'?`}`,
  );
}

/** Refuses a body with keys that the server would drop without a word, and names the key that comes nearest. */
export function checkStrictly(schemas: Schemas, model: Model, value: Json, path = ""): void {
  if (!isObject(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    const property = model.property(name);
    const at = `${path}/${name}`;
    if (property === undefined) {
      const near = nearest(
        name,
        model.properties.map((known) => known.name),
      );
      throw new Refusal(
        400,
        `'${name}' is not a property of ${model.simpleName} (at ${at})${near === undefined ? "" : `; did you mean '${near}'?`}`,
      );
    }
    const target = property.kind === "whole" ? schemas.targetOf(property) : undefined;
    if (target === undefined) continue;
    for (const item of isList(inner) ? inner : [inner]) checkStrictly(schemas, target, item, at);
  }
}

/** Refuses a body with other keys than an endpoint reads, where the server is strict. */
export function checkKeys(value: Json, known: readonly string[], { server }: Exchange): void {
  if (!server.strict || !isObject(value)) return;
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    throw new Refusal(
      400,
      `'${name}' is not read from the body of this endpoint${near === undefined ? "" : `; did you mean '${near}'?`}`,
    );
  }
}

/** Refuses query parameters that the server would ignore without a word. */
export function checkParameters(query: URLSearchParams, known: readonly string[]): void {
  for (const name of query.keys()) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    throw new Refusal(
      400,
      `'${name}' is not a parameter of this endpoint${near === undefined ? "" : `; did you mean '${near}'?`}`,
    );
  }
}

/** The known name that differs least, if it differs little. */
function nearest(name: string, known: readonly string[]): string | undefined {
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= 3 && (best === undefined || distance < best.distance))
      best = { name: candidate, distance };
  }
  return best?.name;
}

function editDistance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 3) return 4;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one.charAt(i - 1) === other.charAt(j - 1) ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
