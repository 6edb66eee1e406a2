import type { CorePlan } from "../plan/core-plan.ts";
import type { GeneratedFile } from "./emitter.ts";
import { TypeImports } from "./imports.ts";
import { interfaceStatements } from "./interfaces.ts";
import { modelDoc, readDoc } from "./property-doc.ts";
import { modelRegistry } from "./registry.ts";
import { typescriptFile } from "./typescript-file.ts";

/** `models.ts`: an interface a model, of what the server sends, and the registry of them all. */
export function readModels(plan: CorePlan): GeneratedFile {
  const imports = new TypeImports();
  const interfaces = plan.models.map((planned) => ({
    planned,
    name: planned.typeName,
    doc: modelDoc(planned.model),
    properties: planned.properties.filter(({ readable }) => readable),
    isOptional: ({ presence }: { readonly presence: string }) => presence === "optional",
  }));
  const declared = interfaceStatements(
    plan,
    interfaces,
    {
      side: "read",
      baseName: "IdentifiableObject",
      baseDoc: "What every object with an identifier has.",
      propertyDoc: readDoc,
    },
    imports,
  );
  const registry = modelRegistry(plan, imports);
  return typescriptFile("src/generated/models.ts", [...imports.statements(), ...declared, registry]);
}
