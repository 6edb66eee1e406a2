import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { GeneratedFile } from "../emit/emitter.ts";
import { typescriptFile } from "../emit/typescript-file.ts";
import { applyChanges } from "./apply.ts";
import { compareFolder } from "./compare.ts";

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "dhis2w-"));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const manifest: GeneratedFile = {
  path: "package.json",
  text: '{\n  "name": "@dhis2w/core-v42",\n  "version": "0.1.0"\n}\n',
  keeps: ["version"],
};
const typed = (name: string, body = "export const a = 1;"): GeneratedFile =>
  typescriptFile(`src/${name}.ts`, [body]);

const compare = (...files: GeneratedFile[]) => compareFolder(out, { folder: "core-v42", files });
const summary = (...files: GeneratedFile[]) => compare(...files).map(({ kind, path }) => `${kind} ${path}`);
const write = (...files: GeneratedFile[]) => applyChanges(compare(...files));
const stored = (path: string) => readFileSync(join(out, "core-v42", path), "utf8");

test("writes a folder once, and nothing the second time", () => {
  const first = compare(manifest, typed("index"));
  expect(first.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    "add core-v42/dhis2w.lock.json",
    "add core-v42/package.json",
    "add core-v42/src/index.ts",
  ]);
  applyChanges(first);
  expect(stored("src/index.ts")).toBe(typed("index").text);
  expect(JSON.parse(stored("dhis2w.lock.json"))).toEqual({
    generatedFiles: ["package.json", "src/index.ts"],
  });
  expect(summary(manifest, typed("index"))).toEqual([]);
});

test("comparing writes nothing", () => {
  compare(manifest);
  expect(existsSync(join(out, "core-v42"))).toBe(false);
});

test("a character changed by hand is a difference, and writing puts it right", () => {
  write(typed("index"));
  writeFileSync(join(out, "core-v42/src/index.ts"), typed("index").text.replace("1", "2"));
  expect(summary(typed("index"))).toEqual(["change core-v42/src/index.ts"]);
  write(typed("index"));
  expect(stored("src/index.ts")).toBe(typed("index").text);
});

test("a file that is no longer generated goes, with the folder that it leaves empty", () => {
  write(manifest, typed("index"), typed("models/old"));
  expect(summary(manifest, typed("index"))).toEqual([
    "change core-v42/dhis2w.lock.json",
    "remove core-v42/src/models/old.ts",
  ]);
  write(manifest, typed("index"));
  expect(readdirSync(join(out, "core-v42/src"))).toEqual(["index.ts"]);
});

test("a stale file is known by its header where the lock file was lost or damaged", () => {
  write(typed("index"), typed("old"));
  writeFileSync(join(out, "core-v42/dhis2w.lock.json"), "{");
  expect(summary(typed("index"))).toEqual(["change core-v42/dhis2w.lock.json", "remove core-v42/src/old.ts"]);
});

test("files of other people in the folder stay", () => {
  write(typed("index"));
  writeFileSync(join(out, "core-v42/CHANGELOG.md"), "# 0.1.1\n");
  expect(summary(typed("index"))).toEqual([]);
});

test("the version that the release tool set stays", () => {
  write(manifest);
  writeFileSync(join(out, "core-v42/package.json"), manifest.text.replace("0.1.0", "1.2.3"));
  expect(summary(manifest)).toEqual([]);
  write({ ...manifest, text: manifest.text.replace("core-v42", "core-v43") });
  expect(JSON.parse(stored("package.json"))).toEqual({ name: "@dhis2w/core-v43", version: "1.2.3" });
});

test.each([
  ["a TypeScript file without the header", typed("index"), "src/index.ts"],
  ["a package.json that is in no lock file", manifest, "package.json"],
])("refuses to write over %s", (_, file, path) => {
  mkdirSync(join(out, "core-v42/src"), { recursive: true });
  writeFileSync(join(out, "core-v42", path), "by hand");
  expect(() => compare(file)).toThrow("GENERATE.FOREIGN_FILE");
  expect(stored(path)).toBe("by hand");
});

test.each([
  ["../out.ts"],
  ["/etc/out.ts"],
  ["src/../../out.ts"],
  ["src\\..\\out.ts"],
  ["C:/out.ts"],
  [""],
  ["a//b"],
  [".git/config"],
])("refuses the path '%s'", (path) => {
  expect(() => compare({ path, text: "x" })).toThrow("GENERATE.OUTSIDE");
});

test("refuses to follow a link out of the folder", () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "dhis2w-elsewhere-"));
  mkdirSync(join(out, "core-v42"));
  symlinkSync(elsewhere, join(out, "core-v42/src"));
  expect(() => compare(typed("index"))).toThrow("GENERATE.OUTSIDE");
  rmSync(elsewhere, { recursive: true });
});

test("a lock file cannot make it remove what is outside", () => {
  writeFileSync(join(out, "precious.txt"), "kept");
  mkdirSync(join(out, "core-v42"));
  writeFileSync(join(out, "core-v42/dhis2w.lock.json"), '{"generatedFiles":["../precious.txt"]}');
  expect(() => compare(manifest)).toThrow("GENERATE.OUTSIDE");
  expect(readFileSync(join(out, "precious.txt"), "utf8")).toBe("kept");
});

test("leaves everything as it was when a file cannot be written", () => {
  write(typed("a"), typed("b"));
  const before = stored("src/a.ts");
  const changes = compare(typed("a", "export const a = 2;"), typed("b", "export const b = 2;"));
  // A folder stands where the text of the second file is to be put down.
  mkdirSync(join(out, `core-v42/src/b.ts.${process.pid}.tmp`));
  expect(() => applyChanges(changes)).toThrow();
  expect(stored("src/a.ts")).toBe(before);
  expect(readdirSync(join(out, "core-v42/src")).filter((name) => name.startsWith("a."))).toEqual(["a.ts"]);
});

test("an emitter that makes a path twice is a fault, also where only the case differs", () => {
  expect(() => compare(typed("index"), typed("Index"))).toThrow("makes 'core-v42/src/Index.ts' twice");
});
