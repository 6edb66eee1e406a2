import { describe, expect, it } from "vitest";
import { readSnapshot } from "./read-snapshot.ts";
import { SnapshotError } from "./snapshot-error.ts";
import { tinySchema, tinySnapshot } from "./tiny-snapshot.fixture.ts";

const good = tinySnapshot([{ klass: "org.hisp.dhis.Zebra", properties: [{ name: "age" }] }]);
const size = { name: "size", propertyType: "COMPLEX", klass: "org.hisp.dhis.Size" };
const withSize = (components: Record<string, unknown>) =>
  tinySnapshot([{ klass: "org.hisp.dhis.Zebra", properties: [size] }], components);

function without(key: string, ...path: (string | number)[]): unknown {
  const copy = structuredClone(good.schemas);
  let owner = copy as Record<string | number, unknown>;
  for (const step of path) owner = owner[step] as Record<string | number, unknown>;
  delete owner[key];
  return copy;
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
let nested: unknown = { type: "string" };
for (let depth = 0; depth < 100; depth++) nested = { type: "array", items: nested };

describe("a snapshot that cannot be read", () => {
  it.each<[string, Partial<typeof good>, string, string]>([
    ["an empty file", { schemas: "" }, "schemas.json", ""],
    ["a file that was cut", { schemas: JSON.stringify(good.schemas).slice(0, 99) }, "schemas.json", ""],
    ["an HTML page", { openapi: "<html>Sign in</html>" }, "openapi.json", ""],
    ["null", { schemas: null }, "schemas.json", ""],
    ["a list", { openapi: [] }, "openapi.json", ""],
    ["no schemas", { schemas: {} }, "schemas.json", ""],
    ["an empty list of schemas", { schemas: { schemas: [] } }, "schemas.json", "/schemas"],
    ["schemas that are no list", { schemas: { schemas: {} } }, "schemas.json", "/schemas"],
    ["a schema that is a text", { schemas: { schemas: ["x"] } }, "schemas.json", "/schemas/0"],
    ["a schema without class", { schemas: without("klass", "schemas", 0) }, "schemas.json", "/schemas/0"],
    [
      "a schema without properties",
      { schemas: without("properties", "schemas", 0) },
      "schemas.json",
      "/schemas/0",
    ],
    [
      "a property without name",
      { schemas: without("name", "schemas", 0, "properties", 0) },
      "schemas.json",
      "/schemas/0/properties/0",
    ],
    [
      "a property without a flag",
      { schemas: without("collection", "schemas", 0, "properties", 0) },
      "schemas.json",
      "/schemas/0/properties/0",
    ],
    ["no components", { openapi: {} }, "openapi.json", ""],
    ["no component schemas", { openapi: { components: {} } }, "openapi.json", "/components"],
    ["no version", { snapshot: { revision: "abc" } }, "snapshot.json", ""],
    [
      "another product's version",
      { snapshot: { version: "3.1", revision: "a" } },
      "snapshot.json",
      "/version",
    ],
    [
      "two schemas of one class",
      { schemas: { schemas: [tinySchema({ klass: "org.A" }), tinySchema({ klass: "org.A" })] } },
      "schemas.json",
      "/schemas/1",
    ],
    [
      "two properties of one wire name",
      { schemas: { schemas: [tinySchema({ klass: "org.A", properties: [{ name: "b" }, { name: "b" }] })] } },
      "schemas.json",
      "/schemas/0/properties/1",
    ],
    [
      "a collection without its name",
      {
        schemas: {
          schemas: [tinySchema({ klass: "org.A", properties: [{ name: "b", collection: true }] })],
        },
      },
      "schemas.json",
      "/schemas/0/properties/0",
    ],
    [
      "a reference to a component that is not there",
      withSize({ Zebra: { properties: { size: reference("Gone") } } }),
      "openapi.json",
      "/components/schemas/Zebra/properties/size",
    ],
    [
      "references in a circle",
      withSize({ Zebra: { properties: { size: reference("A") } }, A: reference("B"), B: reference("A") }),
      "openapi.json",
      "/components/schemas/Zebra/properties/size",
    ],
    [
      "a key of every object",
      withSize({
        Size: {
          type: "object",
          properties: JSON.parse('{"a":{"type":"string"},"__proto__":{"type":"string"}}'),
        },
      }),
      "openapi.json",
      "/components/schemas/Size/properties/__proto__",
    ],
  ])("%s", (_name, broken, file, pointer) => {
    expect(() => readSnapshot({ ...good, ...broken })).toThrow(SnapshotError);
    try {
      readSnapshot({ ...good, ...broken });
    } catch (error) {
      expect(error).toMatchObject({ name: "SnapshotError", file, pointer });
    }
  });

  it("nests without end", () => {
    const components = { Size: { type: "object", properties: { a: nested, b: { type: "string" } } } };
    expect(() => readSnapshot(withSize(components))).toThrow("nests deeper than any real document");
  });

  it("says what is wrong where", () => {
    expect(() => readSnapshot({ ...good, schemas: '{"schemas": [' })).toThrow(
      /^schemas\.json: is not JSON, or was cut: /,
    );
    const twins = [tinySchema({ klass: "org.A", properties: [{ name: "b" }, { name: "b" }] })];
    expect(() => readSnapshot({ ...good, schemas: { schemas: twins } })).toThrow(
      "schemas.json#/schemas/0/properties/1: has the same wire name 'b' as /schemas/0/properties/0",
    );
  });
});
