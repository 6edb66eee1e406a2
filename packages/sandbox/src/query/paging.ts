import { Refusal } from "../http/refusal.ts";
import { javaHash, javaSetOrder } from "../schema/java-order.ts";
import type { Schemas } from "../schema/schema.ts";
import type { JsonObject } from "../store/values.ts";
import { typedParameters } from "./typed-parameters.ts";

/** Which part of a list an answer holds; undefined for all of it. */
export interface Paging {
  readonly page: number;
  readonly pageSize: number;
}

/** Reads `page`, `pageSize` and `paging`. */
export function pagingOf(query: URLSearchParams, schemas: Schemas): Paging | undefined {
  const isLenient = schemas.quirk("malformedParameterStatus") === 200;
  const { integer, boolean } = typedParameters(query, { isLenient, ignoresCase: !isLenient });
  const page = integer("page", 1);
  const pageSize = integer("pageSize", 50);
  if (!boolean("paging", true)) return undefined;
  if (pageSize < 0) throw new Refusal(400, "max-results cannot be negative");
  return { page: Math.max(page, 1), pageSize };
}

/** The `pager` of a list: where it is, how long the whole is, and the links to its neighbours. */
export function pagerOf(paging: Paging, total: number, address: string, query: URLSearchParams): JsonObject {
  const pageSize = Math.max(paging.pageSize, 1);
  const pageCount = Math.ceil(total / pageSize);
  const page = Math.min(paging.page, Math.max(pageCount, 1));
  const link = (to: number): string => `${address}?${linkQuery(query, to, pageSize)}`;
  return {
    page,
    total,
    pageSize,
    ...(page < pageCount ? { nextPage: link(page + 1) } : {}),
    ...(page > 1 ? { prevPage: link(page - 1) } : {}),
    pageCount,
  };
}

/** Parameters of a link: the page and its size, then the rest as a Java map has them. */
function linkQuery(query: URLSearchParams, page: number, pageSize: number): string {
  const result = new URLSearchParams();
  if (page > 1) result.append("page", String(page));
  if (pageSize !== 50) result.append("pageSize", String(pageSize));
  const names = [...new Set(query.keys())].filter((name) => name !== "page" && name !== "pageSize");
  for (const name of javaSetOrder(names, javaHash))
    for (const value of query.getAll(name)) result.append(name, value);
  return result.toString();
}
