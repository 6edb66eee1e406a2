import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { diffCommand } from "./diff.ts";

const snapshots = fileURLToPath(new URL("../../../schemas-snapshots", import.meta.url));
const flags = { format: "json", level: "additive", snapshots };
let folder: string;
let stdout: string;
let stderr: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dhis2w-diff-"));
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
  rmSync(folder, { recursive: true, force: true });
});

/** A copy of v43 in which one property of data elements is gone. */
function altered(): string {
  const copy = join(folder, "mine");
  cpSync(join(snapshots, "v43"), copy, { recursive: true });
  const file = join(copy, "schemas.json");
  const document = JSON.parse(readFileSync(file, "utf8"));
  const schema = document.schemas.find(({ singular }: { singular: string }) => singular === "option");
  schema.properties = schema.properties.filter(({ name }: { name: string }) => name !== "sortOrder");
  writeFileSync(file, JSON.stringify(document));
  const openapi = join(copy, "openapi.json");
  const api = JSON.parse(readFileSync(openapi, "utf8"));
  delete api.components.schemas.Option.properties.sortOrder;
  writeFileSync(openapi, JSON.stringify(api));
  return copy;
}

describe("dhis2w diff", () => {
  it.each([
    [{ format: "xml" }, "DIFF.UNKNOWN_FORMAT"],
    [{ level: "bad" }, "DIFF.UNKNOWN_LEVEL"],
    [{ failOn: "bad" }, "DIFF.UNKNOWN_LEVEL"],
    [{ maxCharacters: "12" }, "DIFF.BAD_LIMIT"],
  ])("refuses %j before it looks for snapshots", async (wrong, code) => {
    await expect(diffCommand("no-such", "folder", { ...flags, ...wrong })).rejects.toMatchObject({ code });
  });

  it("ends with 4 where something is as bad as asked, with 0 once it is accepted", async () => {
    const mine = altered();
    expect(await diffCommand("v43", mine, { ...flags, failOn: "breaking" })).toBe(4);
    const { changes } = JSON.parse(stdout);
    const [{ rule, subject, fingerprint }] = changes;
    expect([rule, subject.label]).toEqual(["property-removed", "Option.sortOrder"]);
    expect(stderr).toContain("at or above breaking");

    const accepted = join(folder, "accepted.json");
    const rows = [
      { fingerprint, reason: "nobody sorts" },
      { fingerprint: "ffffffffffff", reason: "was there once" },
    ];
    writeFileSync(accepted, JSON.stringify({ accepted: rows }));
    stdout = stderr = "";
    expect(await diffCommand("v43", mine, { ...flags, failOn: "breaking", accepted })).toBe(0);
    expect(JSON.parse(stdout).accepted[0].reason).toBe("nobody sorts");
    expect(stderr).toBe("Accepted but not found any more: ffffffffffff (was there once)\n");
  });

  it("ends with 0 where nothing is asked for, and between a snapshot and itself", async () => {
    expect(await diffCommand("v43", "v43", { ...flags, failOn: "cosmetic", format: "text" })).toBe(0);
    expect(stdout).toContain("No differences.");
  });

  it("reads a folder as git has it, from the folder where it is called", async () => {
    expect(await diffCommand("HEAD:../schemas-snapshots/v43", "v43", { ...flags, format: "text" })).toBe(0);
    expect(stdout).toContain("No differences.");
    await expect(diffCommand("HEAD:no/such", "v43", flags)).rejects.toMatchObject({
      code: "SNAPSHOT.BAD_REVISION",
    });
  });

  it.each([
    ["no-such-folder", "SNAPSHOT.NOT_ONE"],
    [snapshots, "SNAPSHOT.NOT_ONE"],
    [join(snapshots, "v43", "schemas.json"), "SNAPSHOT.NOT_ONE"],
  ])("says why %s is no snapshot", async (name, code) => {
    await expect(diffCommand(name, "v43", flags)).rejects.toMatchObject({ code });
  });

  it("says where a snapshot was cut", async () => {
    const mine = altered();
    truncateSync(join(mine, "schemas.json"), 1000);
    await expect(diffCommand("v43", mine, flags)).rejects.toMatchObject({
      code: "SNAPSHOT.UNREADABLE",
      why: expect.stringContaining("schemas.json"),
    });
  });

  it.each([
    ["before", (mine: string) => diffCommand(mine, "v43", flags)],
    ["after", (mine: string) => diffCommand("v43", mine, flags)],
  ])("says which snapshot has a call that cannot be read: the one %s", async (_side, run) => {
    const mine = altered();
    const file = join(mine, "openapi.json");
    const api = JSON.parse(readFileSync(file, "utf8"));
    api.paths["/api/system/ping"].get.parameters = [{ in: "query" }];
    writeFileSync(file, JSON.stringify(api));
    await expect(run(mine)).rejects.toMatchObject({
      code: "SNAPSHOT.UNREADABLE",
      summary: `The snapshot '${mine}' cannot be used`,
      why: expect.stringContaining("/paths/~1api~1system~1ping/get/parameters/0"),
    });
    expect(stdout).toBe("");
  });

  it.each([
    ["{"],
    ["{}"],
    ['{ "accepted": [{ "fingerprint": "1", "reason": "x" }] }'],
    ['{ "accepted": [{ "fingerprint": "0123456789ab", "reason": " " }] }'],
  ])("refuses a file of accepted findings like %s", async (text) => {
    const accepted = join(folder, "accepted.json");
    writeFileSync(accepted, text);
    await expect(diffCommand("v43", "v43", { ...flags, accepted })).rejects.toMatchObject({
      code: "DIFF.BAD_ACCEPTED",
    });
    expect(stdout).toBe("");
  });
});
