import type * as client from "@dhis2w/client-v42";
import type { CategoryOption, CategoryOptionCreate, Models, Ref, Selected } from "@dhis2w/client-v42";
import type { Schemas } from "@dhis2w/client-v42/openapi";
import { pushAnalysisSchema } from "@dhis2w/client-v42/schemas/push-analysis"; // breaks: pushAnalysisSchema

export type { PushAnalysisCreate } from "@dhis2w/client-v42"; // breaks: PushAnalysisCreate

export type Legend = CategoryOption["legendSet"]; // breaks: CategoryOption.legendSet
export type Row = Pick<CategoryOption, "id" | "legendSets">; // breaks: CategoryOption.legendSets
export type Slim = Omit<CategoryOptionCreate, "legendSets">; // breaks: CategoryOption.legendSets
export type Analysis = client.PushAnalysis; // breaks: PushAnalysis
export type Imported = import("@dhis2w/client-v42").PushAnalysis; // breaks: PushAnalysis
export type Gone = Ref<"PushAnalysis">; // breaks: PushAnalysis
export type Shape = Schemas["PushAnalysis"]; // breaks: Schemas["PushAnalysis"]
export type Read = Selected<Models, "CategoryOption", "id,legendSet[id]">; // breaks: CategoryOption.legendSet
export type Kind = client.ValueType;
export type Fine = Pick<CategoryOption, "id" | "name">;

export interface Table extends Row {
  legendSet: number;
}
export const table = (row: Table): unknown => [row.legendSets, row.legendSet, row.id]; // breaks: CategoryOption.legendSets
export { pushAnalysisSchema };
