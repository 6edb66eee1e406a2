import type { CorePlan } from "../plan/core-plan.ts";
import type { GeneratedFile } from "./emitter.ts";
import { interfaceFiles } from "./interfaces.ts";
import { modelDoc, readDoc } from "./property-doc.ts";

/** One file a model: the interface of what the server sends. */
export function readModels(plan: CorePlan): GeneratedFile[] {
  const interfaces = plan.models.map((planned) => ({
    planned,
    name: planned.typeName,
    doc: modelDoc(planned.model),
    properties: planned.properties.filter(({ readable }) => readable),
    isOptional: ({ presence }: { readonly presence: string }) => presence === "optional",
  }));
  return interfaceFiles(plan, interfaces, {
    side: "read",
    folder: "models",
    baseName: "IdentifiableObject",
    baseDoc: "What every object with an identifier has.",
    propertyDoc: readDoc,
  });
}
