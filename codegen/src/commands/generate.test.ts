import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { generateCommand } from "./generate.ts";

const snapshots = fileURLToPath(new URL("../../../schemas-snapshots", import.meta.url));
let out: string;
let stdout: string;
let stderr: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "dhis2w-command-"));
  stdout = "";
  stderr = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    stdout += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    stderr += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(out, { recursive: true, force: true });
});

test("writes, is content, and then names what was changed by hand and how to put it right", async () => {
  const flags = { snapshots, out, openapi: false };
  expect(await generateCommand(["v42"], flags)).toBe(0);
  expect(stdout).toContain("add core-v42/src/index.ts\n");
  expect(stderr).toContain("[1/4] read v42\n");
  const files = stdout.trim().split("\n").length;
  expect(stderr).toContain(`wrote ${files} of ${files} files in 2 folders, `);
  expect(stderr).toMatch(
    /\nNext:\n {2}npm pkg set ("workspaces\[\]=.+\/core-v42") "workspaces\[\]=.+\/client-v42"\n {2}npm /,
  );

  stdout = "";
  stderr = "";
  expect(await generateCommand(["v42"], flags)).toBe(0);
  expect(await generateCommand(["v42"], { ...flags, check: true })).toBe(0);
  expect(stdout).toBe("");
  expect(stderr).not.toContain("Next");

  const file = join(out, "core-v42/src/generated/server.ts");
  writeFileSync(file, readFileSync(file, "utf8").replace("42", "43"));
  stderr = "";
  expect(await generateCommand(["v42"], { ...flags, check: true })).toBe(4);
  expect(stdout).toBe("change core-v42/src/generated/server.ts\n");
  expect(stderr).toContain("1 file differs");
  expect(stderr).toContain(`--snapshots ${snapshots} --out ${out} v42\n`);
});
