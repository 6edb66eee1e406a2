import { type ResourceModel, referrersOf, sortedBy } from "@dhis2w/model";
import { StructureKind } from "ts-morph";
import type { CorePlan } from "../plan/core-plan.ts";
import { commentText, objectKey, propertyKey, stringLiteral } from "../text/escape.ts";
import type { GeneratedFile } from "./emitter.ts";
import { TypeImports } from "./imports.ts";
import {
  exportedConst,
  objectLiteral,
  type Statement,
  stringArray,
  typescriptFile,
} from "./typescript-file.ts";

/** `interface Models`: every read model by the name that references carry. */
export function modelRegistry(plan: CorePlan, imports: TypeImports): Statement {
  const table = {
    name: `[${imports.use("@dhis2w/query", "presets")}]`,
    type: imports.use("./presets.ts", "Presets"),
    isReadonly: true,
  };
  const models = plan.models.map(({ model, typeName }) => ({
    name: propertyKey(model.name),
    type: typeName,
  }));
  return {
    kind: StructureKind.Interface,
    name: "Models",
    isExported: true,
    docs: ["Read models by name: what a `Ref` of that name refers to."],
    properties: [table, ...models],
  };
}

/** `interface Resources`: what each metadata resource reads and takes. */
export function resourceTypes(plan: CorePlan): GeneratedFile {
  const imports = new TypeImports();
  const properties = plan.resources.map((resource) => {
    const { write } = plan.modelNamed(resource.model);
    const written = [write?.createName, write?.updateName].map((name) =>
      name === undefined ? "never" : imports.use("./writes.ts", name),
    );
    const row = imports.use("@dhis2w/query", "ResourceType");
    return {
      ...(resource.path !== resource.name && { docs: [`\`/api/${commentText(resource.path)}\``] }),
      name: propertyKey(resource.name),
      type: `${row}<${[stringLiteral(resource.model), ...written, String(resource.attributable)].join(", ")}>`,
    };
  });
  return typescriptFile("src/generated/resources.ts", [
    ...imports.statements(),
    {
      kind: StructureKind.Interface,
      name: "Resources",
      isExported: true,
      docs: [
        "The metadata resources by name, which is their path below `/api` and the key of their list answers.",
      ],
      properties,
    },
  ]);
}

/** The same table for run time: names and paths. */
export function resourceTable(plan: CorePlan): GeneratedFile {
  const imports = new TypeImports();
  const names = (isWanted: (resource: ResourceModel) => boolean): string =>
    stringArray(plan.resources.filter(isWanted).map(({ name }) => name));
  const type = `${imports.use("@dhis2w/query", "ResourceTable")}<keyof ${imports.use("./resources.ts", "Resources")}>`;
  return typescriptFile("src/generated/resource-table.ts", [
    ...imports.statements(),
    exportedConst(
      "resources",
      objectLiteral([
        ["attributable", names(({ attributable }) => attributable)],
        ["others", names(({ attributable }) => !attributable)],
        [
          "paths",
          objectLiteral(
            plan.resources
              .filter(({ name, path }) => name !== path)
              .map(({ name, path }) => [objectKey(name), stringLiteral(path)]),
          ),
        ],
        ["referrers", referrers(plan)],
      ]),
      {
        type,
        doc: "The metadata resources: which can carry attribute values, where they are served, and who refers to what.",
      },
    ),
  ]);
}

function referrers(plan: CorePlan): string {
  return nested(
    sortedBy(Object.entries(referrersOf(plan.server)), ([model]) => model),
    (resources) =>
      nested(
        sortedBy(Object.entries(resources), ([resource]) => resource),
        stringArray,
      ),
  );
}

function nested<Value>(entries: readonly [string, Value][], print: (value: Value) => string): string {
  return objectLiteral(entries.map(([key, value]) => [objectKey(key), print(value)]));
}
