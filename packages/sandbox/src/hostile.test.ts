import { describe, expect, it } from "vitest";
import { versions } from "./index.ts";
import { startedWith } from "./testing/started.ts";

const deep = (count: number) => `${"[".repeat(count)}${"]".repeat(count)}`;

/** Bodies that were written to break a server. */
const bodies: readonly (readonly [name: string, body: string])[] = [
  ["arrays in arrays", deep(100_000)],
  ["objects in objects", `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`],
  ["depth where a text belongs", `{"name":${deep(20_000)}}`],
  ["depth where objects belong", `{"dataElements":${deep(20_000)}}`],
  ["keys of prototypes", '{"__proto__":{"x":1},"constructor":{"prototype":{"y":1}},"toString":1}'],
  ["prototypes as ids", '{"dataElements":[{"id":"__proto__","name":"constructor"}],"__proto__":[{}]}'],
  ["lone surrogates and nulls", '{"name":"\\u0000\\ud800","id":"\\u0000"}'],
  ["control characters as they are", '{"name":"\u0000\u0007"}'],
  ["a mark of byte order", "\ufeff{}"],
  ["a number beyond all bounds", "1e999"],
  ["a text that is cut", '{"a":'],
  ["paths into prototypes", '[{"op":"add","path":"/__proto__/x","value":1},{"op":"remove","path":""}]'],
  ["places that no list has", '[{"op":"add","path":"/translations/99999999999999999999","value":{}}]'],
];

const writes = [
  ["POST", "/api/dataElements", "application/json"],
  ["POST", "/api/metadata", "application/json"],
  ["PATCH", "/api/dataElements/DeHostile00", "application/json-patch+json"],
  ["PUT", "/api/dataElements/DeHostile00/sharing", "application/json"],
  ["PUT", "/api/dataElements/DeHostile00/translations", "application/json"],
  ["POST", "/api/dataValueSets", "application/json"],
  ["POST", "/api/indicators/merge", "application/json"],
  ["PUT", "/api/dataStore/hostile/one", "application/json"],
] as const;

/** Queries that were written to break a server. */
const queries = [
  `/api/dataElements?fields=${"a[".repeat(50_000)}`,
  `/api/dataElements?fields=${encodeURIComponent("dataElementGroups[dataElements[".repeat(40))}id`,
  "/api/dataElements?fields=__proto__,id~rename(__proto__),name~constructor",
  "/api/dataElements?filter=__proto__:eq:1",
  "/api/dataElements?filter=name:constructor:x",
  `/api/dataElements?filter=name:like:${"_".repeat(3000)}`,
  `/api/dataElements?filter=name:token:${"a%20".repeat(20_000)}`,
  "/api/dataElements?order=__proto__:asc",
  "/api/dataElements?page=99999999999999999999&pageSize=-5",
  "/api/dataStore/__proto__/constructor",
  "/api/schemas/__proto__",
  "/api/metadata?__proto__=true",
  "/api/../../etc/passwd",
  "/api/dataElements/%E0%A4%A",
  "/api/%00",
];

describe.each(versions)("hostile requests to version %i", (version) => {
  const started = async () => {
    const { call, sandbox } = await startedWith({ version, seed: "country" });
    const element = {
      id: "DeHostile00",
      name: "Hostile",
      shortName: "Hostile",
      domainType: "AGGREGATE",
      valueType: "NUMBER",
      aggregationType: "SUM",
    };
    expect((await call("POST", "/api/dataElements", element)).status).toBe(201);
    return { call, sandbox };
  };
  const isSound = async ({ call }: Awaited<ReturnType<typeof started>>) => {
    expect((await call("GET", "/api/dataElements/DeHostile00?fields=id")).body).toEqual({
      id: "DeHostile00",
    });
    expect(Object.keys(Object.prototype)).toEqual([]);
  };

  it.each(writes)("%s %s takes no harm from any body", async (method, path, type) => {
    const server = await started();
    for (const [name, body] of bodies) {
      const answer = await server.call(method, path, body, type);
      expect([
        name,
        answer.status < 500 || !JSON.stringify(answer.body).includes("The sandbox failed"),
      ]).toEqual([name, true]);
    }
    await isSound(server);
  });

  it("no query breaks it", async () => {
    const server = await started();
    for (const path of queries)
      for (const method of ["GET", "HEAD", "OPTIONS"]) {
        const { body } = await server.call(method, path);
        expect([path.slice(0, 60), JSON.stringify(body).includes("The sandbox failed")]).toEqual([
          path.slice(0, 60),
          false,
        ]);
      }
    await isSound(server);
  });

  it("refuses what is longer than it reads", async () => {
    const server = await started();
    const body = `{"x":"${"x".repeat(70_000_000)}"}`;
    expect((await server.call("POST", "/api/metadata", body)).status).toBe(413);
    await isSound(server);
  });

  it.each(["PROPFIND", "__proto__", "LINK"])("answers %s with 405", async (method) => {
    const { call } = await started();
    expect((await call(method, "/api/dataElements")).status).toBe(405);
  });
});
