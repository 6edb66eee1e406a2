import { openDocument, textAt } from "../snapshot/json-cursor.ts";
import { readSchemas } from "../snapshot/raw-schema.ts";
import { type ArrayOrder, canonicalText } from "./canonical-json.ts";

/** The raw answers of one server, as text. */
export interface RawSnapshot {
  /** `GET /api/system/info` */
  readonly systemInfo: string;
  /** `GET /api/schemas` */
  readonly schemas: string;
  /** `GET /api/openapi/openapi.json` */
  readonly openapi: string;
}

/** A snapshot as it is committed: the text of each file. */
export interface CanonicalSnapshot {
  readonly "snapshot.json": string;
  readonly "schemas.json": string;
  readonly "openapi.json": string;
}

/** Stands in canonical text where the server's own base URL was. */
export const placeholderBaseUrl = "https://dhis2.test";

/**
 * The committed form of a snapshot: keys sorted, arrays without a meaningful order sorted, base URL replaced.
 * Canonical text read again and again canonicalised is itself; no key is dropped.
 *
 * @param sha256 - hex digest of a text's UTF-8 bytes
 */
export function canonicalSnapshot(raw: RawSnapshot, sha256: (text: string) => string): CanonicalSnapshot {
  const info = openDocument("snapshot.json", raw.systemInfo);
  const schemas = openDocument("schemas.json", raw.schemas).value;
  const openapi = openDocument("openapi.json", raw.openapi).value;
  const replaceBaseUrl = baseUrlReplacer(baseUrlOf(raw.schemas));
  const texts = {
    "schemas.json": canonicalText(schemas, replaceBaseUrl, schemasOrder),
    "openapi.json": canonicalText(openapi, replaceBaseUrl, openapiOrder),
  };
  const provenance = {
    version: textAt(info, "version"),
    revision: textAt(info, "revision"),
    buildTime: textAt(info, "buildTime"),
    files: {
      "schemas.json": {
        path: "/api/schemas",
        sha256: sha256(texts["schemas.json"]),
        rawSha256: sha256(raw.schemas),
      },
      "openapi.json": {
        path: "/api/openapi/openapi.json",
        sha256: sha256(texts["openapi.json"]),
        rawSha256: sha256(raw.openapi),
      },
    },
  };
  return {
    ...texts,
    "snapshot.json": canonicalText(
      provenance,
      (text) => text,
      () => undefined,
    ),
  };
}

/** What the server calls itself: an endpoint's URL without its path. */
function baseUrlOf(schemas: string): string | undefined {
  for (const { place, relativeApiEndpoint } of readSchemas(schemas)) {
    const { apiEndpoint } = place.value as { apiEndpoint?: unknown }; // checked to be an object when read
    if (typeof apiEndpoint !== "string" || relativeApiEndpoint === undefined) continue;
    const path = `/api${relativeApiEndpoint}`;
    if (apiEndpoint.endsWith(path)) return apiEndpoint.slice(0, -path.length);
  }
  return undefined;
}

function baseUrlReplacer(baseUrl: string | undefined): (text: string) => string {
  if (baseUrl === undefined || baseUrl === "") return (text) => text;
  return (text) =>
    text === baseUrl || text.startsWith(`${baseUrl}/`)
      ? placeholderBaseUrl + text.slice(baseUrl.length)
      : text;
}

const textOf = (item: unknown): string => (typeof item === "string" ? item : JSON.stringify(item));

function keysOf(...keys: readonly string[]): (item: unknown) => string {
  return (item) => {
    const values: Readonly<Record<string, unknown>> =
      typeof item === "object" && item !== null ? { ...item } : {};
    return keys.map((key) => String(values[key] ?? "")).join("\n");
  };
}

const wireName = (item: unknown): string =>
  keysOf("collection")(item) === "true" ? keysOf("collectionName", "name")(item) : keysOf("name")(item);

/** `constants` stay in the server's order: that of the Java enum. */
const schemasOrder: ArrayOrder = (path) => {
  switch (path.join("/")) {
    case "schemas":
      return keysOf("klass");
    case "schemas/*/properties":
      return wireName;
    case "schemas/*/authorities":
      return keysOf("type");
    case "schemas/*/authorities/*/authorities":
    case "schemas/*/references":
      return textOf;
    default:
      return undefined;
  }
};

/** Members of enums and alternatives of `oneOf` stay as they are; sets of names and parameters are sorted. */
const openapiOrder: ArrayOrder = (path) => {
  const key = path.at(-1);
  const insideProperties = path.at(-2) === "properties";
  if (insideProperties) return undefined;
  if (key === "required" || key === "tags") return textOf;
  if (key === "parameters" && path[0] === "paths") return textOf;
  return undefined;
};
