import type { SnapshotDocuments } from "../read-snapshot.ts";
import { type TinyProperty, type TinySchema, tinySchema } from "../tiny-snapshot.fixture.ts";

/** A server in a few words. */
export interface TinyServer {
  readonly release?: string;
  readonly schemas?: readonly TinySchema[];
  readonly components?: Readonly<Record<string, unknown>>;
  readonly paths?: Readonly<Record<string, unknown>>;
  readonly title?: string;
}

/** Two servers between which a rule must fire, and two between which it must be silent. */
export interface RuleFixture {
  readonly rule: string;
  readonly fires: readonly [TinyServer, TinyServer];
  /** The same two the other way round, where it is left out. */
  readonly silent?: readonly [TinyServer, TinyServer];
}

export function tinyServer(server: TinyServer): SnapshotDocuments {
  return {
    snapshot: { version: server.release ?? "2.43.0", revision: "abc1234" },
    schemas: { schemas: [...(server.schemas ?? []), ...always].map(tinySchema) },
    openapi: {
      info: { title: server.title ?? "DHIS2 API" },
      components: { schemas: server.components ?? {} },
      paths: server.paths ?? {},
    },
  };
}

/** A snapshot without schemas is none. */
const always: readonly TinySchema[] = [{ klass: "org.hisp.dhis.Fixed" }];

const thing = (said: Omit<TinySchema, "klass">): TinyServer => ({
  schemas: [{ klass: "org.hisp.dhis.Thing", ...said } as TinySchema],
});
const nothing: TinyServer = {};
const size = (said: Omit<TinyProperty, "name">): TinyServer =>
  thing({ properties: [{ name: "size", readable: true, ...said } as TinyProperty] });
const stored = { persisted: true, owner: true, writable: true };

const colour = (...constants: string[]): Omit<TinyProperty, "name"> => ({
  propertyType: "CONSTANT",
  klass: "org.hisp.dhis.Colour",
  constants,
});
const shade = (...constants: string[]): Omit<TinyProperty, "name"> => ({
  ...colour(...constants),
  klass: "org.hisp.dhis.Shade",
});
const other = (klass: string, flags: object): TinySchema => ({ klass: `org.hisp.dhis.${klass}`, ...flags });
const refTo = (klass: string, flags: object): TinyServer => ({
  schemas: [
    {
      klass: "org.hisp.dhis.Thing",
      properties: [
        { name: "size", readable: true, propertyType: "REFERENCE", klass: `org.hisp.dhis.${klass}` },
      ],
    },
    other("Left", { identifiableObject: true }),
    other("Right", { identifiableObject: true }),
    ...(klass === "Whole" ? [other("Whole", flags)] : []),
  ],
});
const list = {
  collection: true,
  collectionName: "size",
  itemKlass: "java.lang.String",
  itemPropertyType: "TEXT",
};
const open = { propertyType: "COMPLEX", klass: "java.lang.Object" };
const job = (...shapes: string[]): TinyServer => ({
  schemas: [
    {
      klass: "org.hisp.dhis.Thing",
      properties: [
        {
          name: "size",
          readable: true,
          propertyType: "COMPLEX",
          klass: "org.hisp.dhis.scheduling.JobParameters",
        },
      ],
    },
  ],
  components: {
    Thing: {
      type: "object",
      properties: { size: { oneOf: shapes.map((name) => ({ $ref: `#/components/schemas/${name}` })) } },
    },
    ...Object.fromEntries(
      ["A", "B", "C"].map((name) => [
        name,
        { type: "object", properties: { [name]: { type: "string" }, x: { type: "string" } } },
      ]),
    ),
  },
});
const dimension = (said: object): TinyServer => ({
  schemas: [
    {
      klass: "org.hisp.dhis.category.Category",
      properties: [{ name: "dataDimensionType", readable: true, ...said } as TinyProperty],
    },
  ],
});
const resource = (plural: string, properties: TinyProperty[] = []): TinyServer =>
  thing({ relativeApiEndpoint: `/${plural}`, plural, identifiableObject: true, metadata: true, properties });
const attributeValues: TinyProperty = {
  name: "attributeValue",
  collection: true,
  collectionName: "attributeValues",
  itemKlass: "org.hisp.dhis.attribute.AttributeValue",
  itemPropertyType: "COMPLEX",
};
const described = (rest: TinyServer): TinyServer => ({
  schemas: [
    ...(rest.schemas ?? []),
    { klass: "org.hisp.dhis.attribute.Attribute", properties: [{ name: "thingAttribute" }] },
  ],
  components: {
    AttributeValue: {
      type: "object",
      properties: { value: { type: "string" }, attribute: { type: "string" } },
    },
  },
});

