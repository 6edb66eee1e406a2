import { StructureKind } from "ts-morph";
import { propertyKey } from "../text/escape.ts";
import type { Emitter, GeneratedFile, Release } from "./emitter.ts";
import { packageFiles } from "./package-files.ts";
import { exportedConst, objectLiteral, typeImport, typescriptFile } from "./typescript-file.ts";

/** One package of each release, as a table. */
interface Kind {
  /** First part of the names of its packages: `core`. */
  readonly name: string;
  /** Name of the table, and of the interface of its types but for the first letter. */
  readonly table: string;
  /** The type that a package is asked for. */
  readonly type: string;
}

const core: Kind = { name: "core", table: "cores", type: "Core" };
const client: Kind = { name: "client", table: "clients", type: "Dhis2" };

/** `all-cores`: what runs on every release, such as our tests, finds the cores here and names none. */
export const allCores: Emitter = everyRelease(core);

/** `all-clients`: the same for the clients. */
export const allClients: Emitter = everyRelease(client);

function everyRelease(kind: Kind): Emitter {
  const folder = `all-${kind.table}`;
  return {
    name: `all ${kind.table}`,
    scope: "all",
    place: "home",
    emit: (releases) => ({
      folder,
      files: [
        ...packageFiles({
          name: `@dhis2w/${folder}`,
          description: `The ${kind.name} of every release, by its id`,
          private: true,
          entries: { ".": "index" },
          web: true,
          dependencies: releases.map(({ row }) => packageOf(kind, row.id)),
          readme: `The ${kind.table} of all releases in one table, for programs of this repository that run on each. Not published.`,
        }),
        table(kind, releases),
      ],
    }),
  };
}

function table(kind: Kind, releases: readonly Release[]): GeneratedFile {
  const rows = releases.map(({ row }) => ({
    key: propertyKey(row.id),
    module: packageOf(kind, row.id),
    value: row.id.replaceAll("-", "_"),
    type: `${kind.type}${row.id.slice(0, 1).toUpperCase()}${row.id.slice(1).replaceAll("-", "_")}`,
  }));
  const properties = rows.map(({ key, value }) => `readonly ${key}: typeof ${value}`);
  return typescriptFile("src/index.ts", [
    ...rows.flatMap(({ module, value, type }) => [
      typeImport(module, [`${kind.type} as ${type}`]),
      { kind: StructureKind.ImportDeclaration, namespaceImport: value, moduleSpecifier: module } as const,
    ]),
    exportedConst(kind.table, objectLiteral(rows.map(({ key, value }) => [key, value])), {
      type: `{ ${properties.join("; ")} }`,
      doc: `The ${kind.name} of each release, by its id, oldest first.`,
    }),
    {
      kind: StructureKind.Interface,
      name: `${kind.table.slice(0, 1).toUpperCase()}${kind.table.slice(1)}`,
      isExported: true,
      docs: [`\`${kind.type}\` of each release, by its id.`],
      properties: rows.map(({ key, type }) => ({ isReadonly: true, name: key, type })),
    },
  ]);
}

const packageOf = ({ name }: Kind, id: string): string => `@dhis2w/${name}-${id}`;
