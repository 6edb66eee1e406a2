import type { QuirkValue } from "@dhis2w/query";
import type { Json } from "./store/values.ts";

/**
 * What the sandbox knows about one release, as data: emitted from the release's model into
 * `src/generated`, loaded when a sandbox of that version is made.
 */
export interface ServerData {
  /** Major version: 42. */
  readonly version: number;
  /** `2.42.5.2` */
  readonly release: string;
  /** Git revision of the release. */
  readonly revision: string;
  /** When the release was built. */
  readonly buildTime?: string;
  /** How this release behaves where releases differ, by behaviour. */
  readonly quirks: Readonly<Record<string, QuirkValue>>;
  readonly enums: Readonly<Record<string, EnumData>>;
  readonly models: readonly ModelData[];
}

export interface EnumData {
  readonly klass: string;
  readonly members: readonly string[];
}

/** A class of the server: one with a row in `/api/schemas`, or one that stands whole inside its owner. */
export interface ModelData {
  /** `DataElement` */
  readonly name: string;
  readonly klass: string;
  readonly singular?: string;
  readonly plural?: string;
  /** Path of its collection, relative to `/api`; without one it is no resource. */
  readonly path?: string;
  readonly displayName?: string;
  /** Place in the server's import order. */
  readonly order?: number;
  /** Letters of {@link modelFlags}. */
  readonly flags: string;
  /** By kind: `CREATE_PUBLIC`, `CREATE_PRIVATE`, `DELETE`, … */
  readonly authorities?: Readonly<Record<string, readonly string[]>>;
  readonly properties: readonly PropertyData[];
}

export interface PropertyData {
  /** Name on the wire. */
  readonly name: string;
  /** Name of one item of a collection, as import reports write it: `category` of `categories`. */
  readonly item?: string;
  /** Name of its Java field where that is another one; `uid` of `id` goes without saying. */
  readonly field?: string;
  /**
   * `text`, `integer`, `number`, `boolean`, `date`, `json`, `user` (a reference that is read as a summary of
   * the user), `enum:ValueType`, `ref:CategoryCombo`, `whole:ObjectStyle` (the value stands here itself);
   * `[]` behind it for a collection, `{}` for a map.
   */
  readonly type: string;
  /**
   * `PropertyType` of the server, or that of the items of a collection, where the type does not tell it: `URL`,
   * `EMAIL`, `IDENTIFIER`, …
   */
  readonly kind?: string;
  /** Letters of {@link propertyFlags}. */
  readonly flags: string;
  /** Place among the properties that order a gist which asks for no order. */
  readonly gistOrder?: number;
  /** What the server stores where a body leaves the property out. */
  readonly initial?: Json;
  readonly length?: number;
  readonly min?: number;
  readonly max?: number;
  /** Value of `translations[].property`. */
  readonly translation?: string;
  /**
   * Property that holds this relation on the other side: `DataElementGroup.dataElements`; or, where that one has
   * whole values, the reference inside them: `DataSet.dataSetElements.dataElement`.
   */
  readonly inverseOf?: string;
}

/** What a letter in the `flags` of a model says. */
export const modelFlags = {
  metadata: "m",
  identifiable: "i",
  /** Values stand whole inside their owner. */
  embedded: "e",
  persisted: "p",
  shareable: "s",
  dataShareable: "d",
  /** New objects are private by default. */
  defaultPrivate: "v",
  translatable: "t",
  nameable: "n",
  favoritable: "f",
  subscribable: "b",
} as const;

/** What a letter in the `flags` of a property says. */
export const propertyFlags = {
  owner: "o",
  persisted: "p",
  simple: "s",
  required: "r",
  unique: "u",
  writable: "w",
  /** A list rather than a set. */
  ordered: "i",
  sortable: "z",
  /** A relation between tables: to one object, or to many. */
  relation: "l",
  /** A collection of plain values in a table of its own, rather than in a column. */
  table: "t",
  /** Left out of the gist unless asked for by name. */
  hiddenFromGist: "h",
  /** A collection of the other side that does not say by which property: items are not added or removed. */
  ownerUnnamed: "y",
  /** A boolean that can be unset, and is then left out. */
  unsettable: "x",
} as const;
