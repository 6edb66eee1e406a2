import { isRequiredOnCreate } from "@dhis2w/model";
import type { CorePlan, PlannedModel, PlannedWrite } from "../../plan/core-plan.ts";
import { schemaNameOf } from "../../plan/core-plan.ts";
import type { GeneratedFile } from "../emitter.ts";
import { TypeImports, ValueImports } from "../imports.ts";
import { exportedConst, exportList, reExport, type Statement, typescriptFile } from "../typescript-file.ts";
import { circlesOf } from "./circles.ts";
import { SchemaText } from "./schema-text.ts";

/** Subpaths of a core for its schemas, one by one and all → source file without folder and ending. */
export const schemaCoreEntries = {
  "./schemas": "generated/schemas",
  "./schemas/*": "generated/schemas/*",
} as const;

/** Subpaths of a client for the schemas of its core. */
export const schemaClientEntries = { "./schemas": "schemas", "./schemas/*": "schemas/*" } as const;

const zod = `import * as z from "zod/mini";`;

/** One file a model: the zod schema of what is read, and of what a create takes where the model can be written. */
export function schemaModels(plan: CorePlan): GeneratedFile[] {
  const isCircle = circlesOf(plan.models);
  return [
    ...plan.models.map((planned) => schemaFile(plan, planned, isCircle)),
    typescriptFile(
      "src/generated/schemas.ts",
      plan.models.map((planned) => reExport(`./schemas/${planned.file}.ts`, schemaNames(planned), "values")),
    ),
  ];
}

/** A client's `/schemas` and `/schemas/*`: those of its core. */
export function clientSchemas(plan: CorePlan, core: string): GeneratedFile[] {
  return [
    typescriptFile("src/schemas.ts", [
      exportList(`${core}/schemas`, plan.models.flatMap(schemaNames), "values"),
    ]),
    ...plan.models.map((planned) =>
      typescriptFile(`src/schemas/${planned.file}.ts`, [
        reExport(`${core}/schemas/${planned.file}`, schemaNames(planned), "values"),
      ]),
    ),
  ];
}

/** The schemas of one file: of what is read, and of what is written where that can be. */
const schemaNames = ({ typeName, write }: PlannedModel): string[] =>
  [typeName, ...(write === undefined ? [] : [write.createName])].map(schemaNameOf);

function schemaFile(
  plan: CorePlan,
  planned: PlannedModel,
  isCircle: (from: string, to: string) => boolean,
): GeneratedFile {
  const { typeName, file, model, properties, write } = planned;
  const imports = { values: new ValueImports(), types: new TypeImports() };
  const isCircular = (other: string): boolean => isCircle(model.name, other);

  const readText = new SchemaText(plan, imports, "read", planned, isCircular);
  const declared: Statement[] = [
    constant(
      schemaNameOf(typeName),
      imports.types.use("../models.ts", typeName),
      `What is read of a ${typeName}; unknown keys and unknown members of enums pass.`,
      readText.object(
        "looseObject",
        properties
          .filter(({ readable }) => readable)
          .map((property) => [property, property.presence === "optional"]),
      ),
    ),
    ...(write === undefined ? [] : [createSchema(plan, planned, write, imports, isCircular)]),
  ];
  return typescriptFile(`src/generated/schemas/${file}.ts`, [
    zod,
    ...imports.values.statements(),
    ...imports.types.statements(),
    ...declared,
  ]);
}

function createSchema(
  plan: CorePlan,
  planned: PlannedModel,
  write: PlannedWrite,
  imports: { readonly values: ValueImports; readonly types: TypeImports },
  isCircular: (model: string) => boolean,
): Statement {
  const text = new SchemaText(plan, imports, "write", planned, isCircular);
  const kind = planned.model.indexType === undefined ? "strictObject" : "looseObject";
  return constant(
    schemaNameOf(write.createName),
    imports.types.use("../writes.ts", write.createName),
    `What a new ${planned.typeName} is made from; nothing else passes.`,
    text.object(
      kind,
      write.properties.map((property) => [property, !isRequiredOnCreate(planned.model, property)]),
    ),
  );
}

/** A schema that bundlers drop where nothing uses it: they keep bare calls, for these might do something. */
const constant = (name: string, type: string, doc: string, schema: string): Statement =>
  exportedConst(name, `/* @__PURE__ */ (() => ${schema})()`, { type: `z.ZodMiniType<${type}>`, doc });
