import type { Model, Property, ServerModel, TypeRef } from "@dhis2w/model";
import { compareText, initialValues, sortedBy, unsetBooleans } from "@dhis2w/model";
import { inverseOf } from "../plan/inverse-side.ts";
import { stringLiteral } from "../text/escape.ts";
import type { Emitter, GeneratedFile, Release } from "./emitter.ts";
import { documentModules } from "./sandbox-documents.ts";
import { exportedConst, objectLiteral, typeImport, typescriptFile } from "./typescript-file.ts";

/** `sandbox/src/generated`: what the sandbox knows of each release, a module a release. */
export const sandboxData: Emitter = {
  name: "sandbox data",
  scope: "all",
  place: "home",
  emit: (releases) => ({
    folder: "sandbox/src/generated",
    files: [
      ...releases.flatMap((release) => [
        dataModule(release.row.id, release.server),
        ...documentModules(release),
      ]),
      releaseTable(releases),
    ],
  }),
};

/** The modules of each release by its major version. */
function releaseTable(releases: readonly Release[]): GeneratedFile {
  const modules = ({ row }: Release): string =>
    objectLiteral(
      [
        ["data", row.id],
        ["schemas", `schemas-${row.id}`],
        ["openapi", `openapi-${row.id}`],
      ].map(([key = "", file = ""]) => [key, `() => import(${stringLiteral(`./${file}.ts`)})`]),
    );
  return typescriptFile("releases.ts", [
    typeImport("../release-modules.ts", ["ReleaseModules"]),
    exportedConst(
      "releases",
      objectLiteral(
        sortedBy(releases, ({ row }) => row.id).map((one) => [
          String(one.server.source.version),
          modules(one),
        ]),
      ),
      {
        type: "Readonly<Record<number, ReleaseModules>>",
        doc: "What there is of each release, by its major version.",
      },
    ),
  ]);
}

/** The data as JSON text, which loads faster than an object literal and costs the compiler nothing. */
function dataModule(id: string, server: ServerModel): GeneratedFile {
  const text = JSON.stringify(sandboxDataOf(server));
  return typescriptFile(`${id}.ts`, [
    typeImport("../server-data.ts", ["ServerData"]),
    exportedConst("serverData", `JSON.parse(${stringLiteral(text)})`, {
      type: "ServerData",
      doc: `What a sandbox knows of DHIS2 ${server.source.release}.`,
    }),
  ]);
}

/** The shape of the sandbox's `ServerData`; the compiler holds the two together when the sandbox is built. */
export interface SandboxData {
  readonly version: number;
  readonly release: string;
  readonly revision: string;
  readonly buildTime?: string;
  readonly quirks: Readonly<Record<string, boolean | string | number>>;
  readonly enums: Readonly<Record<string, { readonly klass: string; readonly members: readonly string[] }>>;
  readonly models: readonly SandboxModel[];
}

interface SandboxModel {
  readonly name: string;
  readonly klass: string;
  readonly singular?: string;
  readonly plural?: string;
  readonly path?: string;
  readonly displayName?: string;
  readonly order?: number;
  readonly flags: string;
  readonly authorities?: Readonly<Record<string, readonly string[]>>;
  readonly properties: readonly SandboxProperty[];
}

interface SandboxProperty {
  readonly name: string;
  readonly item?: string;
  readonly field?: string;
  readonly type: string;
  readonly kind?: string;
  readonly flags: string;
  readonly gistOrder?: number;
  readonly initial?: unknown;
  readonly length?: number;
  readonly min?: number;
  readonly max?: number;
  readonly translation?: string;
  readonly inverseOf?: string;
}

/** What the sandbox knows of a release: its model without words, quirks by behaviour. */
function sandboxDataOf(server: ServerModel): SandboxData {
  const { version, release, revision, buildTime } = server.source;
  const models = new Map(server.models.map((model) => [model.name, model]));
  const paths = new Map(server.resources.map(({ model, path }) => [model, path]));
  return {
    version,
    release,
    revision,
    ...given("buildTime", buildTime),
    quirks: byName(server.quirks.map(({ name, value }) => [name, value])),
    enums: byName(server.enums.map(({ name, klass, members }) => [name, { klass, members }])),
    models: sortedBy(server.models, ({ name }) => name)
      .filter(({ standsFor }) => standsFor === undefined)
      .map((model) => modelData(model, paths.get(model.name), models)),
  };
}

const byName = <Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> =>
  Object.fromEntries([...entries].sort(([a], [b]) => compareText(a, b)));

const given = <Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } => (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value }; // a computed key widens to string

