import {
  lstatSync,
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
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readVersionRows } from "../read-release.ts";
import { takeSnapshot } from "./take-snapshot.ts";
import { type Canned, serverOf, snapshots } from "./test-server.fixture.ts";
import { writeSnapshot } from "./write-snapshot.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dhis2w-snapshot-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const url = "https://play.example.org/dev/";
const slept: number[] = [];
const optionsFor = (server: { fetch: typeof fetch }) => ({
  url,
  authorization: "ApiToken d2pat_secret",
  fetch: server.fetch,
  sleep: async (milliseconds: number) => {
    slept.push(milliseconds);
  },
});
const html = (status: number): Response =>
  new Response("<html><body>login</body></html>", { status, headers: { "content-type": "text/html" } });

describe("a snapshot", () => {
  it.each(readVersionRows(snapshots).map(({ id }) => id))(
    "of %s is the committed one, and says nothing private",
    async (id) => {
      const server = serverOf(id);
      const { files, id: taken } = await takeSnapshot(optionsFor(server));
      expect(taken).toBe(id);
      for (const name of ["schemas.json", "openapi.json"] as const)
        expect(files[name] === readFileSync(join(snapshots, id, name), "utf8")).toBe(true);
      const { files: digests, ...provenance } = JSON.parse(files["snapshot.json"]);
      expect(Object.keys(provenance)).toEqual(["buildTime", "revision", "version"]);
      expect(Object.keys(digests)).toEqual(["openapi.json", "schemas.json"]);
      expect(Object.values(files).join()).not.toMatch(
        /play\.example\.org|d2pat_secret|tell-nobody|system-4711/,
      );
      expect(server.calls.map(({ path }) => path)).toEqual([
        "/api/system/info",
        "/api/schemas",
        "/api/openapi/openapi.json",
      ]);
      for (const { headers, redirect } of server.calls) {
        expect(headers.get("authorization")).toBe("ApiToken d2pat_secret");
        expect(headers.get("x-requested-with")).toBe("XMLHttpRequest");
        expect(redirect).toBe("manual");
      }
    },
  );

  it("is taken of a server that says what nothing explains, and names all of it", async () => {
    const documentOf = (name: string) => JSON.parse(readFileSync(join(snapshots, "v43", name), "utf8"));
    const openapi = documentOf("openapi.json");
    openapi.components.schemas.Option.properties.nobodyKnows = { type: "string" };
    const server = serverOf("v43", { "/api/openapi/openapi.json": [Response.json(openapi)] });
    const { id, release, files, unexplained } = await takeSnapshot(optionsFor(server));
    expect([id, release]).toEqual(["v43", documentOf("snapshot.json").version]);
    expect(files["openapi.json"]).toContain("nobodyKnows");
    expect(unexplained).toEqual([
      expect.stringContaining("openapi.json#/components/schemas/Option/properties/nobodyKnows: "),
    ]);
  });

  it("is written whole, and the same server twice writes nothing", async () => {
    const out = join(folder, "mine");
    const first = await takeSnapshot(optionsFor(serverOf("v42")));
    expect(writeSnapshot(out, first.files)).toBe(true);
    expect(readdirSync(out).sort()).toEqual(["openapi.json", "schemas.json", "snapshot.json"]);
    const before = readFileSync(join(out, "snapshot.json"), "utf8");
    // The same answers in another order have other digests.
    const again = first.files["snapshot.json"].replaceAll(/("rawSha256": ")[0-9a-f]{4}/g, "$10000");
    expect(writeSnapshot(out, { ...first.files, "snapshot.json": again })).toBe(false);
    expect(readFileSync(join(out, "snapshot.json"), "utf8")).toBe(before);
    const newer = { ...first.files, "schemas.json": `${first.files["schemas.json"]} ` };
    expect(writeSnapshot(out, newer)).toBe(true);
    expect(readFileSync(join(out, "schemas.json"), "utf8")).toBe(newer["schemas.json"]);
    expect(readdirSync(folder)).toEqual(["mine"]);
  });

  it("leaves nothing half-written where writing fails, and what was there before stays", async () => {
    const out = join(folder, "mine");
    const { files } = await takeSnapshot(optionsFor(serverOf("v42")));
    writeSnapshot(out, files);
    const broken = { ...files, "schemas.json": Symbol("no text") as unknown as string };
    expect(() => writeSnapshot(out, broken)).toThrow();
    expect(readdirSync(folder)).toEqual(["mine"]);
    expect(readFileSync(join(out, "schemas.json"), "utf8")).toBe(files["schemas.json"]);
  });

  it("follows a link to a folder, and leaves the link", async () => {
    mkdirSync(join(folder, "far"));
    symlinkSync(join(folder, "far"), join(folder, "mine"));
    const { files } = await takeSnapshot(optionsFor(serverOf("v42")));
    expect(writeSnapshot(join(folder, "mine"), files)).toBe(true);
    expect(lstatSync(join(folder, "mine")).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(folder, "far"))).toEqual(["openapi.json", "schemas.json", "snapshot.json"]);
  });

  it("does not replace a folder with somebody's files", async () => {
    mkdirSync(join(folder, "mine"));
    writeFileSync(join(folder, "mine/notes.md"), "mine");
    const { files } = await takeSnapshot(optionsFor(serverOf("v42")));
    expect(() => writeSnapshot(join(folder, "mine"), files)).toThrow(
      expect.objectContaining({ code: "SNAPSHOT.FOREIGN_FOLDER" }),
    );
    expect(readdirSync(join(folder, "mine"))).toEqual(["notes.md"]);
  });
});

describe("a server that does not answer as it should", () => {
  const json = (body: unknown, status = 200): Response =>
    new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
  const info = "/api/system/info";
  const cases: readonly [string, string, Readonly<Record<string, Canned[]>>][] = [
    [
      "cannot be reached",
      "SERVER.UNREACHABLE",
      { [info]: Array.from({ length: 4 }, () => new TypeError("fetch failed")) },
    ],
    [
      "does not know the user",
      "SERVER.UNAUTHORIZED",
      { [info]: [json({ message: "Bad credentials" }, 401)] },
    ],
    ["does not let the user read", "SERVER.FORBIDDEN", { "/api/schemas": [json({}, 403)] }],
    [
      "sends to a login page",
      "SERVER.REDIRECT",
      { [info]: [new Response(null, { status: 302, headers: { location: "/login/" } })] },
    ],
    ["answers with a page", "SERVER.HTML", { [info]: [html(200)] }],
    ["is no DHIS2", "SERVER.HTML", { [info]: [html(404)] }],
    ["is too old", "SERVER.UNSUPPORTED", { [info]: [json({ version: "2.40.1" })] }],
    ["says no version", "SERVER.UNSUPPORTED", { [info]: [json({})] }],
    ["cuts an answer", "SERVER.TRUNCATED", { "/api/schemas": [new Response('{"schemas":[{"klass"')] }],
    ["answers 500", "SERVER.REFUSED", { "/api/openapi/openapi.json": [json({ message: "Oops" }, 500)] }],
    ["sends schemas without any", "SNAPSHOT.UNREADABLE", { "/api/schemas": [json({ schemas: [] })] }],
  ];
  it.each(cases)("%s: %s", async (_what, code, canned) => {
    await expect(takeSnapshot(optionsFor(serverOf("v43", canned)))).rejects.toMatchObject({
      code,
      summary: expect.stringMatching(/.+/),
      why: expect.stringMatching(/.+/),
      next: expect.stringMatching(/.+/),
    });
  });

  it("is asked again where the line or a proxy failed, with more patience each time", async () => {
    slept.length = 0;
    const flaky = { [info]: [new TypeError("fetch failed"), html(503), html(502)] };
    const { release } = await takeSnapshot(optionsFor(serverOf("v43", flaky)));
    expect(release).toBe("2.43.1");
    expect(slept).toEqual([1000, 2000, 4000]);
  });

  it.each(["dhis2.example.org", "ftp://dhis2.example.org", "https://admin:district@dhis2.example.org"])(
    "is not asked at all at %s",
    async (bad) => {
      const server = serverOf("v43");
      await expect(takeSnapshot({ ...optionsFor(server), url: bad })).rejects.toMatchObject({
        code: "SERVER.BAD_URL",
        message: expect.not.stringContaining("district"),
      });
      expect(server.calls).toEqual([]);
    },
  );
});
