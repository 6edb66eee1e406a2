import type { QuirkSlice } from "@dhis2w/model";
import { sortedBy } from "@dhis2w/model";
import { StructureKind } from "ts-morph";
import type { CorePlan } from "../plan/core-plan.ts";
import { planCore } from "../plan/core-plan.ts";
import { sharedModel } from "../plan/shared-model.ts";
import { propertyKey, stringLiteral } from "../text/escape.ts";
import { typeReExports } from "./core-index.ts";
import type { Emitter, GeneratedFile, Release } from "./emitter.ts";
import { enumTypes } from "./enums.ts";
import type { PackageContent } from "./package-files.ts";
import { packageFiles } from "./package-files.ts";
import { presetTable } from "./presets.ts";
import { readModels } from "./read-models.ts";
import { resourceTypes } from "./registry.ts";
import { coreTypes } from "./server-description.ts";
import { reExport, typescriptFile } from "./typescript-file.ts";
import { writeModels } from "./write-models.ts";

/** `core-common`: the part of each model that all releases share, as types. */
export const commonPackage: Emitter = {
  name: "common",
  scope: "all",
  emit: (releases) => {
    const [first, ...others] = sortedBy(releases, ({ row }) => row.id);
    if (first === undefined) return { folder: "core-common", files: [] };
    const plan = planCore(sharedModel([first.server, ...others.map(({ server }) => server)]));
    const versions = [first, ...others].map(({ server }) => server.source.version);
    return {
      folder: "core-common",
      files: [
        ...packageFiles(packageContent(versions)),
        readModels(plan),
        writeModels(plan),
        enumTypes(plan),
        presetTable(plan),
        resourceTypes(plan),
        coreTypes("CommonCore", versions),
        quirkTypes([first, ...others]),
        commonIndex(plan),
      ],
    };
  },
};

/** `interface Quirks`: every behaviour by name with the values it has in some release. */
function quirkTypes(releases: readonly Release[]): GeneratedFile {
  const slices = new Map<string, QuirkSlice[]>();
  for (const quirk of releases.flatMap(({ server }) => server.quirks.filter(({ client }) => client)))
    slices.set(quirk.name, [...(slices.get(quirk.name) ?? []), quirk]);
  return typescriptFile("src/generated/quirks.ts", [
    {
      kind: StructureKind.Interface,
      name: "Quirks",
      isExported: true,
      docs: ["How releases differ: the behaviours of `server.quirks`, each an entry of BUGS.md."],
      properties: sortedBy(slices, ([name]) => name).map(([name, found]) => ({
        docs: [[...new Set(found.map(({ id }) => id))].join(", ")],
        isReadonly: true,
        name: propertyKey(name),
        type: valueType(found),
        hasQuestionToken: found.length < releases.length,
      })),
    },
  ]);
}

function valueType(quirks: readonly QuirkSlice[]): string {
  const types = quirks.map(({ value }) => (typeof value === "string" ? stringLiteral(value) : typeof value));
  return [...new Set(types)].sort().join(" | ");
}

function commonIndex(plan: CorePlan): GeneratedFile {
  const module = (file: string): string => `./generated/${file}.ts`;
  const enumNames = plan.enums.map(({ typeName }) => typeName);
  return typescriptFile("src/index.ts", [
    reExport(module("core"), ["CommonCore"], "types"),
    ...(enumNames.length === 0 ? [] : [reExport(module("enums"), enumNames, "types")]),
    ...typeReExports(plan),
    reExport(module("quirks"), ["Quirks"], "types"),
    reExport(module("resources"), ["Resources"], "types"),
  ]);
}

function packageContent(versions: readonly number[]): PackageContent {
  const list = versions.map((version) => `2.${version}`).join(", ");
  return {
    name: "@dhis2w/core-common",
    description: `The part of the metadata models that DHIS2 ${list} share, as types`,
    // Clients need the one type, and compilers not the names of all others.
    entries: { ".": "index", "./core": "generated/core" },
    // Every client carries them beside its own core, which has the comments.
    uncommented: true,
    dependencies: ["@dhis2w/query"],
    readme: `
Types for code that must run against every supported release (DHIS2 ${list}): of each model the properties that all
of them have. An object read by any of the clients has the type of the same name here, and what is made by a create
shape of this package every release takes. No code, types only.

\`\`\`sh
npm install @dhis2w/core-common
\`\`\`

\`\`\`ts
import type { DataElement } from "@dhis2w/core-common";

const label = (element: DataElement): string => \`\${element.name} (\${element.valueType})\`;
\`\`\`
`,
  };
}
