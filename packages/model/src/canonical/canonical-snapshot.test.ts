import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { committedSnapshot, committedText, versionIds } from "../committed-snapshots.fixture.ts";
import { tinySchema } from "../tiny-snapshot.fixture.ts";
import { canonicalSnapshot, placeholderBaseUrl } from "./canonical-snapshot.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const info = (id: string): string =>
  JSON.stringify({ buildTime: "2026-11-22T00:00:00.000", ...(committedSnapshot(id).snapshot as object) });

const raw = {
  systemInfo: JSON.stringify({ version: "2.42.0", revision: "abc", buildTime: "2026-01-01T00:00:00.000" }),
  schemas: JSON.stringify({
    schemas: [
      tinySchema({
        klass: "org.hisp.dhis.Zebra",
        relativeApiEndpoint: "/zebras",
        apiEndpoint: "http://localhost:8042/hmis/api/zebras",
        references: ["org.b", "org.a"],
        authorities: [{ type: "DELETE", authorities: ["F_B", "F_A"] }],
        properties: [
          { name: "stripe", collection: true, collectionName: "stripes", constants: ["Z", "A"] },
          { name: "age", description: "see http://localhost:8042/hmis in a text" },
        ],
      }),
      tinySchema({ klass: "org.hisp.dhis.Ant", newKeyOfAFutureRelease: { b: 1, a: [2, 1] } }),
    ],
  }),
  openapi: JSON.stringify({
    servers: [{ url: "http://localhost:8042/hmis/" }],
    components: { schemas: { Zebra: { required: ["b", "a"], enum: ["Z", "A"] } } },
  }),
};

describe("canonicalSnapshot", () => {
  const canonical = canonicalSnapshot(raw, sha256);
  const schemas = JSON.parse(canonical["schemas.json"]);

  it("sorts schemas by class and properties by wire name", () => {
    expect(schemas.schemas.map(({ klass }: { klass: string }) => klass)).toEqual([
      "org.hisp.dhis.Ant",
      "org.hisp.dhis.Zebra",
    ]);
    expect(schemas.schemas[1].properties.map(({ name }: { name: string }) => name)).toEqual([
      "age",
      "stripe",
    ]);
    expect(schemas.schemas[1].references).toEqual(["org.a", "org.b"]);
    expect(schemas.schemas[1].authorities).toEqual([{ authorities: ["F_A", "F_B"], type: "DELETE" }]);
  });

  it("leaves the order of enum members and of unknown arrays", () => {
    expect(schemas.schemas[1].properties[1].constants).toEqual(["Z", "A"]);
    expect(schemas.schemas[0].newKeyOfAFutureRelease).toEqual({ a: [2, 1], b: 1 });
    const { Zebra } = JSON.parse(canonical["openapi.json"]).components.schemas;
    expect(Zebra).toEqual({ enum: ["Z", "A"], required: ["a", "b"] });
  });

  it("puts a placeholder where the server's base URL was, with its context path", () => {
    expect(schemas.schemas[1].apiEndpoint).toBe(`${placeholderBaseUrl}/api/zebras`);
    expect(JSON.parse(canonical["openapi.json"]).servers).toEqual([{ url: `${placeholderBaseUrl}/` }]);
  });

  it("keeps what only looks like the base URL inside a text", () => {
    expect(schemas.schemas[1].properties[0].description).toBe("see http://localhost:8042/hmis in a text");
  });

  it("says where each file came from and what it is", () => {
    expect(JSON.parse(canonical["snapshot.json"])).toEqual({
      version: "2.42.0",
      revision: "abc",
      buildTime: "2026-01-01T00:00:00.000",
      files: {
        "openapi.json": {
          path: "/api/openapi/openapi.json",
          sha256: sha256(canonical["openapi.json"]),
          rawSha256: sha256(raw.openapi),
        },
        "schemas.json": {
          path: "/api/schemas",
          sha256: sha256(canonical["schemas.json"]),
          rawSha256: sha256(raw.schemas),
        },
      },
    });
  });

  it("gives the same text whatever order the server answers in", () => {
    const backwards = JSON.parse(raw.schemas);
    backwards.schemas.reverse();
    for (const schema of backwards.schemas) schema.properties.reverse();
    const again = canonicalSnapshot({ ...raw, schemas: JSON.stringify(backwards) }, sha256);
    expect(again["schemas.json"]).toBe(canonical["schemas.json"]);
  });
});

describe.each(versionIds)("the committed snapshot %s", (id) => {
  it("is canonical, and its digests are right", () => {
    const schemas = committedText(id, "schemas.json");
    const openapi = committedText(id, "openapi.json");
    const again = canonicalSnapshot({ systemInfo: info(id), schemas, openapi }, sha256);
    expect(again["schemas.json"] === schemas).toBe(true);
    expect(again["openapi.json"] === openapi).toBe(true);
    const { files } = JSON.parse(committedText(id, "snapshot.json"));
    expect(files["schemas.json"].sha256).toBe(sha256(schemas));
    expect(files["openapi.json"].sha256).toBe(sha256(openapi));
  });
});
