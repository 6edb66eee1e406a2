import { Refusal } from "../http/refusal.ts";
import { javaHash, javaSetOrder } from "../schema/java-order.ts";
import type { Schemas } from "../schema/schema.ts";
import type { JsonObject } from "../store/values.ts";

/** Which part of a list an answer holds; undefined for all of it. */
export interface Paging {
  readonly page: number;
  readonly pageSize: number;
}

/** Reads `page`, `pageSize` and `paging`. */
export function pagingOf(query: URLSearchParams, schemas: Schemas): Paging | undefined {
  const page = integer(query, "page", 1, schemas);
  const pageSize = integer(query, "pageSize", 50, schemas);
  if (!boolean(query, "paging", true, schemas)) return undefined;
  if (pageSize < 0) throw new Refusal(400, "max-results cannot be negative");
  return { page: Math.max(page, 1), pageSize };
}

function integer(query: URLSearchParams, name: string, fallback: number, schemas: Schemas): number {
  const text = query.get(name);
  if (text === null || text === "") return fallback;
  if (/^[+-]?\d{1,9}$/.test(text.trim())) return Number(text);
  return refused(name, text, "int", fallback, schemas);
}

function boolean(query: URLSearchParams, name: string, fallback: boolean, schemas: Schemas): boolean {
  const text = query.get(name);
  if (text === null || text === "") return fallback;
  if (/^(true|on|yes|1)$/i.test(text)) return true;
  if (/^(false|off|no|0)$/i.test(text)) return false;
  return refused(name, text, "boolean", false, schemas);
}

function refused<Value>(name: string, text: string, type: string, fallback: Value, schemas: Schemas): Value {
  if (schemas.quirk("malformedParameterStatus") === 200) return fallback;
  throw new Refusal(400, `Value '${text}' is not valid for parameter ${name}. It should be of type ${type}`);
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
