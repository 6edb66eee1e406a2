import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSnapshot } from "@dhis2w/model";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readInput, type SnapshotInput } from "../compare/snapshot-input.ts";
import { fieldPaths, leadingPath } from "./field-paths.ts";
import { type Impact, impactOn } from "./impact.ts";

const app = fileURLToPath(new URL("../../test/impact-app", import.meta.url));
const solution = fileURLToPath(new URL("../../test/impact-solution", import.meta.url));
const snapshots = fileURLToPath(new URL("../../../schemas-snapshots", import.meta.url));
const [v41, v42, v43] = [
  readInput("v41", snapshots),
  readInput("v42", snapshots),
  readInput("v43", snapshots),
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dhis2w-impact-"));
  cpSync(app, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** `src/reads.ts:12 CategoryOption.legendSet`, from the marks in a program. */
function seeded(program: string): string[] {
  return readdirSync(program, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.[jt]sx?$/.test(name))
    .flatMap((name) =>
      readFileSync(join(program, name), "utf8")
        .split("\n")
        .flatMap((line, index) => {
          const [, what] = /\/[/*] breaks: (.*?)(?: \*\/.*)?$/.exec(line) ?? [];
          return (what?.split(" + ") ?? []).map((one) => `${name}:${index + 1} ${one}`);
        }),
    );
}

const places = (impacts: readonly Impact[]): string[] => [
  ...new Set(impacts.map(({ file, line, what }) => `${file}:${line} ${what}`)),
];

describe("impact of 42 → 43 on a program", () => {
  it("finds every line that breaks, and nothing else", () => {
    const { impacts, files } = impactOn({ before: v42, after: v43, project: join(folder, "tsconfig.json") });
    expect(files).toBe(13);
    expect(places(impacts).sort()).toEqual(seeded(folder).sort());
    expect(impacts.length).toBeGreaterThan(130);
  });

  it("follows the references of a solution, path aliases and JSDoc", () => {
    const { impacts, files } = impactOn({ before: v42, after: v43, project: solution });
    expect(files).toBe(3);
    expect(places(impacts).sort()).toEqual(seeded(solution).sort());
    const web = impactOn({
      before: v42,
      after: v43,
      project: join(solution, "web/tsconfig.app.json"),
      base: solution,
    });
    expect(places(web.impacts)).toEqual(places(impacts));
  });

  it("says where, why and what to do", () => {
    const { impacts } = impactOn({ before: v42, after: v43, project: join(folder, "tsconfig.json") });
    const [first] = impacts.filter(({ file }) => file === "src/reads.ts");
    expect(first).toMatchObject({
      line: 6,
      column: 20,
      change: {
        rule: "property-removed",
        level: "breaking-for-readers",
        todo: expect.stringContaining("Remove it"),
      },
    });
  });

  it("fixes imports, and leaves the rest to a person", () => {
    const before = readFileSync(join(folder, "src/writes.ts"), "utf8");
    const { fixable } = impactOn({
      before: v42,
      after: v43,
      project: join(folder, "tsconfig.json"),
      fix: true,
    });
    const importing = readdirSync(join(app, "src")).filter((name) =>
      readFileSync(join(app, "src", name), "utf8").includes("client-v42"),
    );
    expect([...fixable].sort()).toEqual(importing.sort().map((name) => `src/${name}`));
    expect(readFileSync(join(folder, "src/writes.ts"), "utf8")).toBe(
      before.replaceAll("client-v42", "client-v43"),
    );
  });

  it("finds nothing in a program between a release and itself", () => {
    expect(impactOn({ before: v42, after: v42, project: join(folder, "tsconfig.json") }).impacts).toEqual([]);
  });

  it("changes nothing but names of modules, wherever they stand, and nothing the second time", () => {
    const source = [
      "import { type Dhis2, where as filter } from '@dhis2w/client-v42' // kept",
      'import type { /* why */ ValueType } from "@dhis2w/client-v42/minimal";',
      "import core = require('@dhis2w/core-v42');",
      "export * as x from '@dhis2w/client-v42/schemas/data-element'",
      "vi.mock('@dhis2w/client-v42', async () => await vi.importActual('@dhis2w/client-v42'));",
      'declare module "@dhis2w/client-v42" {}',
      'const text = "@dhis2w/client-v42"; // @dhis2w/client-v42',
      'import "@dhis2w/client-v420";',
      "log('@dhis2w/client-v42');",
    ].join("\r\n");
    const file = only(source);
    const project = join(folder, "tsconfig.json");
    const before = impactOn({ before: v42, after: v43, project });
    expect(before).toMatchObject({ importing: 1, fixable: ["src/only.ts"] });
    expect(readFileSync(file, "utf8")).toBe(source);
    impactOn({ before: v42, after: v43, project, fix: true });
    const kept = ["const text", 'import "@dhis2w/client-v420', "log("];
    const wanted = source
      .split("\r\n")
      .map((line) => (kept.some((start) => line.startsWith(start)) ? line : line.replaceAll("-v42", "-v43")));
    expect(readFileSync(file, "utf8")).toBe(wanted.join("\r\n"));
    expect(impactOn({ before: v42, after: v43, project, fix: true })).toMatchObject({
      importing: 0,
      fixable: [],
    });
  });

  it.each(["no-such.json", "broken.json", "empty.json"])("says what is wrong with %s", (name) => {
    writeFileSync(join(folder, "broken.json"), "{");
    writeFileSync(join(folder, "empty.json"), '{ "files": [] }');
    const project = join(folder, name);
    expect(() => impactOn({ before: v42, after: v42, project })).toThrow(
      expect.objectContaining({ code: "IMPACT.BAD_PROJECT" }),
    );
  });
});

/** Replaces the program by one file. */
function only(source: string): string {
  rmSync(join(folder, "src"), { recursive: true });
  mkdirSync(join(folder, "src"));
  const file = join(folder, "src/only.ts");
  writeFileSync(file, source);
  return file;
}

describe("a member of an enum that has another name", () => {
  const source = `import { createClient, DataDimensionType } from "@dhis2w/client-v43";
const dhis2 = createClient({ baseUrl: "https://dhis2.example.org" });
await dhis2.resources.categories.create({ name: "Sex", dataDimensionType: "DISAGGREGATION" });
await dhis2.resources.categories.list({ filter: ["dataDimensionType:eq:DISAGGREGATION"] });
export const kind = DataDimensionType.DISAGGREGATION;
export const label = "DISAGGREGATION";
`;
  it("is renamed in members, bodies and filters, and nowhere else", () => {
    const file = only(source);
    const project = join(folder, "tsconfig.json");
    const { impacts, fixable } = impactOn({ before: v43, after: withRenamedMember(), project, fix: true });
    expect(impacts.map(({ line, what }) => `${line} ${what}`)).toEqual([
      "3 DataDimensionType.DISAGGREGATION",
      "4 DataDimensionType.DISAGGREGATION",
      "5 DataDimensionType.DISAGGREGATION",
    ]);
    expect(fixable).toEqual(["src/only.ts"]);
    const [head, label] = source.split("export const label");
    expect(readFileSync(file, "utf8")).toBe(
      `${head?.replaceAll("DISAGGREGATION", "DISAGGREGATED")}export const label${label}`,
    );
  });
});

describe("impact of 41 → 42", () => {
  it("finds imports of types that are called otherwise, and fixes them", () => {
    const file =
      only(`import { ProgramStatus, type FontStyleFont as Font, ValueType } from "@dhis2w/client-v41";
export const active = ProgramStatus.ACTIVE;
export type Both = Font | ValueType;
export const later = import("@dhis2w/client-v41");
`);
    const project = join(folder, "tsconfig.json");
    const { impacts } = impactOn({ before: v41, after: v42, project, fix: true });
    expect(impacts.map(({ line, what, change }) => [line, what, change.rule, change.todo])).toEqual([
      [1, "ProgramStatus", "type-renamed", "Import EnrollmentStatus."],
      [1, "FontStyleFont", "type-renamed", "Import Font."],
    ]);
    expect(readFileSync(file, "utf8")).toBe(
      `import { EnrollmentStatus as ProgramStatus, type Font as Font, ValueType } from "@dhis2w/client-v42";
export const active = ProgramStatus.ACTIVE;
export type Both = Font | ValueType;
export const later = import("@dhis2w/client-v42");
`,
    );
  });

  it("finds creates that lack what is required now, and none that may have it", () => {
    only(`import { createClient, type TrackedEntityTypeCreate } from "@dhis2w/client-v41";
const { trackedEntityTypes } = createClient({}).resources;
const names = { name: "Person", shortName: "Person" };
export const save = (rest: object) => trackedEntityTypes.create({ name: "x", ...rest } as TrackedEntityTypeCreate);
await trackedEntityTypes.create({ ...names, description: "A person" });
await trackedEntityTypes.create({ name: "Person" });
await trackedEntityTypes.patch("abc12345678", { name: "Person" });
`);
    const { impacts } = impactOn({ before: v41, after: v42, project: join(folder, "tsconfig.json") });
    const required = impacts.filter(({ change }) => change.rule === "property-required");
    expect(required.map(({ line, what }) => [line, what])).toEqual([[6, "TrackedEntityType.shortName"]]);
  });
});

function withRenamedMember(): SnapshotInput {
  const schemas = JSON.parse(
    JSON.stringify(v43.documents.schemas).replaceAll('"DISAGGREGATION"', '"DISAGGREGATED"'),
  );
  const documents = { ...v43.documents, schemas };
  return { ...v43, documents, server: readSnapshot(documents) };
}

describe("names in queries", () => {
  const paths = (text: string): string[] => fieldPaths(text).map(({ path }) => path.join("."));
  it.each([
    ["id,name", ["id", "name"]],
    [
      "categoryCombo[id,categories[name]],code",
      [
        "categoryCombo",
        "categoryCombo.id",
        "categoryCombo.categories",
        "categoryCombo.categories.name",
        "code",
      ],
    ],
    ["categoryCombo(id)", ["categoryCombo", "categoryCombo.id"]],
    ["groups~size~rename(n), name::isNotEmpty|rename(x)", ["groups", "name"]],
    [":owner,!code,*", []],
    [`id,\0,legend\0,name`, ["id", "name"]],
    ["items~pluck(name),id", ["items", "id"]],
    ["items~pluck[name],id", ["items", "items.name", "id"]],
    ["categoryCombo.name", ["categoryCombo", "categoryCombo.name"]],
  ])("%s", (text, wanted) => {
    expect(paths(text)).toEqual(wanted);
  });
  it("knows where a name stands", () => {
    expect(fieldPaths("id,combo[name]").at(-1)).toEqual({ path: ["combo", "name"], offset: 9 });
    expect(leadingPath("combo.name:eq:x").at(-1)).toEqual({ path: ["combo", "name"], offset: 6 });
  });
});
