import type { CheckedFields, CheckedFilter, CheckedOrder, Selected } from "@dhis2w/query";
import type { CallOptions } from "../connection.ts";
import type { SaveManyOptions } from "../metadata/options.ts";
import type { MetadataReport } from "../metadata/report.ts";
import type { CountOptions, GetOptions, ListOptions, Page, PageOptions } from "./options.ts";
import type { PatchChanges } from "./patch.ts";
import type { ObjectReport } from "./resource.ts";
import type { CreateOf, ListItem, ModelName, ModelOf, UpdateOf } from "./selected.ts";
import type { TypedItem, Writes } from "./typed-resource.ts";

/**
 * What the resources of all releases have in common, checked against the models that they share.
 *
 * Each read has two signatures, the shorter without options. So the compiler compares a release's own resource
 * with this one without their type parameters, and takes it for one (decisions/0061).
 */
export interface CommonResource<Models, Row> extends Omit<Writes<Models, Row>, "patch" | "saveMany"> {
  /** Changes some properties as `Resource.patch` does; operations are left to each release, for their paths differ. */
  patch(uid: string, changes: PatchChanges<UpdateOf<Row>>, options?: CallOptions): Promise<ObjectReport>;

  /** Saves many objects at once as `Resource.saveMany` does; references by code are left to `importMetadata`. */
  saveMany(objects: readonly CreateOf<Row>[], options?: SaveManyOptions<"UID">): Promise<MetadataReport>;

  /** Reads one object, whole or as `fields` says; `HTTP.NOT_FOUND` when there is none. */
  get(uid: string): Promise<ModelOf<Models, Row>>;
  get<const Fields extends string = "*">(
    uid: string,
    options: GetOptions<CheckedFields<Models, ModelName<Models, Row>, Fields>>,
  ): Promise<Selected<Models, ModelName<Models, Row>, Fields>>;

  /** Reads all objects, over all pages. */
  list(): Promise<ListItem[]>;
  list<
    const Fields extends string = never,
    const Filter extends string = string,
    const Order extends string = string,
  >(
    options: ListOptions<
      CheckedFields<Models, ModelName<Models, Row>, Fields>,
      CheckedFilter<Models, ModelName<Models, Row>, Filter>,
      CheckedOrder<Models, ModelName<Models, Row>, Order>
    >,
  ): Promise<TypedItem<Models, ModelName<Models, Row>, Fields>[]>;

  /** Reads one page. */
  page(): Promise<Page<ListItem>>;
  page<
    const Fields extends string = never,
    const Filter extends string = string,
    const Order extends string = string,
  >(
    options: PageOptions<
      CheckedFields<Models, ModelName<Models, Row>, Fields>,
      CheckedFilter<Models, ModelName<Models, Row>, Filter>,
      CheckedOrder<Models, ModelName<Models, Row>, Order>
    >,
  ): Promise<Page<TypedItem<Models, ModelName<Models, Row>, Fields>>>;

  /** Reads objects one by one, asking for the next page when it is needed. */
  iterate(): AsyncGenerator<ListItem, void, undefined>;
  iterate<
    const Fields extends string = never,
    const Filter extends string = string,
    const Order extends string = string,
  >(
    options: ListOptions<
      CheckedFields<Models, ModelName<Models, Row>, Fields>,
      CheckedFilter<Models, ModelName<Models, Row>, Filter>,
      CheckedOrder<Models, ModelName<Models, Row>, Order>
    >,
  ): AsyncGenerator<TypedItem<Models, ModelName<Models, Row>, Fields>, void, undefined>;

  /** Reads page by page. */
  pages(): AsyncGenerator<Page<ListItem>, void, undefined>;
  pages<
    const Fields extends string = never,
    const Filter extends string = string,
    const Order extends string = string,
  >(
    options: ListOptions<
      CheckedFields<Models, ModelName<Models, Row>, Fields>,
      CheckedFilter<Models, ModelName<Models, Row>, Filter>,
      CheckedOrder<Models, ModelName<Models, Row>, Order>
    >,
  ): AsyncGenerator<Page<TypedItem<Models, ModelName<Models, Row>, Fields>>, void, undefined>;

  /** How many objects there are. */
  count(): Promise<number>;
  count<const Filter extends string = string>(
    options: CountOptions<CheckedFilter<Models, ModelName<Models, Row>, Filter>>,
  ): Promise<number>;
}
