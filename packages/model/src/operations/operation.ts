import type { JsonObject } from "../snapshot/json-cursor.ts";

/** One way of calling the server, as its OpenAPI document tells it. */
export interface Operation {
  /** Upper case: `GET`. */
  readonly method: string;
  /** From the server's root, without a trailing slash: `/api/dataElements/{uid}`. */
  readonly path: string;
  /** Method and path without the mark behind `#` by which a document tells variants of one call apart. */
  readonly call: string;
  readonly deprecated: boolean;
  /** Those of the operation and of its path, references followed. */
  readonly parameters: readonly Parameter[];
  readonly body?: Body;
  readonly responses: readonly Response[];
  /** What the document says of it beside parameters, body and responses. */
  readonly raw: JsonObject;
}

/** Method and path: the key of an operation. */
export const operationName = ({ method, path }: Operation): string => `${method} ${path}`;

export interface Parameter {
  readonly name: string;
  /** `query`, `path`, `header` or `cookie`. */
  readonly in: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly schema: unknown;
  readonly raw: JsonObject;
}

export interface Body {
  readonly required: boolean;
  readonly content: readonly MediaType[];
  readonly raw: JsonObject;
}

export interface Response {
  /** `200`, `default` */
  readonly status: string;
  readonly content: readonly MediaType[];
  readonly raw: JsonObject;
}

export interface MediaType {
  /** Without parameters such as a charset: `application/json`. */
  readonly name: string;
  readonly schema: unknown;
  readonly raw: JsonObject;
}

/** A named shape of an OpenAPI document. */
export interface Component {
  readonly name: string;
  readonly schema: JsonObject;
  /** Some request carries it, or a parameter. */
  readonly sent: boolean;
  /** Some answer carries it. */
  readonly received: boolean;
}

/** What an OpenAPI document says of a server. */
export interface ApiDocument {
  /** Sorted by path, then method. */
  readonly operations: readonly Operation[];
  /** Sorted by name. */
  readonly components: readonly Component[];
  /** What is neither: `info`, `servers`, `security`, … */
  readonly raw: JsonObject;
}
