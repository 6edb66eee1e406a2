import { isObject } from "../is-object.ts";
import type { Dhis2Error } from "./classes.ts";
import type { Dhis2ErrorCode, Dhis2ErrorTypes } from "./codes.ts";

/** The error class that goes with a code; {@link Dhis2Error} for codes of other packages. */
export type Dhis2ErrorOf<Code extends string> = (Code extends Dhis2ErrorCode
  ? Dhis2ErrorTypes[Code]
  : Dhis2Error) & { readonly code: Code };

/**
 * Whether something thrown is an error of this client, and of that code where one is given.
 * Looks at the shape, so that it also holds across two installed copies of the package.
 */
export function isDhis2Error(error: unknown): error is Dhis2Error;
export function isDhis2Error<const Code extends Dhis2ErrorCode | (string & {})>(
  error: unknown,
  code: Code,
): error is Dhis2ErrorOf<Code>;
export function isDhis2Error(error: unknown, code?: string): boolean {
  if (!isObject(error)) return false;
  const { name, code: own } = error;
  return String(name).startsWith("Dhis2") && typeof own === "string" && (code === undefined || own === code);
}
