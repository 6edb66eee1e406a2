import { isRequiredOnCreate } from "./server-defaults.ts";
import type { Model, Property, TypeRef } from "./server-model.ts";
import { sortedBy } from "./text-order.ts";

/** Properties that a create takes although the flags of `/api/schemas` say otherwise, or in another shape. */
export interface WrittenRow {
  /** Short keys of the schemas. */
  readonly schemas: readonly string[];
  /** By wire name: the type that is written, without the bounds of the one that is read. */
  readonly properties: Readonly<Record<string, TypeRef>>;
  /** Recorded step, or the reason. */
  readonly evidence: string;
}

const refs = (model: string): TypeRef => ({ kind: "array", item: { kind: "ref", model } });
const dimensions: TypeRef = { kind: "array", item: { kind: "embedded", model: "DimensionalObject" } };

/** What `owner` and `writable` do not tell of writes (BUG-261). */
export const writtenRows: readonly WrittenRow[] = [
  {
    schemas: ["eventChart", "eventReport", "eventVisualization", "mapView", "visualization"],
    properties: {
      columns: dimensions,
      rows: dimensions,
      filters: dimensions,
      relativePeriods: { kind: "embedded", model: "RelativePeriods" },
    },
    evidence:
      "22-visualizations 'create', 'create relative' and 'map': kept, with the items of each dimension",
  },
  {
    schemas: ["user"],
    properties: { userGroups: refs("UserGroup") },
    evidence:
      "the servers' sources: POST, PUT and PATCH of a user put it into these groups, whose side owns the members",
  },
  {
    schemas: ["messageConversation"],
    properties: {
      subject: { kind: "text" },
      text: { kind: "text" },
      users: refs("User"),
      userGroups: refs("UserGroup"),
      organisationUnits: refs("OrganisationUnit"),
      attachments: refs("FileResource"),
    },
    evidence:
      "20-files-messages 'send' and 'send without text': a message of its own shape, no bounds checked",
  },
];

/**
 * What the server computes of every object that has an identifier, a value inside another included: of all the classes
 * of `/api/schemas` with a table that have such a property, none owns it (BUG-275).
 */
const computed: ReadonlySet<string> = new Set([
  "access",
  "dimensionItemType",
  "displayBaseLineLabel",
  "displayDescription",
  "displayFormName",
  "displayName",
  "displayShortName",
  "displaySubtitle",
  "displayTargetLineLabel",
  "displayTitle",
  "favorite",
  "href",
  "interpretations",
  "metaData",
  "parentGraphMap",
  "queryMods",
  "subscribed",
  "user",
]);

/** Whether the server computes a property of that name, whatever a create sends for it. */
export const isComputed = (name: string): boolean => computed.has(name);

/**
 * The properties that create and update shapes carry, as they are written: this side owns them and may write them;
 * of values that stand whole inside their owner and have no table, all that may be written and is not computed.
 */
export function writtenProperties(model: Model): readonly Property[] {
  const stored = model.properties.filter(
    ({ name, owner, writable }) =>
      writable && (isValue(model) ? !(model.identifiable && isComputed(name)) : owner),
  );
  const byName = new Map(stored.map((property) => [property.name, notEmpty(model, property)]));
  for (const row of writtenRows) {
    if (!isNamedIn(row, model)) continue;
    for (const [name, type] of Object.entries(row.properties))
      byName.set(
        name,
        asWritten(
          name,
          type,
          model.properties.find((property) => property.name === name),
        ),
      );
  }
  return sortedBy([...byName.values()], ({ name }) => name);
}

/**
 * A text that an object must have is not an empty one, whatever `min` of `/api/schemas` says: servers read `""` as no
 * value (BUG-331). In values inside others, such as attribute values, it is one.
 */
const notEmpty = (model: Model, property: Property): Property =>
  model.identifiable && property.type.kind === "text" && isRequiredOnCreate(model, property)
    ? { ...property, min: Math.max(1, property.min ?? 1) }
    : property;

/** Whether its objects have no life of their own, so that `owner` says nothing. */
const isValue = ({ embedded, persisted }: Model): boolean => embedded && !persisted;

function isNamedIn({ schemas }: WrittenRow, { singular, name }: Model): boolean {
  const key = singular ?? `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
  return schemas.includes(key);
}

function asWritten(name: string, type: TypeRef, read: Property | undefined): Property {
  const { min: _min, max: _max, ...known } = read ?? onlyWritten(name, type);
  return { ...known, type, owner: true, writable: true };
}

/** A property that no read has. */
const onlyWritten = (name: string, type: TypeRef): Property => ({
  name,
  fieldName: name,
  type,
  presence: "optional",
  propertyType: type.kind === "array" ? "COLLECTION" : "TEXT",
  collection: type.kind === "array",
  ordered: false,
  owner: true,
  persisted: false,
  readable: false,
  writable: true,
  simple: type.kind === "text",
  required: false,
  unique: false,
  translatable: false,
  manyToMany: false,
  oneToOne: false,
  manyToOne: false,
  oneToMany: false,
});
