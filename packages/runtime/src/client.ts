import type { CoreTypes, ResourceTable, ServerDescription } from "@dhis2w/query";
import { readBaseUrl } from "./base-url.ts";
import type { ClientOptions, ConnectOptions } from "./client-options.ts";
import { systemClock } from "./clock.ts";
import type { BodyAs, BodyForms, Connection, HttpMethod, RequestOptions } from "./connection.ts";
import type { CommonResource } from "./resource/common-resource.ts";
import { Resource } from "./resource/resource.ts";
import type { TypedResource } from "./resource/typed-resource.ts";
import { timeoutOf } from "./transport/deadline.ts";
import { createTransport } from "./transport/transport.ts";
import { compareVersions, readSystemInfo, type SystemInfo } from "./version.ts";

/** The run-time half of a generated core: what `createClient` and `connect` are given. */
export interface CoreData {
  readonly server: ServerDescription;
  readonly resources: ResourceTable;
}

/** The resources of a core, each typed by its own row. */
export type Resources<Core extends CoreTypes> = {
  readonly [Name in keyof Core["resources"]]: TypedResource<Core["models"], Core["resources"][Name]>;
};

/** The resources that all releases have. */
export type CommonResources<Core extends CoreTypes> = {
  readonly [Name in keyof Core["resources"]]: CommonResource<Core["models"], Core["resources"][Name]>;
};

/** A client for servers of one release, without the accessors. */
export interface Dhis2<Core extends CoreTypes> extends Connection {
  /** Major version that the client is made for: 42. */
  readonly version: Core["version"];
  readonly resources: Resources<Core>;
  /**
   * Calls any endpoint and gives the parsed body, or the body in the form that `parseAs` asks for. `path` is as on the
   * server, `/api/system/ping`.
   *
   * @example
   * ```ts
   * const image = await dhis2.request("GET", `/api/fileResources/${uid}/data`, { parseAs: "blob" });
   * ```
   */
  request<const Form extends keyof BodyForms | undefined = undefined>(
    method: HttpMethod,
    path: string,
    options?: RequestOptions<Form>,
  ): Promise<BodyAs<Form>>;
  /** What the server said about itself; `undefined` where nobody asked, or it did not say. */
  readonly systemInfo: SystemInfo | undefined;
}

/** What the clients of all releases have in common, without the accessors. */
export interface CommonDhis2<Core extends CoreTypes> extends Omit<Dhis2<Core>, "resources"> {
  readonly resources: CommonResources<Core>;
}

/**
 * Makes a client. No request is sent.
 *
 * @throws TypeError or RangeError for options that cannot be.
 */
export function createClient<Core extends CoreTypes>(core: CoreData, options: ClientOptions): Dhis2<Core> {
  const { clock = systemClock, random = Math.random, timeout, retry = {} } = options;
  const { limit = 3, delay = 300 } = retry === false ? { limit: 0 } : retry;
  const baseUrl = readBaseUrl(options.baseUrl);
  const send = createTransport({
    baseUrl,
    auth: options.auth,
    // Looked up at each call, since tests and polyfills replace it.
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    timeout: timeoutOf({ timeout }, 120_000),
    retry: { limit, delay, clock, random },
    middleware: options.middleware ?? [],
  });
  const connection: Connection = {
    baseUrl,
    server: core.server,
    resourceTable: core.resources,
    clock,
    validator: options.validation,
    send,
    request: async (method, path, call) => (await send(method, path, call)).body,
  };
  const names = [...core.resources.attributable, ...core.resources.others];
  for (const name of options.validation?.resources ?? [])
    if (!names.includes(name)) throw new TypeError(`validation: there is no resource '${name}'`);
  return {
    ...connection,
    // The transport has given the body the form that was asked for.
    request: connection.request as Dhis2<Core>["request"],
    // The generated core's types and its data are two halves of one table.
    version: core.server.version as Core["version"],
    resources: Object.fromEntries(
      names.map((name) => [name, new Resource(connection, name)]),
    ) as unknown as Resources<Core>,
    systemInfo: undefined,
  };
}

/**
 * Makes a client and asks the server for its version, which also proves that the sign-in works.
 *
 * @throws Dhis2VersionError `VERSION.MISMATCH` for another major version, `VERSION.UNKNOWN` where none is told.
 */
export async function connect<Core extends CoreTypes>(
  core: CoreData,
  options: ConnectOptions,
): Promise<Dhis2<Core>> {
  const { versionCheck = "strict" } = options;
  const client = createClient<Core>(core, options);
  const systemInfo = readSystemInfo(await client.request("GET", "/api/system/info"));
  const warning = compareVersions(core.server, systemInfo);
  if (warning !== undefined && versionCheck === "strict") throw warning;
  if (warning !== undefined && versionCheck === "warn") options.onWarning?.(warning);
  return { ...client, systemInfo };
}
