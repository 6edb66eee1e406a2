import type { TypeRef } from "@dhis2w/model";
import type { CorePlan } from "../plan/core-plan.ts";
import { createNameOf } from "../plan/core-plan.ts";
import { stringLiteral } from "../text/escape.ts";
import type { TypeImports } from "./imports.ts";

/** Where a type stands: values read are open where a newer server may add, values written are closed. */
export type Side = "read" | "write";

/** Prints types of one file, which declares all models of its side; other names are imported as they are used. */
export class TypeText {
  readonly #plan: CorePlan;
  readonly #imports: TypeImports;
  readonly #side: Side;

  constructor(plan: CorePlan, imports: TypeImports, side: Side) {
    this.#plan = plan;
    this.#imports = imports;
    this.#side = side;
  }

  of(type: TypeRef): string {
    switch (type.kind) {
      case "text":
        return "string";
      case "dateTime":
        return this.#imports.use("@dhis2w/query", "DateTime");
      case "number":
      case "integer":
        return "number";
      case "boolean":
        return "boolean";
      case "literal":
        return stringLiteral(type.value);
      case "enum":
        return this.#enum(type.name);
      case "ref":
        return `${this.#imports.use("@dhis2w/query", "Ref")}<${stringLiteral(type.model)}>`;
      case "embedded":
        return this.#embedded(type.model);
      case "array":
        return `${this.#item(type.item)}[]`;
      case "map":
        return `{ [key: string]: ${this.of(type.value)} }`;
      case "union":
        return type.members.length === 0
          ? "never"
          : [...new Set(type.members.map((one) => this.of(one)))].join(" | ");
      case "unknown":
        return "unknown";
    }
  }

  #item(type: TypeRef): string {
    const text = this.of(type);
    return type.kind === "union" && text.includes(" | ") ? `(${text})` : text;
  }

  #enum(name: string): string {
    const type = this.#imports.use("./enums.ts", this.#plan.enumNamed(name).typeName);
    if (this.#side === "write") return type;
    return `${this.#imports.use("@dhis2w/query", "OpenEnum")}<${stringLiteral(name)}, ${type}>`;
  }

  #embedded(name: string): string {
    const planned = this.#plan.modelNamed(name);
    if (this.#side === "write" && planned.model.standsFor !== undefined)
      return this.of({ kind: "ref", model: planned.model.standsFor });
    return this.#side === "read" ? planned.typeName : createNameOf(planned.typeName);
  }
}
