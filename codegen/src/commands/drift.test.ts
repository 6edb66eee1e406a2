import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { serverOf, snapshots } from "../server/test-server.fixture.ts";
import { driftCommand } from "./drift.ts";

let stdout: string;
beforeEach(() => {
  stdout = "";
  vi.stubEnv("DHIS2_PAT", "d2pat_x");
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    stdout += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
const flags = {
  url: "https://play.example.org/dev",
  snapshots,
  format: "text",
  level: "additive",
  failOn: "additive",
};

it("finds nothing at a server that is as committed", async () => {
  vi.stubGlobal("fetch", serverOf("v43").fetch);
  expect(await driftCommand(flags)).toBe(0);
  expect(stdout).toContain("No differences.");
});

it("finds the one snapshot of the server's release, whatever it is called, and asks where there are two", async () => {
  const own = mkdtempSync(join(tmpdir(), "dhis2w-drift-"));
  const named = (name: string, id: string): void => symlinkSync(join(snapshots, id), join(own, name));
  try {
    named("mine", "v43");
    named("other", "v42");
    vi.stubGlobal("fetch", serverOf("v43").fetch);
    expect(await driftCommand({ ...flags, snapshots: own })).toBe(0);
    named("test", "v43");
    await expect(driftCommand({ ...flags, snapshots: own })).rejects.toMatchObject({
      code: "SNAPSHOT.NOT_ONE",
    });
  } finally {
    rmSync(own, { recursive: true });
  }
});

it("tells what differs, and ends with 4", async () => {
  const server = serverOf("v43");
  const altered: typeof fetch = async (...call) => {
    const answer = await server.fetch(...call);
    if (!String(call[0]).endsWith("/api/schemas")) return answer;
    const document = JSON.parse(await answer.text());
    const option = document.schemas.find(({ singular }: { singular: string }) => singular === "option");
    option.shareable = !option.shareable;
    return new Response(JSON.stringify(document));
  };
  vi.stubGlobal("fetch", altered);
  expect(await driftCommand({ ...flags, failOn: "risky" })).toBe(4);
  expect(stdout).toContain("Option can be shared now");
});
