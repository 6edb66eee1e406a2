import type { ServerModel, TypeRef } from "../server-model.ts";

/** What the names in a server's types stand for. */
export interface TypeNames {
  readonly klassOfModel: ReadonlyMap<string, string>;
  readonly membersOfEnum: ReadonlyMap<string, string>;
}

/** The names of a server, to be asked often. */
export const typeNames = ({ models, enums }: ServerModel): TypeNames => ({
  klassOfModel: new Map(models.map(({ name, klass }) => [name, klass])),
  membersOfEnum: new Map(enums.map(({ name, members }) => [name, members.join("|")])),
});

/** A type in one line: `Ref<Category>[]`. */
function typeText(type: TypeRef): string {
  switch (type.kind) {
    case "enum":
      return type.name;
    case "ref":
      return `Ref<${type.model}>`;
    case "embedded":
      return type.model;
    case "literal":
      return JSON.stringify(type.value);
    case "array":
      return type.item.kind === "union" ? `(${typeText(type.item)})[]` : `${typeText(type.item)}[]`;
    case "map":
      return `{ [key]: ${typeText(type.value)} }`;
    case "union":
      return type.members.map(typeText).join(" | ");
    default:
      return type.kind;
  }
}

/** A type, and what it is compared by; texts are written when they are asked for. */
export class PropertyType {
  readonly type: TypeRef;
  readonly names: TypeNames;
  #named: string | undefined;
  #meant: string | undefined;

  constructor(type: TypeRef, names: TypeNames) {
    this.type = type;
    this.names = names;
  }
  /** With the server's names: for people. */
  get named(): string {
    this.#named ??= typeText(this.type);
    return this.#named;
  }
  /** Whether both mean the same: by the names they have, or by the Java classes and members behind these. */
  isSame(other: PropertyType): boolean {
    return this.named === other.named || this.#byKlass() === other.#byKlass();
  }
  #byKlass(): string {
    this.#meant ??= byKlass(this.type, this.names);
    return this.#meant;
  }
}

function byKlass(type: TypeRef, names: TypeNames): string {
  const klassOf = (name: string): string => names.klassOfModel.get(name) ?? name;
  switch (type.kind) {
    case "ref":
      return `Ref<${klassOf(type.model)}>`;
    case "embedded":
      return klassOf(type.model);
    case "enum":
      // A document that names an enum by its only use has other names than one that names the class.
      return names.membersOfEnum.get(type.name) ?? type.name;
    case "array":
      return `${byKlass(type.item, names)}[]`;
    case "map":
      return `{ [key]: ${byKlass(type.value, names)} }`;
    case "union":
      return type.members.map((member) => byKlass(member, names)).join(" | ");
    default:
      return typeText(type);
  }
}

/** The type of the items of a list, the type itself otherwise. */
export const itemType = (type: TypeRef): TypeRef => (type.kind === "array" ? type.item : type);
