import { analyticalComputed } from "../analytical-objects/computed.ts";
import { attributeComputed } from "../attributes/computed.ts";
import { categoryComputed } from "../category-model/computed.ts";
import { dashboardComputed } from "../dashboards/computed.ts";
import { interpretationComputed } from "../interpretations/computed.ts";
import { jobComputed } from "../jobs/computed.ts";
import type { Model } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import { userComputed } from "../users/computed.ts";
import type { Computed } from "./computed.ts";
import { hierarchyOf } from "./hierarchy.ts";
import { partComputed } from "./parts.ts";

/** The value of a property that only some types compute, and each in its way. */
export function typeComputed(schemas: Schemas, model: Model, property: string): Computed | undefined {
  return (
    hierarchyOf(schemas, model, property) ??
    categoryComputed(model, property) ??
    attributeComputed(model, property) ??
    userComputed(model, property) ??
    partComputed(model, property) ??
    jobComputed(model, property) ??
    analyticalComputed(model, property, schemas) ??
    interpretationComputed(model, property) ??
    dashboardComputed(model, property, schemas.has("dashboardItemRelativeHref"))
  );
}
