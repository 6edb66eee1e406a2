import type { CheckedFields, CheckedFilter, CheckedOrder, Selected } from "@dhis2w/query";
import type { CallOptions } from "../connection.ts";
import type { Page, SearchOptions } from "./options.ts";
import type { Resource } from "./resource.ts";
import type { ListItem, ModelName } from "./selected.ts";

/** What `get` takes. */
export interface TypedGetOptions<Models, Name extends keyof Models, Fields extends string>
  extends CallOptions {
  /** The server's own language: `"id,name,categories[id,name]"`; the whole object by default. */
  readonly fields?: CheckedFields<Models, Name, Fields>;
}

/** Which objects to count. */
export interface TypedCountOptions<Models, Name extends keyof Models, Filter extends string>
  extends SearchOptions {
  /** `property:operator:value`, all of which must hold unless `rootJunction` says otherwise. */
  readonly filter?: readonly CheckedFilter<Models, Name, Filter>[];
}

/** Which objects to read, how much of each, and in which order. */
export interface TypedReadOptions<
  Models,
  Name extends keyof Models,
  Fields extends string,
  Filter extends string,
  Order extends string,
> extends TypedCountOptions<Models, Name, Filter> {
  /** The server's own language: `"id,name,categories[id,name]"`; `{ id, displayName }` by default. */
  readonly fields?: CheckedFields<Models, Name, Fields>;
  /** `name:asc`, or several; ends with `id:asc`, so that no object moves between pages. */
  readonly order?: CheckedOrder<Models, Name, Order> | readonly CheckedOrder<Models, Name, Order>[];
}

/** What `list`, `iterate` and `pages` take. */
export interface TypedListOptions<
  Models,
  Name extends keyof Models,
  Fields extends string,
  Filter extends string,
  Order extends string,
> extends TypedReadOptions<Models, Name, Fields, Filter, Order> {
  /** Objects a request; 500 by default. */
  readonly pageSize?: number;
}

/** What `page` takes. */
export interface TypedPageOptions<
  Models,
  Name extends keyof Models,
  Fields extends string,
  Filter extends string,
  Order extends string,
> extends TypedReadOptions<Models, Name, Fields, Filter, Order> {
  /** From 1; the first by default. */
  readonly page?: number;
  /** Objects a page; 50 by default. */
  readonly pageSize?: number;
}

/** An item of a list: `{ id, displayName }` unless `fields` asks for something else. */
export type TypedItem<Models, Name extends keyof Models, Fields extends string> = [Fields] extends [never]
  ? ListItem
  : // The compiler puts `any` for `Fields` where it compares a resource with what all releases share.
    unknown extends Fields
    ? ListItem & Models[Name]
    : Selected<Models, Name, Fields>;

/** The calls of a resource that take no query. */
type Writes<Models, Row> = Pick<
  Resource<Models, Row>,
  "create" | "patch" | "replace" | "delete" | "addToCollection" | "removeFromCollection" | "replaceCollection"
>;

/**
 * One kind of metadata object on a server of one release. `fields`, `filter` and `order` are checked against
 * its model as they are written, and what comes back has the shape that was asked for. Every call takes
 * `signal` and `timeout`, and throws the errors of ERRORS.md.
 */
export interface TypedResource<Models, Row> extends Writes<Models, Row> {
  /** Reads one object, whole or as `fields` says; `HTTP.NOT_FOUND` when there is none. */
  get<const Fields extends string = "*">(
    uid: string,
    options?: TypedGetOptions<Models, ModelName<Models, Row>, Fields>,
  ): Promise<Selected<Models, ModelName<Models, Row>, Fields>>;

  /** Reads all objects, over all pages. */
  list<
    const Fields extends string = never,
    const Filter extends string = string,
    const Order extends string = string,
  >(
    options?: TypedListOptions<Models, ModelName<Models, Row>, Fields, Filter, Order>,
  ): Promise<TypedItem<Models, ModelName<Models, Row>, Fields>[]>;

  /** Reads one page. */
  page<
    const Fields extends string = never,
    const Filter extends string = string,
    const Order extends string = string,
  >(
    options?: TypedPageOptions<Models, ModelName<Models, Row>, Fields, Filter, Order>,
  ): Promise<Page<TypedItem<Models, ModelName<Models, Row>, Fields>>>;

  /** Reads objects one by one, asking for the next page when it is needed. */
  iterate<
    const Fields extends string = never,
    const Filter extends string = string,
    const Order extends string = string,
  >(
    options?: TypedListOptions<Models, ModelName<Models, Row>, Fields, Filter, Order>,
  ): AsyncGenerator<TypedItem<Models, ModelName<Models, Row>, Fields>, void, undefined>;

  /** Reads page by page. */
  pages<
    const Fields extends string = never,
    const Filter extends string = string,
    const Order extends string = string,
  >(
    options?: TypedListOptions<Models, ModelName<Models, Row>, Fields, Filter, Order>,
  ): AsyncGenerator<Page<TypedItem<Models, ModelName<Models, Row>, Fields>>, void, undefined>;

  /** How many objects there are. */
  count<const Filter extends string = string>(
    options?: TypedCountOptions<Models, ModelName<Models, Row>, Filter>,
  ): Promise<number>;
}
