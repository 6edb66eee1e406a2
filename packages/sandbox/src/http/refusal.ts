import type { Schemas } from "../schema/schema.ts";
import type { JsonObject } from "../store/values.ts";
import { type Answer, envelope, noCache } from "./answer.ts";

/** A request that the server refuses with a plain envelope: what DHIS2 throws as an exception. */
export class Refusal extends Error {
  override readonly name: string = "Refusal";
  readonly status: number;
  readonly rest: JsonObject;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    rest: JsonObject = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.rest = rest;
    this.headers = headers;
  }

  answer(): Answer {
    return {
      status: this.status,
      headers: { "Content-Type": "application/json", ...noCache, ...this.headers },
      body: JSON.stringify(
        envelope(this.status, "ERROR", {
          ...(this.message === "" ? {} : { message: this.message }),
          ...this.rest,
        }),
      ),
    };
  }
}

/** 404 E1005, as for an object that is not there. */
export function notFound(message: string): Refusal {
  return new Refusal(404, message, { errorCode: "E1005" });
}

/** 404 of an object of a type. */
export function objectNotFound(simpleName: string, uid: string): Refusal {
  return notFound(`${simpleName} with id ${uid} could not be found.`);
}

/** 409 with an error code. */
export function conflict(message: string, errorCode?: string): Refusal {
  return new Refusal(409, message, errorCode === undefined ? {} : { errorCode });
}

/** 405, in the words of the release's framework. */
export function methodNotAllowed(method: string, schemas: Schemas): Refusal {
  return new Refusal(
    405,
    `Request method '${method}' ${schemas.quirk("springGeneration") === 5 ? "not" : "is not"} supported`,
  );
}

/** 501: something that DHIS2 has and the sandbox does not. */
export function notSupported(what: string): Refusal {
  return new Refusal(501, `The sandbox does not support ${what}`);
}
