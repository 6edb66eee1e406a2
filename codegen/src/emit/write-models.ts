import { isRequiredOnCreate } from "@dhis2w/model";
import type { InterfaceDeclarationStructure } from "ts-morph";
import { StructureKind } from "ts-morph";
import type { CorePlan, PlannedModel, PlannedWrite } from "../plan/core-plan.ts";
import { propertyKey } from "../text/escape.ts";
import type { GeneratedFile } from "./emitter.ts";
import { TypeImports } from "./imports.ts";
import { writeDoc } from "./property-doc.ts";
import { documented } from "./read-models.ts";
import { TypeText } from "./type-text.ts";
import { typescriptFile } from "./typescript-file.ts";

/** One file a model that can be written: what a create takes, and what an update may change. */
export function writeModels(plan: CorePlan): GeneratedFile[] {
  return plan.models.flatMap((planned) => {
    const { write } = planned;
    if (write === undefined) return [];
    const imports = new TypeImports();
    const declared = [
      createInterface(plan, planned, write, imports),
      ...(write.updateName === undefined
        ? []
        : [updateInterface(planned, write.createName, write.updateName, imports)]),
    ];
    return [
      typescriptFile(`src/generated/writes/${planned.file}.ts`, [...imports.statements(), ...declared]),
    ];
  });
}

function createInterface(
  plan: CorePlan,
  planned: PlannedModel,
  write: PlannedWrite,
  imports: TypeImports,
): InterfaceDeclarationStructure {
  const types = new TypeText(plan, imports, "write", planned);
  return {
    kind: StructureKind.Interface,
    name: write.createName,
    isExported: true,
    docs: [`What a new ${planned.typeName} is made from.`],
    properties: write.properties.map((property) => ({
      ...documented(writeDoc(property)),
      name: propertyKey(property.name),
      type: types.of(property.type),
      hasQuestionToken: !isRequiredOnCreate(planned.model, property),
    })),
    ...(planned.model.indexType !== undefined && {
      indexSignatures: [{ keyName: "key", keyType: "string", returnType: "unknown" }],
    }),
  };
}

function updateInterface(
  planned: PlannedModel,
  createName: string,
  updateName: string,
  imports: TypeImports,
): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name: updateName,
    isExported: true,
    docs: [`Changes to a ${planned.typeName}: absent keeps what is stored, \`null\` clears it.`],
    extends: [`${imports.use("@dhis2w/query", "Changes")}<${createName}>`],
  };
}
