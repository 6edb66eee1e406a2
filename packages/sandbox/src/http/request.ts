/** A request as the handlers see it. */
export interface ServerRequest {
  readonly method: string;
  /** Decoded segments below `/api`, without a version prefix, an empty end or a format suffix. */
  readonly segments: readonly string[];
  /** Path as it was asked for: `/api/dataElements`. */
  readonly path: string;
  /** What was asked for by a suffix of the path: `csv` of `/api/dataElements.csv`. */
  readonly suffix: string | undefined;
  readonly query: URLSearchParams;
  /** The query as it was sent, without the question mark. */
  readonly search: string;
  readonly headers: Headers;
  /** Body as text; empty without one. */
  readonly text: string;
  /** Scheme, host and context path up to `/api`: what links begin with. */
  readonly baseUrl: string;
}

const suffixes = new Set(["json", "xml", "csv", "html", "pdf", "gz", "zip", "geojson"]);

/** The longest body that is read, in characters. */
export const maxBodyLength: number = 64 * 1024 * 1024;

/** Reads a Fetch request; undefined where its path is not below `basePath`/api or does not decode. */
export async function readRequest(
  request: Request,
  basePath: string,
  apiVersion: number,
): Promise<ServerRequest | undefined> {
  const url = new URL(request.url);
  const root = `${basePath}/api`;
  if (url.pathname !== root && !url.pathname.startsWith(`${root}/`)) return undefined;
  const segments = decodeSegments(url.pathname.slice(root.length));
  if (segments === undefined) return undefined;
  const [first = ""] = segments;
  if (/^\d+$/.test(first) && Number(first) >= 28 && Number(first) <= apiVersion) segments.shift();
  const last = segments.at(-1) ?? "";
  const dot = last.lastIndexOf(".");
  const suffix = dot > 0 && suffixes.has(last.slice(dot + 1)) ? last.slice(dot + 1) : undefined;
  if (suffix !== undefined) segments[segments.length - 1] = last.slice(0, dot);
  return {
    method: request.method,
    segments,
    path: url.pathname.slice(basePath.length),
    suffix,
    query: url.searchParams,
    search: url.search.slice(1),
    headers: request.headers,
    text: request.method === "GET" || request.method === "HEAD" ? "" : await request.text(),
    baseUrl: `${url.origin}${basePath}`,
  };
}

function decodeSegments(path: string): string[] | undefined {
  try {
    return path
      .split("/")
      .filter((segment) => segment !== "")
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** Whether a request says what the media type of its body is, and that it is one of these. */
export function hasMediaType(request: ServerRequest, ...types: readonly string[]): boolean {
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  return types.includes(type.trim().toLowerCase());
}
