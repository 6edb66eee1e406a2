import type { Connection, HttpMethod, RequestOptions } from "../connection.ts";
import { pathWithParameters } from "./path.ts";
import type { OpenApi, OpenApiAnswer, OpenApiCallOptions, OpenApiMapsShape } from "./types.ts";

interface Init extends OpenApiCallOptions {
  readonly params?: {
    readonly path?: Readonly<Record<string, unknown>>;
    readonly query?: NonNullable<RequestOptions["query"]>;
    readonly header?: Readonly<Record<string, string>>;
  };
  readonly body?: unknown;
}

/**
 * Typed calls over a connection: sign-in, retry, timeout and errors are the connection's own.
 *
 * @throws TypeError before any request when a path parameter is missing, empty, `.` or `..`.
 */
export function createOpenApi<Maps extends OpenApiMapsShape>(connection: Connection): OpenApi<Maps> {
  const method =
    (name: HttpMethod) =>
    async (path: string, init: Init = {}): Promise<OpenApiAnswer<number, unknown>> => {
      const { params = {}, headers, ...options } = init;
      const answer = await connection.send(name, pathWithParameters(path, params.path), {
        ...options,
        ...(params.query && { query: params.query }),
        headers: { ...params.header, ...headers },
      });
      return { data: answer.body, status: answer.status, headers: answer.headers };
    };
  const methods = {
    GET: method("GET"),
    HEAD: method("HEAD"),
    POST: method("POST"),
    PUT: method("PUT"),
    PATCH: method("PATCH"),
    DELETE: method("DELETE"),
  };
  // The maps exist in types only: what they promise of an answer is the server's to keep.
  return methods as unknown as OpenApi<Maps>;
}
