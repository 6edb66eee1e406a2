import { sortedBy } from "@dhis2w/model";
import { StructureKind } from "ts-morph";
import { openApiClientEntries, openApiClientFiles } from "../openapi/client-entry.ts";
import { planCore } from "../plan/core-plan.ts";
import { type Accessor, accessorNamed, queryExports, runtimeExports } from "./client-exports.ts";
import { subpathEntries, subpathFiles } from "./client-subpaths.ts";
import type { Emitter, GeneratedFile, Release } from "./emitter.ts";
import { jobParameters, jobTypeNames } from "./job-parameters.ts";
import { type PackageContent, packageFiles } from "./package-files.ts";
import { clientSchemas, schemaClientEntries } from "./schemas/schema-models.ts";
import {
  exportList,
  reExport,
  type Statement,
  typeImport,
  typescriptFile,
  valueImport,
} from "./typescript-file.ts";

/** `client-v42`: core, runtime and accessors put together; what users install. */
export const clientPackage: Emitter = {
  name: "client",
  scope: "release",
  emit: (release) => {
    const accessors = sortedBy(release.row.accessors, (id) => id).map(accessorNamed);
    return {
      folder: `client-${release.row.id}`,
      files: [
        ...packageFiles(packageContent(release, accessors)),
        entry(release, accessors),
        minimalEntry(release),
        clientTypes(release, accessors),
        ...openApiClientFiles(coreOf(release), release.server.source.version),
        ...clientSchemas(planCore(release.server), coreOf(release)),
        ...subpathFiles(coreOf(release), release.row.subpaths),
      ],
    };
  },
};

/** The main entry: a client with its accessors, and whatever a user of it names. */
function entry(release: Release, accessors: readonly Accessor[]): GeneratedFile {
  const made = accessors.map(({ property, create }) => `  ${property}: ${create}<Core>(client),\n`).join("");
  return typescriptFile("src/index.ts", [
    ...accessors.map(({ id, create }) => valueImport(`@dhis2w/${id}`, [create])),
    typeImport(coreOf(release), ["Core"]),
    valueImport(coreOf(release), ["resources", "server"]),
    typeImport("@dhis2w/runtime", ["ClientOptions", "ConnectOptions", "Dhis2 as Dhis2OfCore"]),
    valueImport("@dhis2w/runtime", ["connect as connectCore", "createClient as createCoreClient"]),
    typeImport("./client.ts", ["Dhis2"]),
    `const core = { resources, server };

const withAccessors = (client: Dhis2OfCore<Core>): Dhis2 => ({
  ...client,
${made}});

/** Makes a client for DHIS2 2.${release.server.source.version}. No request is sent. */
export const createClient = (options: ClientOptions): Dhis2 => withAccessors(createCoreClient<Core>(core, options));

/** Makes a client and asks the server for its version; another major version is refused with \`VERSION.MISMATCH\`. */
export const connect = async (options: ConnectOptions): Promise<Dhis2> =>
  withAccessors(await connectCore<Core>(core, options));`,
    reExport("./client.ts", ["Dhis2", "Dhis2Client"], "types"),
    ...accessors.map(({ id, types }) => exportList(`@dhis2w/${id}`, types, "types")),
    exportList("@dhis2w/core-common/core", ["CommonCore"], "types"),
    ...handedOn(release),
  ]);
}

/** The entry without accessors. */
function minimalEntry(release: Release): GeneratedFile {
  return typescriptFile("src/minimal.ts", [
    typeImport(coreOf(release), ["Core"]),
    valueImport(coreOf(release), ["resources", "server"]),
    typeImport("@dhis2w/runtime", ["ClientOptions", "ConnectOptions", "Dhis2 as Dhis2OfCore"]),
    valueImport("@dhis2w/runtime", ["connect as connectCore", "createClient as createCoreClient"]),
    `const core = { resources, server };

/** A client with resources only. */
export interface Dhis2 extends Dhis2OfCore<Core> {}

/** Makes a client for DHIS2 2.${release.server.source.version}. No request is sent. */
export const createClient = (options: ClientOptions): Dhis2 => createCoreClient<Core>(core, options);

/** Makes a client and asks the server for its version; another major version is refused with \`VERSION.MISMATCH\`. */
export const connect = async (options: ConnectOptions): Promise<Dhis2> => connectCore<Core>(core, options);`,
    ...handedOn(release),
  ]);
}

