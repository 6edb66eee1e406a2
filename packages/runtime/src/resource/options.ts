import type { CallOptions } from "../connection.ts";

/** What `get` takes. */
export interface GetOptions<Fields = string> extends CallOptions {
  /** The server's own language: `"id,name,categories[id,name]"`; the whole object by default. */
  readonly fields?: Fields;
}

/** How filters go together, and what to search for beside them. */
export interface SearchOptions extends CallOptions {
  readonly rootJunction?: "AND" | "OR";
  /** Text to search for in names, codes and ids. On 2.41 it makes the server ignore `filter` (BUG-201). */
  readonly query?: string;
}

/** Which objects to count. */
export interface CountOptions<Filter = string> extends SearchOptions {
  /** `property:operator:value`, all of which must hold unless `rootJunction` says otherwise. */
  readonly filter?: readonly Filter[];
}

/** Which objects to read, how much of each, and in which order. */
export interface ReadOptions<Fields = string, Filter = string, Order = string> extends CountOptions<Filter> {
  /** The server's own language; `{ id, displayName }` by default. */
  readonly fields?: Fields;
  /** `name:asc`, or several; ends with `id:asc`, so that no object moves between pages. */
  readonly order?: Order | readonly Order[];
}

/** What `list`, `iterate` and `pages` take. */
export interface ListOptions<Fields = string, Filter = string, Order = string>
  extends ReadOptions<Fields, Filter, Order> {
  /** Objects a request; 500 by default. */
  readonly pageSize?: number;
}

/** What `page` takes. */
export interface PageOptions<Fields = string, Filter = string, Order = string>
  extends ReadOptions<Fields, Filter, Order> {
  /** From 1; the first by default. */
  readonly page?: number;
  /** Objects a page; 50 by default. */
  readonly pageSize?: number;
}

/** Where a page lies in the whole list. */
export interface Pager {
  readonly page: number;
  readonly pageSize: number;
  readonly pageCount: number;
  /** Objects in all pages together. */
  readonly total: number;
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: Item[];
  readonly pager: Pager;
}
