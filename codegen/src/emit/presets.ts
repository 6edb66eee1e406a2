import { StructureKind } from "ts-morph";
import type { CorePlan, PlannedModel } from "../plan/core-plan.ts";
import { propertyKey, stringLiteral } from "../text/escape.ts";
import type { GeneratedFile } from "./emitter.ts";
import { TypeImports } from "./imports.ts";
import { typescriptFile } from "./typescript-file.ts";

/** `interface Presets`: what `:owner` and `:persisted` give of each model with a schema. */
export function presetTable(plan: CorePlan): GeneratedFile {
  const imports = new TypeImports();
  const properties = plan.models
    .filter(({ model }) => model.kind === "schema")
    .map((planned) => ({
      name: propertyKey(planned.model.name),
      type: `${imports.use("@dhis2w/query", "PresetNames")}<${columns(planned).join(", ")}>`,
    }));
  return typescriptFile("src/generated/presets.ts", [
    ...imports.statements(),
    {
      kind: StructureKind.Interface,
      name: "Presets",
      isExported: true,
      docs: ["What the presets `:owner` and `:persisted` of `fields` give of each model: both, or only one."],
      properties,
    },
  ]);
}

function columns({ properties }: PlannedModel): string[] {
  const readable = properties.filter((property) => property.readable);
  return [
    readable.filter(({ owner, persisted }) => owner && persisted),
    readable.filter(({ owner, persisted }) => owner && !persisted),
    readable.filter(({ owner, persisted }) => !owner && persisted),
  ].map((column) => column.map(({ name }) => stringLiteral(name)).join(" | ") || "never");
}
