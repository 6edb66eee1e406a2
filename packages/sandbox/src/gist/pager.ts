import type { ServerRequest } from "../http/request.ts";
import type { Schemas } from "../schema/schema.ts";
import type { JsonObject } from "../store/values.ts";
import type { GistQuery } from "./query.ts";

/** What a page has to do with the whole. */
export interface GistPage {
  readonly pageSize: number;
  /** Entries on this page. */
  readonly entries: number;
  /** Undefined where nobody asked for it. */
  readonly total: number | undefined;
  /** Address of the gist of the entries' type; undefined where that has none, and pages no links. */
  readonly address: string | undefined;
}

/** The `pager` of a gist. */
export function gistPager(
  { page }: GistQuery,
  { pageSize, entries, total, address }: GistPage,
  request: ServerRequest,
  schemas: Schemas,
): JsonObject {
  const hasNext =
    total === undefined
      ? entries === pageSize || schemas.has("gistAlwaysHasNextPage")
      : total > page * pageSize;
  const link = (to: number): string => pageLink(to, address ?? "", request, schemas);
  return {
    page,
    pageSize,
    ...(total === undefined ? {} : { total, pageCount: Math.ceil(total / pageSize) }),
    ...(address !== undefined && page > 1 ? { prevPage: link(page - 1) } : {}),
    ...(address !== undefined && hasNext ? { nextPage: link(page + 1) } : {}),
  };
}

/** The request with another page at its end: as it was sent, or on the older release put together anew. */
function pageLink(page: number, address: string, request: ServerRequest, schemas: Schemas): string {
  if (schemas.has("gistPagesAsAsked")) {
    const kept = request.search.split("&").filter((part) => part !== "" && !/^page(=|$)/.test(part));
    return `${request.baseUrl}${request.path}?${[...kept, `page=${page}`].join("&")}`;
  }
  const kept = [...request.query]
    .filter(([name]) => name !== "page")
    .map(([name, value]) => `${name}=${value}`);
  return `${address}?${[...kept, `page=${page}`].join("&")}`;
}
