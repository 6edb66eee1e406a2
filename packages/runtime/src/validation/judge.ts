import type { CallOptions, Connection } from "../connection.ts";
import type { ImportMetadataOptions } from "../metadata/options.ts";
import type { Judged } from "./validator.ts";

/**
 * Has the client's validator look at what belongs to one call, where it has one.
 *
 * @throws Dhis2ValidationError `VALIDATION.FAILED` under `throw`, once with every issue of every value.
 * @throws TypeError where a call asks for validation of a client that was given no schemas.
 */
export function judge(
  { validator }: Connection,
  { validation }: CallOptions,
  ...judged: readonly Judged[]
): void {
  if (validator !== undefined) validator.judge(judged, validation);
  else if (validation !== undefined && validation !== "off")
    throw new TypeError(
      `validation: "${validation}" needs a client with validation: validateWith({ schemas })`,
    );
}

/** The same for objects of many types that are imported in one request; what is to be deleted needs an id only. */
export function judgeImport(
  connection: Connection,
  options: ImportMetadataOptions,
  bundle: Readonly<Record<string, readonly unknown[]>>,
): void {
  const { importStrategy, identifier } = options;
  if (importStrategy === "DELETE") return;
  const side = importStrategy === "UPDATE" ? "replace" : "create";
  judge(
    connection,
    options,
    ...Object.entries(bundle).map(
      ([resource, values]) =>
        ({ resource, side, values, imported: true, byCode: identifier === "CODE" }) as const,
    ),
  );
}
