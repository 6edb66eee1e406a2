import type { Model, Property } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import type { GistQuery } from "./query.ts";

/** Addresses of gists, as the release writes them. */
export class Links {
  readonly #root: string;
  readonly #end: string;

  constructor(baseUrl: string, { absoluteUrls }: GistQuery, schemas: Schemas) {
    this.#root = absoluteUrls ? `${baseUrl}/api` : String(schemas.quirk("gistLinkRoot"));
    this.#end = absoluteUrls ? "/gist?absoluteUrls=true" : "/gist";
  }

  /** The gists of a type; undefined where it has no address. */
  toType({ path }: Model): string | undefined {
    return path === undefined ? undefined : `${this.#root}/${path}/gist`;
  }

  toObject({ path }: Model, uid: string): string | undefined {
    return path === undefined ? undefined : `${this.#root}/${path}/${uid}${this.#end}`;
  }

  toProperty({ path }: Model, uid: string, { name }: Property): string | undefined {
    return path === undefined ? undefined : `${this.#root}/${path}/${uid}/${name}${this.#end}`;
  }
}
