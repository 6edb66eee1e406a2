import { describe, expect, it } from "vitest";
import { readSnapshot } from "./read-snapshot.ts";
import type { Model, TypeRef } from "./server-model.ts";
import { UnexplainedError } from "./snapshot-error.ts";
import { type TinyProperty, tinySnapshot } from "./tiny-snapshot.fixture.ts";

const zebra = (...properties: TinyProperty[]) => ({ klass: "org.hisp.dhis.Zebra", properties });

function only(snapshot: Parameters<typeof readSnapshot>[0], name = "Zebra"): Model {
  const found = readSnapshot(snapshot).models.find((model) => model.name === name);
  if (found === undefined) throw new Error(`No model '${name}'`);
  return found;
}

function typeOf(property: TinyProperty, components: Record<string, unknown> = {}): TypeRef | undefined {
  const ant = { klass: "org.hisp.dhis.Ant", identifiableObject: true };
  const leg = { klass: "org.hisp.dhis.Leg", identifiableObject: true, embeddedObject: true };
  return only(tinySnapshot([zebra(property), ant, leg], components)).properties[0]?.type;
}

describe("rule 1: wire names", () => {
  it("takes the collection's name of a collection, the name of anything else", () => {
    const favorites = {
      name: "favorite",
      collection: true,
      collectionName: "favorites",
      propertyType: "COLLECTION",
    };
    const { properties } = only(tinySnapshot([zebra(favorites, { name: "favorite", fieldName: "liked" })]));
    expect(properties.map(({ name }) => name)).toEqual(["favorite", "favorites"]);
  });

  it("refuses a stored name that OpenAPI does not know, and one of OpenAPI's that is not here", () => {
    const describe = (...names: string[]) => ({
      Zebra: {
        type: "object",
        properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
      },
    });
    const named = zebra({ name: "age", persisted: true });
    expect(() => readSnapshot(tinySnapshot([named], describe("years")))).toThrow(
      "schemas.json#/schemas/0/properties/0: 'age' is unknown to OpenAPI's Zebra",
    );
    expect(() => readSnapshot(tinySnapshot([named], describe("age", "years")))).toThrow(
      "openapi.json#/components/schemas/Zebra/properties/years: 'years' is unknown to /api/schemas",
    );
    expect(readSnapshot(tinySnapshot([named], describe("age"))).report.sharedClasses).toBe(1);
  });

  it("names all that needs a correction at once", () => {
    const size = { name: "size", propertyType: "COMPLEX", klass: "org.hisp.dhis.Size" };
    const described = { Zebra: { type: "object", properties: { years: { type: "string" } } } };
    const snapshot = tinySnapshot([zebra({ name: "age", persisted: true }, size)], described);
    let error: unknown;
    try {
      readSnapshot(snapshot);
    } catch (cause) {
      error = cause;
    }
    expect(error).toBeInstanceOf(UnexplainedError);
    expect(error instanceof UnexplainedError && error.places.map(({ pointer }) => pointer)).toEqual([
      "/schemas/0/properties/1",
      "/schemas/0/properties/0",
      "/components/schemas/Zebra/properties/years",
    ]);
  });

  it("lets computed names be missing in OpenAPI, and reports them", () => {
    const { report } = readSnapshot(tinySnapshot([zebra({ name: "user" })], { Zebra: { type: "object" } }));
    expect(report.disagreements).toEqual([
      {
        klass: "org.hisp.dhis.Zebra",
        name: "user",
        side: "schemas",
        reason: "computed by the server; OpenAPI leaves it out",
      },
    ]);
  });
});

