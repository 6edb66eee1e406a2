import type { ServerData } from "./server-data.ts";

/** What is generated for a release, each a module that is loaded when it is first asked for. */
export interface ReleaseModules {
  /** What the sandbox runs on. */
  readonly data: () => Promise<{ readonly serverData: ServerData }>;
  /** `/api/schemas`, handed on whole. */
  readonly schemas: () => Promise<PackedDocument>;
  /** `/api/openapi/openapi.json`, handed on whole. */
  readonly openapi: () => Promise<PackedDocument>;
}

/** A document of a release. */
export interface PackedDocument {
  /** Raw deflate of the JSON, in base64. */
  readonly packed: string;
}
