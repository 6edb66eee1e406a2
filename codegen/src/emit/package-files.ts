import type { GeneratedFile } from "./emitter.ts";
import { generatedMark } from "./typescript-file.ts";

/** What is particular to one generated package. */
export interface PackageContent {
  /** `@dhis2w/core-v42` */
  readonly name: string;
  readonly description: string;
  /** Whether it is for this repository only. */
  readonly private?: true;
  /** Subpath → source file without folder and ending: `"." → "index"`. */
  readonly entries: Readonly<Record<string, string>>;
  /** Whether its declarations go without comments, because others say the same. */
  readonly uncommented?: true;
  /** Whether its declarations name types of the Web platform, `Request`. */
  readonly web?: boolean;
  /** Names of packages of this project. */
  readonly dependencies: readonly string[];
  /** Names of packages of others, whose versions the workspace's catalog holds. */
  readonly catalog?: readonly string[];
  /** Markdown, without the title. */
  readonly readme: string;
}

/** package.json, TypeScript settings and README of a generated package. */
export function packageFiles(content: PackageContent): GeneratedFile[] {
  return [
    { path: "package.json", text: json(manifest(content)), keeps: ["version"] },
    { path: "tsconfig.json", text: json(typecheckSettings(content)) },
    { path: "tsconfig.build.json", text: json(buildSettings(content)) },
    {
      path: "README.md",
      text: `<!-- ${generatedMark} -->\n\n# ${content.name}\n\n${content.readme.trim()}\n`,
    },
  ];
}

const manifest = ({ entries, dependencies, catalog = [], ...content }: PackageContent): object => ({
  name: content.name,
  version: "0.1.0",
  ...(content.private && { private: true }),
  description: content.description,
  license: "BSD-3-Clause",
  type: "module",
  sideEffects: false,
  engines: { node: ">=20.19" },
  files: ["dist"],
  exports: exportsOf(entries, (file) => ({ "@dhis2w/source": `./src/${file}.ts`, ...built(file) })),
  // Sources are not published, and a pattern that matches no file is an error to those who check packages.
  ...(!content.private && { publishConfig: { access: "public", exports: exportsOf(entries, built) } }),
  scripts: { build: "tsc -p tsconfig.build.json" },
  dependencies: Object.fromEntries([
    ...[...dependencies].sort().map((dependency) => [dependency, "workspace:^"]),
    ...[...catalog].sort().map((dependency) => [dependency, "catalog:"]),
  ]),
});

const exportsOf = (
  entries: PackageContent["entries"],
  conditions: (file: string) => object,
): Readonly<Record<string, object | string>> => ({
  ...Object.fromEntries(Object.entries(entries).map(([subpath, file]) => [subpath, conditions(file)])),
  "./package.json": "./package.json",
});

const built = (file: string): object => ({ types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` });

/** Complete in itself, so that a package generated outside this repository builds too. */
const typecheckSettings = ({ web = false }: PackageContent): object => ({
  compilerOptions: {
    target: "ES2022",
    lib: web ? ["ES2023", "DOM", "DOM.Iterable"] : ["ES2023"],
    module: "NodeNext",
    moduleResolution: "NodeNext",
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    isolatedDeclarations: true,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    forceConsistentCasingInFileNames: true,
    // Declarations of zod name types of the Web platform.
    skipLibCheck: true,
    customConditions: ["@dhis2w/source"],
    stripInternal: true,
    noEmit: true,
  },
  include: ["src"],
});

const buildSettings = ({ uncommented }: PackageContent): object => ({
  extends: "./tsconfig.json",
  compilerOptions: {
    customConditions: [],
    noEmit: false,
    ...(uncommented && { removeComments: true }),
    rootDir: "src",
    outDir: "dist",
  },
});

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