describe("rule 2: keys", () => {
  it("tells classes of one simple name apart by package", () => {
    const status = (klass: string): TinyProperty => ({
      name: klass.split(".").at(-2) ?? "",
      klass,
      propertyType: "CONSTANT",
      constants: [klass],
    });
    const snapshot = tinySnapshot([
      zebra(status("org.mapping.EventStatus"), status("org.event.EventStatus")),
    ]);
    expect(readSnapshot(snapshot).enums.map(({ name, klass }) => [name, klass])).toEqual([
      ["EventStatus", "org.event.EventStatus"],
      ["MappingEventStatus", "org.mapping.EventStatus"],
    ]);
  });

  it("lets a model keep the plain name before an enum", () => {
    const clash = { name: "kind", klass: "org.visual.Zebra", propertyType: "CONSTANT", constants: ["A"] };
    expect(readSnapshot(tinySnapshot([zebra(clash)])).enums[0]?.name).toBe("VisualZebra");
  });
});

describe("rule 3: collection before property type", () => {
  const list = { name: "ant", collection: true, collectionName: "ants", itemPropertyType: "REFERENCE" };
  it.each(["COLLECTION", "REFERENCE"])("is a list although the type is %s", (propertyType) => {
    const type = typeOf({ ...list, propertyType, klass: "java.util.List", itemKlass: "org.hisp.dhis.Ant" });
    expect(type).toEqual({ kind: "array", item: { kind: "ref", model: "Ant" } });
  });

  it("has embedded objects whole, others by reference", () => {
    const leg = { name: "leg", propertyType: "REFERENCE", klass: "org.hisp.dhis.Leg", embeddedObject: true };
    expect(typeOf(leg)).toEqual({ kind: "embedded", model: "Leg" });
    const ant = { name: "ant", propertyType: "REFERENCE", klass: "org.hisp.dhis.Ant" };
    expect(typeOf(ant)).toEqual({ kind: "ref", model: "Ant" });
  });
});

describe("rule 4: classes without a schema", () => {
  const size = { name: "size", propertyType: "COMPLEX", klass: "org.hisp.dhis.Size" };
  const properties = { width: { type: "integer" }, taken: { type: "string", format: "date-time" } };

  it("take their shape from the component of their name", () => {
    const snapshot = tinySnapshot([zebra(size)], { Size: { type: "object", properties } });
    expect(only(snapshot, "Size").properties.map(({ name, type }) => [name, type.kind])).toEqual([
      ["taken", "dateTime"],
      ["width", "integer"],
    ]);
  });

  it("or from the component that their owner's property refers to", () => {
    const described = { type: "object", properties: { size: { $ref: "#/components/schemas/ZebraSize" } } };
    const components = { Zebra: described, ZebraSize: { type: "object", properties } };
    expect(typeOf(size, components)).toEqual({ kind: "embedded", model: "ZebraSize" });
  });

  it("or from a correction", () => {
    const type = typeOf({
      name: "geometry",
      propertyType: "COMPLEX",
      klass: "org.locationtech.jts.geom.Geometry",
    });
    expect(type).toEqual({ kind: "embedded", model: "Geometry" });
  });

  it("or cannot be read", () => {
    expect(() => typeOf(size)).toThrow(
      "schemas.json#/schemas/0/properties/0: has the class org.hisp.dhis.Size, which no schema",
    );
  });

  it("may refer to themselves", () => {
    const recursive = {
      type: "object",
      properties: { ...properties, inner: { $ref: "#/components/schemas/Size" } },
    };
    const snapshot = tinySnapshot([zebra(size)], { Size: recursive });
    expect(only(snapshot, "Size").properties[0]?.type).toEqual({ kind: "embedded", model: "Size" });
  });

  it("with alternatives need something that tells them apart", () => {
    const described = {
      type: "object",
      properties: { size: { oneOf: [{ $ref: "#/components/schemas/Big" }] } },
    };
    const components = { Zebra: described, Big: { type: "object", properties } };
    expect(() => typeOf(size, components)).toThrow("nothing tells 'Big' from the others");
  });
});

