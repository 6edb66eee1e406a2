import type { HttpMethod } from "../connection.ts";
import { Dhis2ParseError } from "../errors/classes.ts";

/** The error of a success that is not the object, list or report that belongs there. */
export function misshapen(
  baseUrl: string,
  method: HttpMethod,
  path: string,
  what: string,
  received: unknown,
  code: "PARSE.SHAPE" | "PARSE.EMPTY" = "PARSE.SHAPE",
): Dhis2ParseError {
  return new Dhis2ParseError(code, `${method} ${path} → ${what}`, {
    method,
    url: baseUrl + path,
    received: JSON.stringify(received) ?? "",
  });
}
