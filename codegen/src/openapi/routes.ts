import type { OpenApiDocument } from "./document.ts";

/** Where a route is declared: on `/openapi`, only on `/openapi/all`, or nowhere. */
export type Shelf = "main" | "all" | "none";

export interface Route {
  /** As callers write it: `/api/dataElements/{uid}`. */
  readonly path: string;
  /** The key of the document's `paths`. */
  readonly key: string;
  readonly shelf: Shelf;
}

/**
 * The document's routes as callers write them, in code-point order.
 *
 * A path starts with `/api` (2.41 leaves that to the server's URL) and has no slash at its end or before an extension. `/openapi` has
 * each thing once, `/openapi/all` has it in every dress too:
 * - *gist* routes, whose answers depend on `fields` anyway;
 * - a route with a *file extension*, where the same route without one exists;
 * - an *overload*: 2.4x writes `/api/dataElements/#getObjectListCsv` for the same URL with another media type or
 *   other parameters. The part from `#` on is not sent.
 * Left out: what is not under `/api`, and `**` (any further path), for which `dhis2.request` is the way.
 */
export function routesOf(document: OpenApiDocument): readonly Route[] {
  const keys = Object.keys(document.paths);
  const prefix = keys.some((key) => key.startsWith("/api/")) ? "" : "/api";
  const paths = new Map<string, string>();
  for (const key of keys) {
    const path = canonicalPath(prefix + key);
    const other = paths.get(path);
    if (other !== undefined)
      throw new Error(`the paths '${other}' and '${key}' of the OpenAPI document are one: ${path}`);
    paths.set(path, key);
  }
  return [...paths]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, key]) => ({ path, key, shelf: shelfOf(path, paths) }));
}

function canonicalPath(path: string): string {
  const [url = "", overload] = splitAtHash(path);
  const trimmed = (url.length > 1 && url.endsWith("/") ? url.slice(0, -1) : url).replace(/\/(?=\.\w+$)/, "");
  return overload === undefined ? trimmed : `${trimmed}#${overload}`;
}

function shelfOf(path: string, paths: ReadonlyMap<string, string>): Shelf {
  if (!path.startsWith("/api/") || path.includes("**")) return "none";
  if (path.includes("#")) return "all";
  if (path.endsWith("/gist")) return "all";
  const plain = withoutExtensions(path);
  return plain !== path && (paths.has(plain) || path.includes("/gist")) ? "all" : "main";
}

/** `/api/sqlViews/{uid}/data.html+css` → `/api/sqlViews/{uid}/data` */
function withoutExtensions(path: string): string {
  return path.replace(/\.[a-z][a-z0-9+.]*$/i, "");
}

function splitAtHash(path: string): [string, string?] {
  const at = path.indexOf("#");
  return at < 0 ? [path] : [path.slice(0, at), path.slice(at + 1)];
}