/** The types of a client, for this release and for all. */
function clientTypes(release: Release, accessors: readonly Accessor[]): GeneratedFile {
  const client = (name: string, base: string, core: string, doc: string): Statement => ({
    kind: StructureKind.Interface,
    name,
    isExported: true,
    docs: [doc],
    extends: [`${base}<${core}>`],
    properties: accessors.map(({ property, type }) => ({
      isReadonly: true,
      name: property,
      type: `${type}<${core}>`,
    })),
  });
  return typescriptFile("src/client.ts", [
    ...accessors.map(({ id, type }) => typeImport(`@dhis2w/${id}`, [type])),
    typeImport("@dhis2w/core-common/core", ["CommonCore"]),
    typeImport(coreOf(release), ["Core"]),
    typeImport("@dhis2w/runtime", ["CommonDhis2", "Dhis2 as Dhis2OfCore"]),
    client("Dhis2", "Dhis2OfCore", "Core", `A client for DHIS2 2.${release.server.source.version}.`),
    client(
      "Dhis2Client",
      "CommonDhis2",
      "CommonCore",
      "What the clients of all releases have in common: for code that must run on each.",
    ),
  ]);
}

/** What both entries re-export, name by name. */
function handedOn(release: Release): Statement[] {
  const plan = planCore(release.server);
  const types = [
    "Core",
    "Models",
    "Resources",
    ...(jobParameters(plan).length === 0 ? [] : jobTypeNames),
    ...plan.models.flatMap(({ typeName, write }) => [typeName, write?.createName, write?.updateName]),
  ].filter((name) => name !== undefined);
  return [
    exportList(coreOf(release), types, "types"),
    exportList(
      coreOf(release),
      plan.enums.map(({ typeName }) => typeName),
      "values",
    ),
    exportList("@dhis2w/query", queryExports.types, "types"),
    exportList("@dhis2w/query", queryExports.values, "values"),
    exportList("@dhis2w/runtime", runtimeExports.types, "types"),
    exportList("@dhis2w/runtime", runtimeExports.values, "values"),
  ];
}

const coreOf = ({ row }: Release): string => `@dhis2w/core-${row.id}`;

function packageContent({ row, server }: Release, accessors: readonly Accessor[]): PackageContent {
  const { version, release } = server.source;
  const name = `@dhis2w/client-${row.id}`;
  return {
    name,
    description: `Typed client for the Web API of DHIS2 2.${version}`,
    entries: {
      ".": "index",
      "./minimal": "minimal",
      ...openApiClientEntries,
      ...schemaClientEntries,
      ...subpathEntries(row.subpaths),
    },
    web: true,
    dependencies: [
      ...accessors.map(({ id }) => `@dhis2w/${id}`),
      ...(row.subpaths ?? []).map((id) => `@dhis2w/${id}`),
      "@dhis2w/core-common",
      `@dhis2w/core-${row.id}`,
      "@dhis2w/query",
      "@dhis2w/runtime",
    ],
    readme: `
Typed client for the Web API of DHIS2 2.${version}, generated from a server of release ${release}.

\`\`\`sh
npm install ${name}
\`\`\`

\`\`\`ts
import { basic, connect } from "${name}";

const dhis2 = await connect({ baseUrl: "https://dhis2.example.org", auth: basic("admin", "district") });

const elements = await dhis2.resources.dataElements.list({
  fields: "id,name,valueType",
  filter: ["domainType:eq:AGGREGATE"],
});
for (const element of elements) console.log(element.name, element.valueType);
\`\`\`

\`${name}/minimal\` is the same client with \`dhis2.resources\` and \`dhis2.request\` only, for small bundles.

\`${name}/schemas/data-element\` has zod schemas of what is read and of what a create takes, and so for every model;
a client takes those that you hand over, to report or to refuse what does not fit.

\`\`\`ts
import { basic, createClient, validateWith } from "${name}";
import { dataElementCreateSchema, dataElementSchema } from "${name}/schemas/data-element";

const validated = createClient({
  baseUrl: "https://dhis2.example.org",
  auth: basic("admin", "district"),
  validation: validateWith({
    schemas: { dataElements: { read: dataElementSchema, create: dataElementCreateSchema } },
    onReport: (report) => console.warn(report.resource, report.findings),
  }),
});
const whole = await validated.resources.dataElements.get("fbfJHSPpUQD", { validation: "throw" });
\`\`\`

One package a release: install the one whose number your server has. \`connect\` refuses a server of another major
version. Node 20 or newer, and browsers; ECMAScript modules, which \`require\` loads too.
`,
  };
}
