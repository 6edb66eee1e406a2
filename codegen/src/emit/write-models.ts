import { isRequiredOnCreate, type Property } from "@dhis2w/model";
import { StructureKind } from "ts-morph";
import type { CorePlan } from "../plan/core-plan.ts";
import type { GeneratedFile } from "./emitter.ts";
import { TypeImports } from "./imports.ts";
import type { Base } from "./inherited-members.ts";
import { interfaceStatements, type ModelInterface } from "./interfaces.ts";
import { writeDoc } from "./property-doc.ts";
import { type Statement, typescriptFile } from "./typescript-file.ts";

/** What many create shapes have in common. */
const bases: readonly Base[] = [
  {
    name: "IdentifiableObjectCreate",
    doc: "What every new object with an identifier may have.",
    properties: ["code", "created", "id", "lastUpdated", "lastUpdatedBy"],
  },
  {
    name: "TranslatableObjectCreate",
    doc: "What a new object has whose name can be translated.",
    properties: ["name", "translations"],
  },
  {
    name: "ShareableObjectCreate",
    doc: "What a new object may have that is shared with users and user groups.",
    properties: ["createdBy", "sharing"],
  },
  {
    name: "DescribedObjectCreate",
    doc: "What a new object may have that carries a description and values of attributes.",
    properties: ["attributeValues", "description"],
  },
];

/** `writes.ts`: of each model that can be written, what a create takes and what an update may change. */
export function writeModels(plan: CorePlan): GeneratedFile {
  const imports = new TypeImports();
  const interfaces = plan.models.flatMap((planned): ModelInterface[] => {
    const { model, typeName, write } = planned;
    if (write === undefined) return [];
    const { createName, updateName, properties } = write;
    return [
      {
        planned,
        name: createName,
        doc: `A new ${typeName}.`,
        properties,
        isOptional: (property: Property) => !isRequiredOnCreate(model, property),
        ...(updateName !== undefined && {
          beside: [updateInterface(typeName, createName, updateName, imports)],
        }),
      },
    ];
  });
  const declared = interfaceStatements(
    plan,
    interfaces,
    {
      side: "write",
      bases,
      propertyDoc: writeDoc,
    },
    imports,
  );
  return typescriptFile("src/generated/writes.ts", [...imports.statements(), ...declared]);
}

const article = (noun: string): string => (/^[AEIO]/.test(noun) ? "an" : "a");

function updateInterface(
  typeName: string,
  createName: string,
  updateName: string,
  imports: TypeImports,
): Statement {
  return {
    kind: StructureKind.Interface,
    name: updateName,
    isExported: true,
    docs: [`Changes to ${article(typeName)} ${typeName}.`],
    extends: [`${imports.use("@dhis2w/query", "Changes")}<${createName}>`],
  };
}
