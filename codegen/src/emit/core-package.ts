import { openApiCoreEntries } from "../openapi/client-entry.ts";
import type { CorePlan } from "../plan/core-plan.ts";
import { planCore } from "../plan/core-plan.ts";
import { typeReExports } from "./core-index.ts";
import type { Emitter, GeneratedFile, Release } from "./emitter.ts";
import { enumConstants } from "./enums.ts";
import { jobParameters, jobTypeNames } from "./job-parameters.ts";
import type { PackageContent } from "./package-files.ts";
import { packageFiles } from "./package-files.ts";
import { presetTable } from "./presets.ts";
import { readModels } from "./read-models.ts";
import { resourceTable, resourceTypes } from "./registry.ts";
import { schemaCoreEntries, schemaModels } from "./schemas/schema-models.ts";
import { schemaParts } from "./schemas/schema-text.ts";
import { coreTypes, serverDescription } from "./server-description.ts";
import { reExport, typescriptFile } from "./typescript-file.ts";
import { writeModels } from "./write-models.ts";

/** `core-v42`: what one release is, as types and small tables. */
export const corePackage: Emitter = {
  name: "core",
  scope: "release",
  emit: (release) => {
    const plan = planCore(release.server);
    return {
      folder: `core-${release.row.id}`,
      files: [
        ...packageFiles(corePackageContent(release, plan)),
        readModels(plan),
        writeModels(plan),
        ...schemaModels(plan),
        ...jobParameters(plan),
        enumConstants(plan),
        presetTable(plan),
        resourceTypes(plan),
        resourceTable(plan),
        serverDescription(plan),
        coreTypes("Core", [release.server.source.version]),
        coreIndex(plan),
      ],
    };
  },
};

function coreIndex(plan: CorePlan): GeneratedFile {
  const module = (file: string): string => `./generated/${file}.ts`;
  const enumNames = plan.enums.map(({ typeName }) => typeName);
  return typescriptFile("src/index.ts", [
    reExport(module("core"), ["Core"], "types"),
    ...(enumNames.length === 0 ? [] : [reExport(module("enums"), enumNames, "values")]),
    ...(jobParameters(plan).length === 0 ? [] : [reExport(module("job-parameters"), jobTypeNames, "types")]),
    ...typeReExports(plan),
    reExport(module("resource-table"), ["resources"], "values"),
    reExport(module("resources"), ["Resources"], "types"),
    reExport(module("server"), ["server"], "values"),
  ]);
}

function corePackageContent({ row, server }: Release, plan: CorePlan): PackageContent {
  const { release, revision } = server.source;
  return {
    name: `@dhis2w/core-${row.id}`,
    description: `Types and tables of DHIS2 ${release}, generated from a running server`,
    entries: { ".": "index", ...openApiCoreEntries, ...schemaCoreEntries },
    dependencies: ["@dhis2w/query", schemaParts],
    catalog: ["zod"],
    readme: `
What DHIS2 ${release} (revision ${revision}) is, as TypeScript types and small tables: ${plan.models.length} models,
${plan.enums.length} enums, ${plan.resources.length} metadata resources. Install \`@dhis2w/client-${row.id}\` to call a
server; this package is for code that needs the types alone.

\`\`\`sh
npm install @dhis2w/core-${row.id}
\`\`\`

\`\`\`ts
import type { Models, Resources } from "@dhis2w/core-${row.id}";
import { resources, server } from "@dhis2w/core-${row.id}";

console.log(server.release, resources.attributable.length);
\`\`\`
`,
  };
}
