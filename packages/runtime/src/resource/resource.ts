import { segment } from "../arguments.ts";
import type { CallOptions, Connection, HttpMethod } from "../connection.ts";
import { Dhis2Error } from "../errors/classes.ts";
import type { Identified } from "../metadata/by-code.ts";
import type { MetadataIdentifier, SaveManyOptions } from "../metadata/options.ts";
import { postBundle } from "../metadata/post-bundle.ts";
import type { MetadataReport } from "../metadata/report.ts";
import { judge, judgeImport } from "../validation/judge.ts";
import { applyPatch } from "./apply-patch.ts";
import type { CollectionChange } from "./collection.ts";
import { misshapen } from "./misshapen.ts";
import type { CountOptions, GetOptions, ListOptions, Page, PageOptions } from "./options.ts";
import { type PatchChanges, toPatch } from "./patch.ts";
import type { PatchOperations } from "./patch-operation.ts";
import { createReader, type Reader } from "./reader.ts";
import type { CollectionOf, CreateOf, Item, ModelOf, One, ReplacementOf, UpdateOf } from "./selected.ts";

/** What a write of one object says: its UID, and for tokens the only sight of their `key`. */
export interface ObjectReport {
  readonly uid: string;
  readonly klass?: string;
  readonly key?: string;
}

/**
 * One kind of metadata object on the server. `Models` are the core's read models, `Row` this resource's row
 * of its table. Every call takes `signal` and `timeout`, and throws the errors of ERRORS.md.
 */
export class Resource<Models, Row> {
  readonly #connection: Connection;
  readonly #name: string;
  readonly #path: string;
  readonly #reader: Reader;
  readonly #refusesPatch: boolean;

  constructor(connection: Connection, name: string) {
    this.#connection = connection;
    this.#name = name;
    this.#path = `/api/${connection.resourceTable.paths[name] ?? name}`;
    this.#reader = createReader(connection, name, this.#path);
    this.#refusesPatch = String(connection.server.quirks.unpatchableResources).split(" ").includes(name);
  }

  /** Reads one object, whole or as `fields` says; `HTTP.NOT_FOUND` when there is none. */
  async get<const Fields extends string | undefined = undefined>(
    uid: string,
    options: GetOptions<Fields> = {},
  ): Promise<One<Models, Row, Fields>> {
    const object = await this.#reader.one(this.#of(uid), options);
    // The core was generated from the server's own description of this model.
    return object as One<Models, Row, Fields>;
  }

  /** Reads all objects, over all pages. */
  async list<const Fields extends string | undefined = undefined>(
    options: ListOptions<Fields> = {},
  ): Promise<Item<Models, Row, Fields>[]> {
    const all: Item<Models, Row, Fields>[] = [];
    for await (const { items } of this.pages(options)) for (const item of items) all.push(item);
    return all;
  }

  /** Reads one page. */
  async page<const Fields extends string | undefined = undefined>(
    options: PageOptions<Fields> = {},
  ): Promise<Page<Item<Models, Row, Fields>>> {
    const page = await this.#reader.page(options);
    // The core was generated from the server's own description of this model.
    return page as Page<Item<Models, Row, Fields>>;
  }

  /** Reads objects one by one, asking for the next page when it is needed. */
  async *iterate<const Fields extends string | undefined = undefined>(
    options: ListOptions<Fields> = {},
  ): AsyncGenerator<Item<Models, Row, Fields>, void, undefined> {
    for await (const { items } of this.pages(options)) yield* items;
  }

  /** Reads page by page. */
  async *pages<const Fields extends string | undefined = undefined>(
    options: ListOptions<Fields> = {},
  ): AsyncGenerator<Page<Item<Models, Row, Fields>>, void, undefined> {
    const { pageSize = 500 } = options;
    for (let page = 1, pageCount = 1; page <= pageCount; page++) {
      const answer = await this.page<Fields>({ ...options, page, pageSize });
      // Past its end a list that has shrunk answers its last page again.
      if (answer.pager.page < page) return;
      yield answer;
      pageCount = answer.pager.pageCount;
    }
  }

  /** How many objects there are. */
  count(options: CountOptions = {}): Promise<number> {
    return this.#reader.count(options);
  }

