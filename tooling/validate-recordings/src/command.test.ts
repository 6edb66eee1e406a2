import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validateRecordings } from "./command.ts";
import { releaseIds } from "./release.ts";

const recordings = fileURLToPath(new URL("../../../recordings/", import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "validate-"));
  mkdirSync(join(folder, "empty"));
  writeFileSync(join(folder, "a-file"), "");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder of recordings of 2.42 with these files. */
function recorded(name: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(join(folder, name, "v42"), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, "v42", file), text);
  return join(folder, name);
}

async function validate(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await validateRecordings(argv, {
    calledFrom: folder,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  });
  return { code, out: out.join(""), err: err.join("") };
}

it("says what it takes", async () => {
  const { code, out, err } = await validate("--help");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("--recordings DIR");
  expect(out).toContain("Exit codes: 0 fine, 1 bug, 2 could not, 4 findings");
});

describe("what cannot be read is told on stderr, with what is wrong", () => {
  it.each([
    ["an unknown option", ["--recording", "x"], "Unknown option '--recording'"],
    ["an argument too many", ["x"], "Unexpected argument 'x'"],
    ["no folder", ["--recordings", "nowhere"], "there is no folder"],
    ["a file", ["--recordings", "a-file"], "there is no folder"],
    ["an empty folder", ["--recordings", "empty"], "has no folder v41, v42, v43"],
  ])("%s", async (_, argv, message) => {
    const { code, out, err } = await validate(...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err).toContain("--recordings DIR");
  });

  it.each([
    ["cut", '{"log":', "Unexpected end of JSON input"],
    ["list", "[]", "has no log.entries"],
    ["entry", '{"log":{"entries":[{}]}}', "entry 0 is no exchange"],
  ])("a broken HAR, by its file: %s", async (name, text, message) => {
    const broken = recorded(name, { "01-system.har": text });
    const { code, out, err } = await validate("--recordings", broken);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(join(broken, "v42", "01-system.har"));
    expect(err).toContain(message);
  });

  it("recordings without objects", async () => {
    const { code, err } = await validate(
      "--recordings",
      recorded("none", { "01-a.har": '{"log":{"entries":[]}}' }),
    );
    expect(code).toBe(2);
    expect(err).toContain("the recordings have no objects");
  });
});

it("takes a folder from where it was called, with some releases and other files in it", async () => {
  recorded("some", { "README.md": "# What this is\n", "notes.json": "{" });
  for (const file of ["07-crud.har"])
    copyFileSync(join(recordings, "v42", file), join(folder, "some", "v42", file));
  mkdirSync(join(folder, "some", "v99"));
  const { code, out, err } = await validate("--recordings", "some");
  expect(code).toBe(0);
  expect(out).toMatch(/^v42 {2}\d+ objects of \d+ resources/);
  expect(out).toContain("  rejected falsely       0\n");
  const others = releaseIds().filter((id) => id !== "v42");
  expect(err.split("\n").slice(0, others.length + 1)).toEqual([
    ...others.map((id) => `${id}: there is no folder ${id}; its schemas are not validated`),
    "v99: there are no schemas of it; its recordings are not read",
  ]);
});
