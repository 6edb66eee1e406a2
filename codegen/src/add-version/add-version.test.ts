import { spawnSync } from "node:child_process";
import {
  cpSync,
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
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addVersionCommand } from "../commands/add-version.ts";
import { withVersion } from "./version-table.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
let folder: string;
let stdout: string;
let stderr: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dhis2w-v44-"));
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
  mkdirSync(join(folder, "schemas-snapshots"));
  for (const id of ["v42", "v43"])
    symlinkSync(join(root, "schemas-snapshots", id), join(folder, "schemas-snapshots", id));
  writeFileSync(
    join(folder, "schemas-snapshots/versions.json"),
    '[\n  { "id": "v42", "accessors": [] },\n  { "id": "v43", "status": "supported", "accessors": [] }\n]\n',
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const flags = (): Parameters<typeof addVersionCommand>[1] => ({
  snapshots: join(folder, "schemas-snapshots"),
  out: join(folder, "packages"),
  docs: join(folder, "docs"),
  changesets: join(folder, ".changeset"),
  openapi: false,
});

/**
 * A release that never was: options of 43 lose their sort order and have a colour instead, and a property of rule
 * actions has the name that it has on the wire.
 */
function madeUp(release = "2.44.0"): string {
  const made = join(folder, "made-up");
  cpSync(join(root, "schemas-snapshots/v43"), made, { recursive: true });
  const change = (file: string, edit: (document: never) => void): void => {
    const document = JSON.parse(readFileSync(join(made, file), "utf8"));
    edit(document as never);
    writeFileSync(join(made, file), JSON.stringify(document));
  };
  change("snapshot.json", (document: { version: string }) => {
    document.version = release;
  });
  change(
    "schemas.json",
    (document: { schemas: { singular: string; properties: Record<string, unknown>[] }[] }) => {
      const option = document.schemas.find(({ singular }) => singular === "option");
      for (const property of option?.properties ?? []) {
        if (property.name === "sortOrder") Object.assign(property, { name: "colour", fieldName: "colour" });
      }
      const action = document.schemas.find(({ singular }) => singular === "programRuleAction");
      const time = action?.properties.find(({ name }) => name === "evaluationTime");
      Object.assign(time ?? {}, { name: "programRuleActionEvaluationTime" });
    },
  );
  change(
    "openapi.json",
    (document: { components: { schemas: Record<string, { properties: Record<string, unknown> }> } }) => {
      const properties = document.components.schemas.Option?.properties ?? {};
      properties.colour = properties.sortOrder;
      delete properties.sortOrder;
    },
  );
  return made;
}

describe("dhis2w add-version", () => {
  it("adds a release between two, with a guide from the one and a guide to the other", async () => {
    const { snapshots, docs } = flags();
    rmSync(join(snapshots, "v42"));
    symlinkSync(join(root, "schemas-snapshots/v41"), join(snapshots, "v41"));
    writeFileSync(
      join(snapshots, "versions.json"),
      '[\n  { "id": "v41", "accessors": [] },\n  { "id": "v43", "accessors": [] }\n]\n',
    );
    mkdirSync(docs);
    writeFileSync(join(docs, "migration-v41-v43.md"), "past it");
    const snapshot = join(root, "schemas-snapshots/v42");
    expect(await addVersionCommand("v42", { ...flags(), snapshot, install: false })).toBe(0);
    const guides = readdirSync(docs).filter((name) => name.startsWith("migration"));
    expect(guides.sort()).toEqual(["migration-v41-v42.md", "migration-v42-v43.md"]);
    expect(readFileSync(join(docs, "migration-v42-v43.md"), "utf8")).toMatch(/^# DHIS2 2\.42.* → 2\.43/);
    expect(stderr).toContain("Since v41: ");
  });

  it("adds a release whose packages type-check", async () => {
    const snapshot = madeUp();
    expect(await addVersionCommand("v44", { ...flags(), snapshot })).toBe(0);

    expect(readFileSync(join(folder, "schemas-snapshots/versions.json"), "utf8")).toBe(
      '[\n  { "id": "v42", "accessors": [] },\n  { "id": "v43", "status": "supported", "accessors": [] },\n  { "id": "v44", "status": "supported", "accessors": [] }\n]\n',
    );
    expect(readdirSync(join(folder, "schemas-snapshots/v44")).sort()).toEqual([
      "openapi.json",
      "schemas.json",
      "snapshot.json",
    ]);
    expect(readFileSync(join(folder, ".changeset/add-v44.md"), "utf8")).toContain(
      '"@dhis2w/client-v44": minor\n',
    );
    const guide = readFileSync(join(folder, "docs/migration-v43-v44.md"), "utf8");
    expect(guide).toContain("DHIS2 2.43.1 (v43) → 2.44.0 (v44)");
    expect(guide).toContain("| `Option.sortOrder` |");
    const paths = stdout.trim().split("\n");
    expect(paths.slice(0, 2)).toEqual(
      ["schemas-snapshots/v44", "schemas-snapshots/versions.json"].map((path) => join(folder, path)),
    );
    expect(paths).toContain(join(folder, "packages/client-v44"));
    expect(paths.slice(-3)).toEqual(
      ["docs/versions.md", ".changeset/add-v44.md", "docs/migration-v43-v44.md"].map((path) =>
        join(folder, path),
      ),
    );
    expect(stderr).toContain(
      "Added DHIS2 2.44.0 as v44: @dhis2w/core-v44 and @dhis2w/client-v44.\n\nSince v43: ",
    );
    expect(stderr).toContain("  Option.sortOrder is gone\n");
    expect(stderr).toMatch(/corrections apply\.\nNot any more; .+\n {2}BUG-022 .+#evaluationTime\n\n/);
    expect(stderr).toMatch(
      /behaviours are assumed to be as in v43, until recordings show them:\n {2}BUG-020 /,
    );

    const model = readFileSync(join(folder, "packages/core-v44/src/generated/models.ts"), "utf8");
    expect(model).toContain("colour");
    typeCheck(join(folder, "packages/core-v44"));

    // As after a run that was killed: the same call does what is left.
    rmSync(join(folder, ".changeset"), { recursive: true });
    expect(await addVersionCommand("v44", { ...flags(), snapshot })).toBe(0);
    expect(readdirSync(join(folder, ".changeset"))).toEqual(["add-v44.md"]);
  });

  it.each([
    ["v43", "2.43.1", "ADD_VERSION.KNOWN"],
    ["v45", "2.44.0", "ADD_VERSION.OTHER_RELEASE"],
    ["44", "2.44.0", "ADD_VERSION.BAD_ID"],
  ])("refuses %s with a snapshot of %s: %s, and writes nothing", async (id, release, code) => {
    const snapshot = madeUp(release);
    const before = readFileSync(join(folder, "schemas-snapshots/versions.json"), "utf8");
    await expect(addVersionCommand(id, { ...flags(), snapshot })).rejects.toMatchObject({ code });
    expect(readFileSync(join(folder, "schemas-snapshots/versions.json"), "utf8")).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(["made-up", "schemas-snapshots"]);
  });

  it("leaves everything as it was where the snapshot says what no rule explains", async () => {
    const snapshot = madeUp();
    const file = join(snapshot, "openapi.json");
    const document = JSON.parse(readFileSync(file, "utf8"));
    Object.assign(document.components.schemas.Option.properties, {
      nobodyKnows: { type: "string" },
      orThis: { type: "string" },
    });
    writeFileSync(file, JSON.stringify(document));
    await expect(addVersionCommand("v44", { ...flags(), snapshot })).rejects.toMatchObject({
      code: "SNAPSHOT.UNEXPLAINED",
      why: expect.stringMatching(/Option\/properties\/nobodyKnows: .+\nopenapi\.json#.+orThis: /),
    });
    expect(existsSync(join(folder, "packages"))).toBe(false);
    expect(existsSync(join(folder, "schemas-snapshots/v44"))).toBe(false);
  });

  it("asks for a server or a folder", async () => {
    await expect(addVersionCommand("v44", flags())).rejects.toMatchObject({ code: "ADD_VERSION.NO_SOURCE" });
  });
});

/** Compiles a generated package where it finds what it depends on, as the committed one does. */
function typeCheck(generated: string): void {
  const { dependencies } = JSON.parse(readFileSync(join(generated, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const link = join(generated, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "packages/core-v43/node_modules", name), link);
  }
  const tsc = [join(root, "node_modules/typescript/bin/tsc"), "-p", generated];
  expect(spawnSync(process.execPath, tsc, { encoding: "utf8" }).stdout).toBe("");
}

describe("versions.json", () => {
  it("keeps releases in order, whatever order they were added in", () => {
    const text = withVersion('[{ "id": "v43", "accessors": ["a", "b"] }]', "v42", "versions.json");
    expect(text).toBe(
      '[\n  { "id": "v42", "accessors": ["a", "b"] },\n  { "id": "v43", "accessors": ["a", "b"] }\n]\n',
    );
  });
});