  /**
   * Makes an object; `HTTP.CONFLICT` with rows when the server refuses it, and under
   * `validation: "throw"` `VALIDATION.FAILED` before any request. Translations are dropped (BUG-204).
   */
  async create(draft: CreateOf<Row>, options: CallOptions = {}): Promise<ObjectReport> {
    judge(this.#connection, options, { resource: this.#name, side: "create", values: [draft] });
    return this.#write("POST", this.#path, draft, options);
  }

  /**
   * Changes some properties: own keys replace, `null` clears, `undefined` counts as absent; or the given JSON
   * Patch operations in their order, whose paths begin with a property. Nothing else is touched, and one bad change
   * refuses all. Operations on single attribute values (BUG-101) and another `id` (BUG-330) are a `RangeError`. Under `validation: "throw"` each
   * value that its property cannot have is `VALIDATION.FAILED` before any request. Where a release refuses patches of
   * a resource, the object is read, changed and replaced (BUG-277): what others write in between is lost.
   */
  async patch(
    uid: string,
    changes: PatchChanges<UpdateOf<Row>> | PatchOperations<UpdateOf<Row>>,
    options: CallOptions = {},
  ): Promise<ObjectReport> {
    const path = this.#of(uid);
    const operations = toPatch(uid, changes);
    judge(this.#connection, options, { resource: this.#name, side: "patch", uid, values: operations });
    if (operations.length === 0) return { uid };
    if (!this.#refusesPatch) return this.#write("PATCH", path, operations, options, uid);
    const stored = await this.#reader.one(path, { ...options, fields: ":owner", validation: "off" });
    return this.#write("PUT", path, applyPatch(stored, operations), options, uid);
  }

  /**
   * Replaces an object whole. **Every owned property that the object leaves out is cleared**: texts and
   * references become empty, booleans `false`, a constant's value `0` (BUG-205). So it takes what a new object needs,
   * and `patch` is safer. Under `validation: "throw"` it is judged like a new object.
   */
  async replace(uid: string, object: ReplacementOf<Row>, options: CallOptions = {}): Promise<ObjectReport> {
    const path = this.#of(uid);
    judge(this.#connection, options, { resource: this.#name, side: "replace", uid, values: [object] });
    return this.#write("PUT", path, object, options, uid);
  }

  /**
   * Makes or replaces many objects at once, in one request whatever their number. An object that exists is **replaced
   * whole**: what it leaves out is cleared (BUG-205), and sharing that it leaves out is reset unless `skipSharing`
   * (BUG-208). For what takes minutes there is `startMetadataImport`.
   *
   * @returns the report; with `atomic: false` its rows say what was not saved, or saved without a reference.
   * @throws Dhis2ImportError `HTTP.CONFLICT` with rows, for any finding unless `atomic: false`, and where nothing at all
   * could be saved.
   *
   * @example
   * ```ts
   * const constants = [{ id: "ConstPi0000", name: "Pi", shortName: "Pi", value: 3.14 }];
   * const { stats, rows } = await dhis2.resources.constants.saveMany(constants, { atomic: false });
   * console.log(`${stats.created} made, ${stats.updated} replaced`);
   * for (const row of rows) console.error(row.uid, row.property, row.message, row.saved ? "saved without it" : "not saved");
   * ```
   */
  async saveMany<const Identifier extends MetadataIdentifier = "UID">(
    objects: readonly Identified<CreateOf<Row>, Identifier>[],
    options: SaveManyOptions<Identifier> = {},
  ): Promise<MetadataReport> {
    const bundle = { [this.#name]: objects };
    judgeImport(this.#connection, options, bundle);
    return postBundle(this.#connection, bundle, options);
  }

  /**
   * Deletes an object; `HTTP.CONFLICT` when something the server guards refers to it, `OPTION.NOT_DELETED` when the
   * server says that it deleted an option and keeps it (BUG-020), for which a release that does so is asked once more.
   */
  async delete(uid: string, options: CallOptions = {}): Promise<void> {
    await this.#connection.request("DELETE", this.#of(uid), options);
    const isIgnored = this.#name === "options" && this.#connection.server.quirks.optionDeleteIgnored === true;
    if (!isIgnored || (await this.count({ ...options, filter: [`id:eq:${uid}`] })) === 0) return;
    const message = `The server answered that it deleted option ${uid}, but kept it; a bundle of deletions takes it away`;
    throw new Dhis2Error("OPTION.NOT_DELETED", message, { uids: [uid] });
  }

  /** Adds members to a collection of references, such as the data elements of a group. */
  addToCollection(
    uid: string,
    collection: CollectionOf<ModelOf<Models, Row>>,
    uids: readonly string[],
    options: CallOptions = {},
  ): Promise<CollectionChange> {
    return this.#change("POST", uid, collection, "additions", uids, options);
  }

  /** Takes members out of a collection of references; the objects themselves stay. */
  removeFromCollection(
    uid: string,
    collection: CollectionOf<ModelOf<Models, Row>>,
    uids: readonly string[],
    options: CallOptions = {},
  ): Promise<CollectionChange> {
    return this.#change("POST", uid, collection, "deletions", uids, options);
  }

  /** Makes these the only members. The server empties the collection first: who stays counts as removed and added. */
  replaceCollection(
    uid: string,
    collection: CollectionOf<ModelOf<Models, Row>>,
    uids: readonly string[],
    options: CallOptions = {},
  ): Promise<CollectionChange> {
    return this.#change("PUT", uid, collection, "identifiableObjects", uids, options);
  }

  #of(uid: string): string {
    return `${this.#path}/${segment("uid", uid)}`;
  }

  async #write(
    method: HttpMethod,
    path: string,
    body: unknown,
    options: CallOptions,
    known?: string,
  ): Promise<ObjectReport> {
    const answer = await this.#connection.send(method, path, { ...options, body });
    const { response } = (answer.body ?? {}) as { readonly response?: ObjectReport };
    // Some resources name the new object in the address of the answer only.
    const uid = response?.uid ?? known ?? answer.headers.get("Location")?.split("/").at(-1);
    if (uid !== undefined) return { ...response, uid };
    throw misshapen(this.#connection.baseUrl, method, path, "the answer names no uid", answer.body);
  }

  async #change(
    method: HttpMethod,
    uid: string,
    collection: string,
    key: string,
    uids: readonly string[],
    options: CallOptions,
  ): Promise<CollectionChange> {
    const path = `${this.#of(uid)}/${segment("collection", collection)}`;
    for (const member of uids) segment("each uid", member);
    if (uids.length === 0 && method === "POST") return { added: 0, removed: 0, unchanged: 0, unknown: 0 };
    const body = { [key]: uids.map((id) => ({ id })) };
    const answer = await this.#connection.request(method, path, { ...options, body });
    const { response } = (answer ?? {}) as {
      readonly response?: { readonly stats?: Readonly<Record<string, number>> };
    };
    const { updated: added = 0, deleted: removed = 0, ignored: unchanged = 0 } = response?.stats ?? {};
    return {
      added,
      removed,
      unchanged,
      unknown: uids.length - unchanged - (key === "deletions" ? removed : added),
    };
  }
}
