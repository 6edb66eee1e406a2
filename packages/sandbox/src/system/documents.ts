import { isList, isObject, type Json } from "../store/values.ts";

/** A document that a release hands on whole. */
export type DocumentName = "schemas" | "openapi";

interface Packed {
  /** Raw deflate of the JSON, in base64. */
  readonly packed: string;
}

/** Each is a module of its own, loaded when it is first asked for. */
const modules: Readonly<Record<DocumentName, Readonly<Record<number, () => Promise<Packed>>>>> = {
  schemas: {
    41: () => import("../generated/schemas-v41.ts"),
    42: () => import("../generated/schemas-v42.ts"),
    43: () => import("../generated/schemas-v43.ts"),
  },
  openapi: {
    41: () => import("../generated/openapi-v41.ts"),
    42: () => import("../generated/openapi-v42.ts"),
    43: () => import("../generated/openapi-v43.ts"),
  },
};

/** Where the documents say that the server is. */
const recordedBase = "https://dhis2.test";

const loaded = new Map<string, Promise<string>>();

/** A document as text, with the addresses of a server. */
export async function documentText(version: number, name: DocumentName, baseUrl: string): Promise<string> {
  const key = `${name} ${version}`;
  const known = loaded.get(key) ?? unpack(version, name);
  loaded.set(key, known);
  return (await known).replaceAll(recordedBase, baseUrl);
}

/** The schemas of a release by singular name, as one request of them answers. */
export async function schemaDocuments(version: number, baseUrl: string): Promise<readonly Json[]> {
  const document: Json = JSON.parse(await documentText(version, "schemas", baseUrl));
  const schemas = isObject(document) ? document["schemas"] : undefined;
  return isList(schemas) ? schemas : [];
}

async function unpack(version: number, name: DocumentName): Promise<string> {
  const load = modules[name][version];
  if (load === undefined) throw new RangeError(`There is no ${name} document of version ${version}`);
  const { packed } = await load();
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}