/** Of the rules about `/api/schemas`. */
export const schemaFixtures: readonly RuleFixture[] = [
  { rule: "model-removed", fires: [thing({}), nothing] },
  { rule: "model-added", fires: [nothing, thing({})] },
  {
    rule: "model-moved",
    fires: [{ schemas: [{ klass: "org.a.Thing" }] }, { schemas: [{ klass: "org.b.Thing" }] }],
    silent: [{ schemas: [{ klass: "org.a.Thing" }] }, { schemas: [{ klass: "org.b.Cloud" }] }],
  },
  {
    rule: "model-became-embedded",
    fires: [thing({ identifiableObject: true }), thing({ identifiableObject: false })],
    silent: [thing({ identifiableObject: true }), thing({ identifiableObject: true, order: 1 })],
  },
  {
    rule: "model-schema-added",
    fires: [asComponent(), asSchema()],
  },
  { rule: "model-schema-removed", fires: [asSchema(), asComponent()] },
  { rule: "model-not-shareable", fires: [thing({ shareable: true }), thing({})] },
  { rule: "model-shareable", fires: [thing({}), thing({ shareable: true })] },
  {
    rule: "model-data-sharing-changed",
    fires: [thing({}), thing({ dataShareable: true })],
    silent: [thing({}), thing({ shareable: true })],
  },
  {
    rule: "model-default-sharing-changed",
    fires: [thing({}), thing({ defaultPrivate: true })],
    silent: [thing({}), thing({ shareable: true })],
  },
  {
    rule: "model-authorities-changed",
    fires: [thing({}), thing({ authorities: [{ type: "DELETE", authorities: ["F_X"] }] })],
    silent: [
      thing({ authorities: [{ type: "DELETE", authorities: ["F_X", "F_Y"] }] }),
      thing({ authorities: [{ type: "DELETE", authorities: ["F_Y", "F_X"] }] }),
    ],
  },
  { rule: "model-not-translatable", fires: [thing({ translatable: true }), thing({})] },
  { rule: "model-translatable", fires: [thing({}), thing({ translatable: true })] },
  {
    rule: "model-import-changed",
    fires: [thing({}), thing({ metadata: true })],
    silent: [thing({}), thing({ order: 7 })],
  },
  {
    rule: "model-detail-changed",
    fires: [thing({ order: 1 }), thing({ order: 2 })],
    silent: [thing({}), thing({})],
  },

  {
    rule: "resource-removed",
    fires: [resource("things"), thing({ identifiableObject: true, metadata: true })],
  },
  {
    rule: "resource-added",
    fires: [thing({ identifiableObject: true, metadata: true }), resource("things")],
  },
  {
    rule: "resource-renamed",
    fires: [resource("things"), resource("stuff")],
    silent: [resource("things"), resource("things", [{ name: "size" }])],
  },
  {
    rule: "attribute-values-dropped",
    fires: [described(resource("things", [attributeValues])), described(resource("things"))],
  },
  {
    rule: "attribute-values-added",
    fires: [described(resource("things")), described(resource("things", [attributeValues]))],
  },
  { rule: "property-removed", fires: [size({}), thing({})] },
  {
    rule: "write-only-property-removed",
    fires: [size({ readable: false }), thing({})],
    silent: [size({}), thing({})],
  },
  {
    rule: "required-property-added",
    fires: [thing({}), size({ ...stored, required: true })],
    silent: [thing({}), size(stored)],
  },
  { rule: "property-added", fires: [thing({}), size({})] },
  {
    rule: "property-no-longer-always-sent",
    fires: [dimension({ persisted: true, required: true }), dimension({ persisted: true })],
  },
  {
    rule: "property-always-sent",
    fires: [dimension({ persisted: true }), dimension({ persisted: true, required: true })],
  },
  { rule: "property-not-readable", fires: [size({}), size({ readable: false })] },
  { rule: "property-readable", fires: [size({ readable: false }), size({})] },
  { rule: "property-not-writable", fires: [size(stored), size({ ...stored, owner: false })] },
  { rule: "property-writable", fires: [size({ ...stored, writable: false }), size(stored)] },
  {
    rule: "property-required",
    fires: [size(stored), size({ ...stored, required: true })],
    // The server has a default for booleans.
    silent: [
      size({ ...stored, propertyType: "BOOLEAN", klass: "boolean" }),
      size({ ...stored, propertyType: "BOOLEAN", klass: "boolean", required: true }),
    ],
  },
  { rule: "property-not-required", fires: [size({ ...stored, required: true }), size(stored)] },
  {
    rule: "property-detail-changed",
    fires: [size({ description: "How big" }), size({ description: "How large" })],
    silent: [size({ description: "How big" }), size({ description: "How big" })],
  },

  { rule: "property-became-list", fires: [size({}), size(list)] },
  { rule: "property-became-single", fires: [size(list), size({})] },
  {
    rule: "reference-became-whole",
    fires: [refTo("Whole", { identifiableObject: true }), refTo("Whole", { identifiableObject: false })],
    silent: [refTo("Left", {}), refTo("Right", {})],
  },
  {
    rule: "reference-target-changed",
    fires: [refTo("Left", {}), refTo("Right", {})],
    silent: [refTo("Whole", { identifiableObject: true }), refTo("Whole", { identifiableObject: false })],
  },
  { rule: "text-became-enum", fires: [size({}), size(colour("RED"))] },
  { rule: "enum-became-text", fires: [size(colour("RED")), size({})] },
  {
    rule: "property-values-removed",
    fires: [size(colour("RED", "BLUE")), size(shade("RED"))],
    silent: [size(colour("RED")), size(shade("RED", "BLUE"))],
  },
  {
    rule: "property-values-added",
    fires: [size(colour("RED")), size(shade("RED", "BLUE"))],
    silent: [size(colour("RED", "BLUE")), size(shade("RED"))],
  },
  {
    rule: "number-widened",
    fires: [
      size({ propertyType: "INTEGER", klass: "int" }),
      size({ propertyType: "NUMBER", klass: "double" }),
    ],
  },
  { rule: "property-became-open", fires: [size({}), size(open)] },
  { rule: "property-described", fires: [size(open), size({})] },
  {
    rule: "alternatives-changed",
    fires: [job("A", "B"), job("A", "C")],
    silent: [job("A", "B"), job("A", "B")],
  },
  {
    rule: "property-type-changed",
    fires: [size({}), size({ propertyType: "BOOLEAN", klass: "boolean" })],
    silent: [size({}), size({ propertyType: "IDENTIFIER", klass: "org.hisp.dhis.UID" })],
  },

  { rule: "property-unique", fires: [size({}), size({ unique: true })] },
  { rule: "property-not-unique", fires: [size({ unique: true }), size({})] },
  { rule: "property-shorter", fires: [size({ ...stored, length: 230 }), size({ ...stored, length: 50 })] },
  { rule: "property-longer", fires: [size({ ...stored, length: 50 }), size({ ...stored, length: 230 })] },
  { rule: "property-not-sortable", fires: [size({ sortable: true }), size({ sortable: false })] },
  { rule: "property-sortable", fires: [size({ sortable: false }), size({ sortable: true })] },
  { rule: "list-order-lost", fires: [size({ ...list, ordered: true }), size(list)] },
  { rule: "list-order-kept", fires: [size(list), size({ ...list, ordered: true })] },
  { rule: "property-not-translatable", fires: [size({ translatable: true }), size({})] },
  { rule: "property-translatable", fires: [size({}), size({ translatable: true })] },
  {
    rule: "translation-key-changed",
    fires: [size({ translationKey: "SIZE" }), size({ translationKey: "BIGNESS" })],
    silent: [size({}), size({ translationKey: "SIZE" })],
  },
  {
    rule: "default-value-changed",
    fires: [size({ defaultValue: 1 }), size({ defaultValue: 2 })],
    silent: [size({ defaultValue: [1] }), size({ defaultValue: [1] })],
  },

  { rule: "enum-removed", fires: [size(colour("RED")), size({})] },
  { rule: "enum-added", fires: [size({}), size(colour("RED"))] },
  {
    rule: "enum-moved",
    fires: [size(colour("RED")), size({ ...colour("RED"), klass: "org.hisp.dhis.paint.Colour" })],
    silent: [size(colour("RED")), size(colour("RED", "BLUE"))],
  },
  {
    rule: "enum-renamed-by-document",
    fires: [withInlineEnum("A", "B"), withInlineEnum()],
  },
  {
    rule: "enum-order-changed",
    fires: [size(colour("A", "B")), size(colour("B", "A"))],
    silent: [size(colour("A", "B")), size(colour("A", "C", "B"))],
  },
  { rule: "enum-member-removed", fires: [size(colour("A", "B")), size(colour("A"))] },
  { rule: "enum-member-added", fires: [size(colour("A")), size(colour("A", "B"))] },
  {
    rule: "behaviour-changed",
    fires: [{ release: "2.41.0" }, { release: "2.42.0" }],
    silent: [{ release: "2.42.0" }, { release: "2.42.5" }],
  },
];

function embeddedThing(): TinySchema {
  return {
    klass: "org.hisp.dhis.Owner",
    properties: [{ name: "thing", readable: true, propertyType: "COMPLEX", klass: "org.hisp.dhis.Thing" }],
  };
}
function asComponent(): TinyServer {
  return {
    schemas: [embeddedThing()],
    components: { Thing: { type: "object", properties: { a: { type: "string" }, b: { type: "string" } } } },
  };
}
function asSchema(): TinyServer {
  return {
    ...asComponent(),
    schemas: [embeddedThing(), { klass: "org.hisp.dhis.Thing", properties: [{ name: "a" }, { name: "b" }] }],
  };
}
function withInlineEnum(...members: string[]): TinyServer {
  const b = members.length === 0 ? { type: "string" } : { type: "string", enum: members };
  return {
    schemas: [embeddedThing()],
    components: { Thing: { type: "object", properties: { a: { type: "string" }, b } } },
  };
}
