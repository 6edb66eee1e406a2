import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { impactCommand } from "./impact.ts";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const flags = {
  from: "v42",
  to: "v43",
  project: at("test/impact-solution"),
  snapshots: at("../schemas-snapshots"),
  format: "text",
  failOn: "breaking",
};
let stdout: string;
let stderr: string;
beforeEach(() => {
  stdout = stderr = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    stdout += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    stderr += text;
    return true;
  });
  vi.spyOn(process, "cwd").mockReturnValue(at("test"));
});
afterEach(() => vi.restoreAllMocks());

it("names files from where it is called, says what --fix would change, and ends with 4", async () => {
  expect(await impactCommand({ ...flags, format: "github" })).toBe(4);
  expect(stdout).toContain(
    "::error file=impact-solution/data/legacy.js,line=5,col=42,title=property-removed::",
  );
  expect(stderr).toBe("--fix would change 2 files\n10 uses in 3 files, 10 at or above breaking\n");
});

it("says that a program which does not import that client was not looked into", async () => {
  expect(await impactCommand({ ...flags, from: "v41", to: "v42" })).toBe(0);
  expect(stdout).toBe("");
  expect(stderr).toContain("No file imports the client of v41: there was nothing to find.\n");
});

it.each([
  [{ format: "html" }, "DIFF.UNKNOWN_FORMAT"],
  [{ failOn: "bad" }, "DIFF.UNKNOWN_LEVEL"],
  [{ project: at("src") }, "IMPACT.BAD_PROJECT"],
  [{ to: "v99" }, "SNAPSHOT.NOT_ONE"],
])("refuses %j", async (wrong, code) => {
  await expect(impactCommand({ ...flags, ...wrong })).rejects.toMatchObject({ code });
});
