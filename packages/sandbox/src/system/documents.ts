import { releases } from "../generated/releases.ts";
import { isList, isObject, type Json } from "../store/values.ts";

/** A document that a release hands on whole. */
export type DocumentName = "schemas" | "openapi";

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
  const release = releases[version];
  if (release === undefined) throw new RangeError(`There is no ${name} document of version ${version}`);
  const { packed } = await release[name]();
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}