function modelData(model: Model, path: string | undefined, models: ReadonlyMap<string, Model>): SandboxModel {
  const authorities = byName(model.authorities.map((row) => [row.type, row.authorities]));
  return {
    name: model.name,
    klass: model.klass,
    ...given("singular", model.singular),
    ...given("plural", model.plural),
    ...given("path", path),
    ...given("displayName", model.displayName),
    ...given("order", model.order),
    flags: flagLetters([
      ["m", model.metadata],
      ["i", model.identifiable],
      ["e", model.embedded],
      ["p", model.persisted],
      ["s", model.shareable],
      ["d", model.dataShareable],
      ["v", model.defaultPrivate],
      ["t", model.translatable],
      ["f", model.favoritable === true],
      ["b", model.subscribable === true],
    ]),
    ...(Object.keys(authorities).length === 0 ? {} : { authorities }),
    properties: sortedBy(model.properties, ({ name }) => name).map((property) =>
      propertyData(property, model, models),
    ),
  };
}

const flagLetters = (flags: readonly (readonly [letter: string, set: boolean])[]): string =>
  flags.map(([letter, set]) => (set ? letter : "")).join("");

/** `PropertyType` of a value, or of the items of a collection, as its type tells it. */
const propertyTypes: Readonly<Record<string, string>> = {
  text: "TEXT",
  number: "NUMBER",
  integer: "INTEGER",
  boolean: "BOOLEAN",
  date: "DATE",
  enum: "CONSTANT",
  ref: "REFERENCE",
  user: "REFERENCE",
  whole: "COMPLEX",
  json: "COMPLEX",
};

const propertyTypeOfValue = ({ collection, propertyType, itemPropertyType }: Property): string | undefined =>
  collection ? itemPropertyType : propertyType;

/**
 * The type of a property. Names that `/api/schemas` does not call constants, such as those of period types, are texts:
 * no recording tells what servers say to one that they do not have.
 */
const typeOf = (property: Property, models: ReadonlyMap<string, Model>): string =>
  property.type.kind === "enum" && ["TEXT", "COMPLEX"].includes(propertyTypeOfValue(property) ?? "")
    ? "text"
    : typeText(property.type, models);

/** `PropertyType` where the type does not tell it. */
function ownPropertyType(property: Property, type: string): string | undefined {
  const own = propertyTypeOfValue(property);
  const told = propertyTypes[/^\w+/.exec(type)?.[0] ?? ""];
  return own === told || own === "COLLECTION" ? undefined : own;
}

/** The Java field where the gist reads it by another name; that of `id` goes without saying. */
function javaField({ name, fieldName, persisted }: Property): string | undefined {
  return !persisted || fieldName === name || name === "id" ? undefined : fieldName;
}

function propertyData(property: Property, model: Model, models: ReadonlyMap<string, Model>): SandboxProperty {
  const type = typeOf(property, models);
  const initial = initialValues[`${model.name}.${property.name}`];
  return {
    name: property.name,
    ...given("item", property.itemName),
    ...given("field", javaField(property)),
    type,
    ...given("kind", ownPropertyType(property, type)),
    flags: flagLetters([
      ["o", property.owner],
      ["p", property.persisted],
      ["s", property.simple],
      ["r", property.required],
      ["u", property.unique],
      ["w", property.writable],
      ["i", property.ordered],
      ["z", property.sortable === true],
      ["l", isRelation(property)],
      ["t", property.collection && !isRelation(property) && (property.owningRole ?? "") !== ""],
      ["h", property.gistIncluded === false],
      [
        "y",
        isRelation(property) && property.collection && !property.owner && (property.owningRole ?? "") === "",
      ],
      ["x", unsetBooleans.has(`${model.name}.${property.name}`)],
    ]),
    ...given("gistOrder", property.gistOrder),
    ...given("initial", initial),
    ...given("length", property.length),
    ...given("min", property.min),
    ...given("max", property.max),
    ...given("translation", property.translationKey),
    ...given("inverseOf", inverseOf(property, model, models)),
  };
}

const isRelation = ({ manyToMany, manyToOne, oneToMany, oneToOne }: Property): boolean =>
  manyToMany || manyToOne || oneToMany || oneToOne;

function typeText(type: TypeRef, models: ReadonlyMap<string, Model>): string {
  switch (type.kind) {
    case "text":
    case "number":
    case "integer":
    case "boolean":
      return type.kind;
    case "dateTime":
      return "date";
    case "literal":
      return "text";
    case "enum":
      return `enum:${type.name}`;
    case "ref":
      return `ref:${type.model}`;
    case "embedded":
      return models.get(type.model)?.standsFor === undefined ? `whole:${type.model}` : "user";
    case "array": {
      const item = typeText(type.item, models);
      return /[\]}]$/.test(item) ? "json" : `${item}[]`;
    }
    case "map":
    case "union":
    case "unknown":
      return "json";
  }
}
