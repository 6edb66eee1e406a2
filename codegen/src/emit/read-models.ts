import type { CorePlan } from "../plan/core-plan.ts";
import type { GeneratedFile } from "./emitter.ts";
import { TypeImports } from "./imports.ts";
import type { Base } from "./inherited-members.ts";
import { interfaceStatements } from "./interfaces.ts";
import { modelDoc, readDoc } from "./property-doc.ts";
import { modelRegistry } from "./registry.ts";
import { typescriptFile } from "./typescript-file.ts";

/** What many models have in common, by the names that DHIS2's own classes have for it. */
const bases: readonly Base[] = [
  {
    name: "IdentifiableObject",
    doc: "What every object with an identifier has.",
    properties: [
      "access",
      "attributeValues",
      "code",
      "created",
      "createdBy",
      "displayName",
      "favorite",
      "favorites",
      "href",
      "id",
      "lastUpdated",
      "lastUpdatedBy",
      "name",
      "sharing",
      "translations",
      "user",
    ],
  },
  {
    name: "NameableObject",
    doc: "What an object has that goes by a short name and a description too.",
    properties: [
      "description",
      "displayDescription",
      "displayFormName",
      "displayShortName",
      "formName",
      "shortName",
    ],
  },
  {
    name: "BaseDimensionalItemObject",
    doc: "What an object has that can be an item of a dimension in analytics.",
    properties: [
      "aggregationType",
      "dimensionItem",
      "dimensionItemType",
      "legendSet",
      "legendSets",
      "queryMods",
    ],
  },
];

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
      bases,
      propertyDoc: readDoc,
    },
    imports,
  );
  const registry = modelRegistry(plan, imports);
  return typescriptFile("src/generated/models.ts", [...imports.statements(), ...declared, registry]);
}
