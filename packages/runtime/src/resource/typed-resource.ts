import type { CheckedFields, CheckedFilter, CheckedOrder, Selected } from "@dhis2w/query";
import type { CountOptions, GetOptions, ListOptions, Page, PageOptions } from "./options.ts";
import type { Resource } from "./resource.ts";
import type { ListItem, ModelName } from "./selected.ts";

/** An item of a list: `{ id, displayName }` unless `fields` asks for something else. */
export type TypedItem<Models, Name extends keyof Models, Fields extends string> = [Fields] extends [never]
  ? ListItem
  : // The compiler puts `any` for `Fields` where it compares a resource with what all releases share.
    unknown extends Fields
    ? ListItem & Models[Name]
    : Selected<Models, Name, Fields>;

/** The calls of a resource that take no query. */
export type Writes<Models, Row> = Pick<
  Resource<Models, Row>,
  | "create"
  | "patch"
  | "replace"
  | "saveMany"
  | "delete"
  | "addToCollection"
  | "removeFromCollection"
  | "replaceCollection"
>;

/**
 * One kind of metadata object on servers of one release. `fields`, `filter` and `order` are checked against its
 * model as they are written, and what comes back has the shape that was asked for. Every call takes `signal`
 * and `timeout`, and throws the errors of ERRORS.md.
 */
export interface TypedResource<Models, Row> extends Writes<Models, Row> {
  /** Reads one object, whole or as `fields` says; `HTTP.NOT_FOUND` when there is none. */
  get<const Fields extends string = "*">(
    uid: string,
    options?: GetOptions<CheckedFields<Models, ModelName<Models, Row>, Fields>>,
  ): Promise<Selected<Models, ModelName<Models, Row>, Fields>>;

  /** Reads all objects, over all pages. */
  list<
    const Fields extends string = never,
    const Filter extends string = string,
    const Order extends string = string,
  >(
    options?: ListOptions<
      CheckedFields<Models, ModelName<Models, Row>, Fields>,
      CheckedFilter<Models, ModelName<Models, Row>, Filter>,
      CheckedOrder<Models, ModelName<Models, Row>, Order>
    >,
  ): Promise<TypedItem<Models, ModelName<Models, Row>, Fields>[]>;

  /** Reads one page. */
  page<
    const Fields extends string = never,
    const Filter extends string = string,
    const Order extends string = string,
  >(
    options?: PageOptions<
      CheckedFields<Models, ModelName<Models, Row>, Fields>,
      CheckedFilter<Models, ModelName<Models, Row>, Filter>,
      CheckedOrder<Models, ModelName<Models, Row>, Order>
    >,
  ): Promise<Page<TypedItem<Models, ModelName<Models, Row>, Fields>>>;

  /** Reads objects one by one, asking for the next page when it is needed. */
  iterate<
    const Fields extends string = never,
    const Filter extends string = string,
    const Order extends string = string,
  >(
    options?: ListOptions<
      CheckedFields<Models, ModelName<Models, Row>, Fields>,
      CheckedFilter<Models, ModelName<Models, Row>, Filter>,
      CheckedOrder<Models, ModelName<Models, Row>, Order>
    >,
  ): AsyncGenerator<TypedItem<Models, ModelName<Models, Row>, Fields>, void, undefined>;

  /** Reads page by page. */
  pages<
    const Fields extends string = never,
    const Filter extends string = string,
    const Order extends string = string,
  >(
    options?: ListOptions<
      CheckedFields<Models, ModelName<Models, Row>, Fields>,
      CheckedFilter<Models, ModelName<Models, Row>, Filter>,
      CheckedOrder<Models, ModelName<Models, Row>, Order>
    >,
  ): AsyncGenerator<Page<TypedItem<Models, ModelName<Models, Row>, Fields>>, void, undefined>;

  /** How many objects there are. */
  count<const Filter extends string = string>(
    options?: CountOptions<CheckedFilter<Models, ModelName<Models, Row>, Filter>>,
  ): Promise<number>;
}
