import type { Property, TypeRef } from "@dhis2w/model";
import type { CorePlan, PlannedModel } from "../../plan/core-plan.ts";
import { schemaNameOf } from "../../plan/core-plan.ts";
import { objectKey, stringLiteral } from "../../text/escape.ts";
import type { TypeImports, ValueImports } from "../imports.ts";
import type { Side } from "../type-text.ts";
import { objectLiteral, stringArray } from "../typescript-file.ts";

/** What is lighter than zod's own, or not in zod at all (decision 0140). */
export const schemaParts = "@dhis2w/schema-parts";

/** Prints zod schemas of one file; the twin of `TypeText`, which prints the types that they are annotated with. */
export class SchemaText {
  readonly #plan: CorePlan;
  readonly #values: ValueImports;
  readonly #types: TypeImports;
  readonly #side: Side;
  /** The declaring file's own schemas need no import. */
  readonly #own: PlannedModel;
  /** Whether a schema is only there after this file was evaluated. */
  readonly #isCircular: (model: string) => boolean;

  constructor(
    plan: CorePlan,
    imports: { readonly values: ValueImports; readonly types: TypeImports },
    side: Side,
    own: PlannedModel,
    isCircular: (model: string) => boolean,
  ) {
    this.#plan = plan;
    this.#values = imports.values;
    this.#types = imports.types;
    this.#side = side;
    this.#own = own;
    this.#isCircular = isCircular;
  }

  /** An object of properties, each with whether it may be absent. */
  object(
    kind: "looseObject" | "strictObject",
    properties: readonly (readonly [Property, boolean])[],
  ): string {
    const shape = properties.map(([property, isOptional]): [string, string] => {
      const text = this.#property(property, isOptional);
      return [objectKey(property.name), isOptional ? this.#made("exactOptional", text) : text];
    });
    return this.#made(kind, objectLiteral(shape));
  }

  /** A property's value; bounds are checked where it is written. */
  #property(property: Property, isOptional: boolean): string {
    const text = this.#of(property.type);
    const bounds = this.#side === "write" ? this.#boundsOf(property, isOptional) : undefined;
    const bounded = bounds === undefined ? text : `${text}.check(${bounds})`;
    return this.#side === "read" && property.nullable === true ? this.#made("nullable", bounded) : bounded;
  }

  #of(type: TypeRef): string {
    switch (type.kind) {
      case "text":
      case "dateTime":
        return this.#made("string");
      case "number":
      case "boolean":
        return this.#made(type.kind);
      case "integer": {
        const number = this.#made("number");
        return this.#side === "write" ? `${number}.check(${this.#part("whole")})` : number;
      }
      case "literal":
        return `z.literal(${stringLiteral(type.value)})`;
      case "enum":
        return this.#enum(type.name);
      case "ref":
        return this.#reference();
      case "embedded":
        return this.#embedded(type.model);
      case "array":
        return this.#made("array", this.#of(type.item));
      case "map":
        return this.#made("map", this.#of(type.value));
      case "union":
        return this.#union(type.members);
      case "unknown":
        return "z.unknown()";
    }
  }

  /** Read, an enum knows its members and lets every other text pass. */
  #enum(name: string): string {
    const members = [...new Set(this.#plan.enumNamed(name).model.members)];
    if (this.#side === "read") return this.#made("openEnum", ...members.map(stringLiteral));
    return members.length === 0 ? "z.never()" : `z.literal(${stringArray(members)})`;
  }

  #union(members: readonly TypeRef[]): string {
    const texts = [...new Set(members.map((member) => this.#of(member)))];
    const [only = "z.never()"] = texts;
    return texts.length < 2 ? only : `z.union([${texts.join(", ")}])`;
  }

  #reference(): string {
    return this.#part("refSchema");
  }

  /** Bounds of lists and whole values are widths of database columns and mean nothing to a caller. */
  #boundsOf({ type, min, max }: Property, isOptional: boolean): string | undefined {
    if (min === undefined && max === undefined) return undefined;
    const most = max === undefined ? [] : [`${max}`];
    if (type.kind === "text") return this.#lengthOf(min ?? 0, most, isOptional);
    if (type.kind !== "number" && type.kind !== "integer") return undefined;
    return this.#made("range", `${min ?? "Number.NEGATIVE_INFINITY"}`, ...most);
  }

  /** An empty text says that there is none, which is well where none is needed (BUG-331). */
  #lengthOf(least: number, most: readonly string[], isOptional: boolean): string | undefined {
    if (!isOptional) return this.#made("length", `${least}`, ...most);
    if (least > 1) return this.#made("lengthIfAny", `${least}`, ...most);
    return most.length === 0 ? undefined : this.#made("length", "0", ...most);
  }

  /** What a part of all schemas makes. */
  #made(part: string, ...from: readonly string[]): string {
    return `${this.#part(part)}(${from.join(", ")})`;
  }

  #part(name: string): string {
    return this.#values.use(schemaParts, name);
  }

  #embedded(name: string): string {
    const planned = this.#plan.modelNamed(name);
    const { model, file, write } = planned;
    if (this.#side === "write" && model.standsFor !== undefined) return this.#reference();
    const type = this.#side === "write" && write !== undefined ? write.createName : planned.typeName;
    const schema = schemaNameOf(type);
    if (planned !== this.#own) this.#values.use(`./${file}.ts`, schema);
    if (!this.#isCircular(name)) return schema;
    if (planned !== this.#own)
      this.#types.use(`../${this.#side === "write" ? "writes" : "models"}/${file}.ts`, type);
    return `z.lazy((): z.ZodMiniType<${type}> => ${schema})`;
  }
}
