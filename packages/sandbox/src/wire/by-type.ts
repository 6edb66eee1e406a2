import { attributeComputed } from "../attributes/computed.ts";
import { categoryComputed } from "../category-model/computed.ts";
import { jobComputed } from "../jobs/computed.ts";
import type { Model, Schemas } from "../schema/schema.ts";
import { userComputed } from "../users/computed.ts";
import type { Computed } from "./computed.ts";
import { hierarchyOf } from "./hierarchy.ts";

/** The value of a property that only some types compute, and each in its way. */
export function typeComputed(schemas: Schemas, model: Model, property: string): Computed | undefined {
  return (
    hierarchyOf(schemas, model, property) ??
    categoryComputed(model, property) ??
    attributeComputed(model, property) ??
    userComputed(model, property) ??
    jobComputed(model, property)
  );
}
