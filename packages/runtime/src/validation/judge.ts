import type { CallOptions, Connection } from "../connection.ts";
import type { Judged } from "./validator.ts";

/**
 * Has the client's validator look at values, where it has one.
 *
 * @throws TypeError where a call asks for validation of a client that was given no schemas.
 */
export function judge(
  { validator }: Connection,
  { validation }: CallOptions,
  judged: Omit<Judged, "mode">,
): void {
  if (validator !== undefined) validator.judge({ ...judged, mode: validation });
  else if (validation !== undefined && validation !== "off")
    throw new TypeError(
      `validation: "${validation}" needs a client with validation: validateWith({ schemas })`,
    );
}
