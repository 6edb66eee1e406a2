import type { TypeRef } from "../server-model.ts";

/** TypeScript names by key. */
export interface Names {
  readonly models: ReadonlyMap<string, string>;
  readonly enums: ReadonlyMap<string, string>;
}

/** A type whose models and enums go by their TypeScript names instead of their keys. */
export function namedType(type: TypeRef, names: Names): TypeRef {
  switch (type.kind) {
    case "array":
      return { kind: "array", item: namedType(type.item, names) };
    case "map":
      return { kind: "map", value: namedType(type.value, names) };
    case "union":
      return { kind: "union", members: type.members.map((member) => namedType(member, names)) };
    case "enum":
      return { kind: "enum", name: nameOf(names.enums, type.name) };
    case "ref":
    case "embedded":
      return { kind: type.kind, model: nameOf(names.models, type.model) };
    default:
      return type;
  }
}

function nameOf(names: ReadonlyMap<string, string>, key: string): string {
  const name = names.get(key);
  if (name === undefined) throw new RangeError(`Nothing is named for '${key}'`);
  return name;
}
