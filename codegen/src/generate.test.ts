import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generate } from "./generate.ts";

const snapshots = fileURLToPath(new URL("../../schemas-snapshots", import.meta.url));
let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), "dhis2w-generate-"));
  generate({ snapshots, out });
}, 60_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

const paths = () => readdirSync(out, { recursive: true, encoding: "utf8" });
const summary = (options: { check?: boolean; versions?: string[] } = {}) =>
  generate({ snapshots, out, ...options }).changes.map(({ kind, path }) => `${kind} ${path}`);

test("a second run over the committed snapshots writes no file", () => {
  const file = join(out, "core-v42/src/index.ts");
  const before = statSync(file).mtimeMs;
  expect(summary()).toEqual([]);
  expect(statSync(file).mtimeMs).toBe(before);
}, 60_000);

test("check names a file in which one character was changed, and leaves it so", () => {
  const file = join(out, "core-v43/src/generated/models.ts");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("interface", "Interface"));
  expect(summary({ check: true })).toEqual(["change core-v43/src/generated/models.ts"]);
  expect(readFileSync(file, "utf8")).not.toBe(text);
  expect(summary()).toEqual(["change core-v43/src/generated/models.ts"]);
  expect(readFileSync(file, "utf8")).toBe(text);
}, 60_000);

test("one release is generated apart, without what all share", () => {
  const { folders } = generate({ snapshots, out, versions: ["v42"] });
  expect(folders).toEqual(["core-v42", "client-v42"]);
}, 60_000);

test("steps are told as they begin", () => {
  const steps: string[] = [];
  generate({
    snapshots,
    out,
    versions: ["v41"],
    onStep: ({ number, of, title }) => steps.push(`${number}/${of} ${title}`),
  });
  expect(steps).toEqual(["1/4 read v41", "2/4 emit core", "3/4 emit client", "4/4 write"]);
}, 60_000);

test("an unknown release is refused before anything is read", () => {
  expect(() => generate({ snapshots, out, versions: ["v40"] })).toThrow("No snapshot is called v40");
});

test("a hand-written file in the way stops it, and nothing is written", () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "dhis2w-generate-"));
  mkdirSync(join(elsewhere, "core-v42/src"), { recursive: true });
  writeFileSync(join(elsewhere, "core-v42/src/index.ts"), "export {};\n");
  expect(() => generate({ snapshots, out: elsewhere })).toThrow("GENERATE.FOREIGN_FILE");
  expect(readdirSync(elsewhere)).toEqual(["core-v42"]);
  rmSync(elsewhere, { recursive: true });
}, 60_000);

test.each([
  ["cut", (text: string) => text.slice(0, 1000), "schemas.json: is not JSON, or was cut"],
  ["empty", () => "", "schemas.json: is empty"],
  ["something else", () => "[]", "schemas.json"],
])("a snapshot that is %s is told with its file, and nothing is written", (_, damage, message) => {
  const folder = mkdtempSync(join(tmpdir(), "dhis2w-snapshots-"));
  const before = paths();
  cpSync(join(snapshots, "v42"), join(folder, "v42"), { recursive: true });
  writeFileSync(join(folder, "versions.json"), '[{"id":"v42","accessors":[]}]');
  const file = join(folder, "v42/schemas.json");
  writeFileSync(file, damage(readFileSync(file, "utf8")));
  expect(() => generate({ snapshots: folder, out })).toThrow(message);
  expect(paths()).toEqual(before);
  rmSync(folder, { recursive: true });
});

test.each([
  ["not JSON", "{", "is not JSON"],
  ["no array", "{}", "is not an array"],
  ["a row without an id", "[{}]", "/0 needs an id"],
  ["an id that is a path", '[{"id":"../v42","accessors":[]}]', "/0 needs an id"],
])("versions.json that is %s is refused", (_, text, message) => {
  const folder = mkdtempSync(join(tmpdir(), "dhis2w-snapshots-"));
  writeFileSync(join(folder, "versions.json"), text);
  expect(() => generate({ snapshots: folder, out })).toThrow(message);
  rmSync(folder, { recursive: true });
});

test("elsewhere than beside our packages, dependencies can be installed and nothing is made for us alone", () => {
  const manifest = JSON.parse(readFileSync(join(out, "client-v42/package.json"), "utf8"));
  expect(manifest.dependencies["@dhis2w/core-v42"]).toBe("file:../core-v42");
  expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:/);
  expect(readdirSync(out).filter((name) => !/^(client|core)-/.test(name))).toEqual([]);
});

test("without a table each folder with a snapshot is a release with all accessors", () => {
  const folder = mkdtempSync(join(tmpdir(), "dhis2w-snapshots-"));
  cpSync(join(snapshots, "v42"), join(folder, "mine"), { recursive: true });
  writeFileSync(join(folder, "notes.md"), "mine");
  const { changes } = generate({ snapshots: folder, out: join(folder, "packages"), check: true });
  const paths = changes.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["core-mine/src/index.ts", "client-mine/src/option-sets.ts"]));
  const entry = changes.find(({ path }) => path === "client-mine/src/index.ts");
  expect(entry?.text).toContain('import { createAttributeValues } from "@dhis2w/attribute-values";');
  rmSync(folder, { recursive: true });
}, 60_000);

test("a folder without snapshots is told", () => {
  expect(() => generate({ snapshots: join(out, "nowhere"), out })).toThrow("SNAPSHOT.MISSING");
});