describe("rule 5: facts of the database", () => {
  it("keeps bounds that mean something, and leaves those of the Java type", () => {
    const bounds = (property: TinyProperty) => {
      const [read] = only(tinySnapshot([zebra(property)])).properties;
      return [read?.min, read?.max, read?.length];
    };
    expect(bounds({ name: "code", length: 50, min: 0, max: 50 })).toEqual([undefined, 50, 50]);
    expect(bounds({ name: "text", min: 0, max: 2147483647 })).toEqual([undefined, undefined, undefined]);
    const number = { propertyType: "NUMBER", klass: "java.lang.Double", name: "n" };
    expect(bounds({ ...number, min: -1.7976931348623157e308, max: 1.7976931348623157e308 })).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(bounds({ ...number, min: -90, max: 90 })).toEqual([-90, 90, undefined]);
  });

  it("is sure of nothing but the id of a type that was never recorded", () => {
    const stored = { persisted: true, required: true };
    const { properties } = only(
      tinySnapshot([zebra({ name: "id", ...stored }, { name: "name", ...stored })]),
    );
    expect(properties.map(({ name, presence }) => [name, presence])).toEqual([
      ["id", "always"],
      ["name", "optional"],
    ]);
  });
});

describe("rule 6: dates", () => {
  it("are date-times without a zone", () => {
    expect(typeOf({ name: "created", propertyType: "DATE", klass: "java.util.Date" })).toEqual({
      kind: "dateTime",
    });
  });
});

describe("rule 7: enums", () => {
  it("keep the server's order of members", () => {
    const kind = {
      name: "kind",
      klass: "org.hisp.dhis.Kind",
      propertyType: "CONSTANT",
      constants: ["Z", "A"],
    };
    expect(readSnapshot(tinySnapshot([zebra(kind)])).enums).toEqual([
      { name: "Kind", klass: "org.hisp.dhis.Kind", members: ["Z", "A"] },
    ]);
  });

  it("of collections without constants come from OpenAPI", () => {
    const kinds = {
      name: "kind",
      collection: true,
      collectionName: "kinds",
      propertyType: "COLLECTION",
      itemPropertyType: "CONSTANT",
      itemKlass: "org.hisp.dhis.Kind",
    };
    const described = {
      type: "object",
      properties: { kinds: { type: "array", items: { enum: ["Z"], type: "string" } } },
    };
    const { enums } = readSnapshot(tinySnapshot([zebra(kinds)], { Zebra: described }));
    expect(enums).toEqual([{ name: "Kind", klass: "org.hisp.dhis.Kind", members: ["Z"] }]);
    expect(() => readSnapshot(tinySnapshot([zebra(kinds)]))).toThrow("lacks the key 'constants'");
  });
});

describe("rule 8: hostile texts", () => {
  it("come through as they are where they are only texts", () => {
    const description = "*/ process.exit() // `x` \u2028";
    expect(only(tinySnapshot([zebra({ name: "age", description })])).properties[0]?.description).toBe(
      description,
    );
  });

  it("become valid identifiers, each its own", () => {
    const schemas = ["a b", "a-b", "a*/b"].map((singular, index) => ({
      klass: `org.K${index}`,
      singular,
      plural: `p${index}`,
    }));
    const names = readSnapshot(tinySnapshot(schemas)).models.map(({ name }) => name);
    expect(names).toEqual(["A$20$b", "A$2a$$2f$b", "A$2d$b"]);
  });

  it.each(["__proto__", "constructor", "toString"])("cannot be the key %s", (name) => {
    expect(() => readSnapshot(tinySnapshot([zebra({ name })]))).toThrow(
      "is a key that every JavaScript object has",
    );
  });

  it("cannot lead a path out of the API", () => {
    const schema = { klass: "org.K", metadata: true, relativeApiEndpoint: "/../../etc" };
    expect(() => readSnapshot(tinySnapshot([schema]))).toThrow("schemas.json#/schemas/0/relativeApiEndpoint");
  });
});
