import type { InterfaceDeclarationStructure, OptionalKind, PropertySignatureStructure } from "ts-morph";
import { StructureKind } from "ts-morph";
import type { CorePlan, PlannedModel } from "../plan/core-plan.ts";
import { propertyKey } from "../text/escape.ts";
import type { GeneratedFile } from "./emitter.ts";
import { TypeImports } from "./imports.ts";
import { modelDoc, readDoc } from "./property-doc.ts";
import { TypeText } from "./type-text.ts";
import { typescriptFile } from "./typescript-file.ts";

/** One file a model: the interface of what the server sends. */
export function readModels(plan: CorePlan): GeneratedFile[] {
  return plan.models.map((planned) => {
    const imports = new TypeImports();
    const declared = readInterface(plan, planned, imports);
    return typescriptFile(`src/generated/models/${planned.file}.ts`, [...imports.statements(), declared]);
  });
}

function readInterface(
  plan: CorePlan,
  planned: PlannedModel,
  imports: TypeImports,
): InterfaceDeclarationStructure {
  const types = new TypeText(plan, imports, "read", planned);
  return {
    kind: StructureKind.Interface,
    name: planned.typeName,
    isExported: true,
    docs: [modelDoc(planned.model)],
    properties: planned.properties
      .filter((property) => property.readable)
      .map((property) => ({
        ...documented(readDoc(property)),
        name: propertyKey(property.name),
        type: property.nullable === true ? `${types.of(property.type)} | null` : types.of(property.type),
        hasQuestionToken: property.presence === "optional",
      })),
    ...(planned.model.indexType !== undefined && {
      indexSignatures: [{ keyName: "key", keyType: "string", returnType: "unknown" }],
    }),
  };
}

/** The comment of a property, where there is one. */
export function documented(doc: string): Pick<OptionalKind<PropertySignatureStructure>, "docs"> {
  return doc === "" ? {} : { docs: [doc] };
}
