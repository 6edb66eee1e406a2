import { Dhis2Error, Dhis2TimeoutError } from "@dhis2w/runtime";
import type { CategoryComboUser } from "./category-combo.ts";
import type { MatrixDifference, MatrixRow } from "./matrix.ts";

declare module "@dhis2w/runtime" {
  /** What `isDhis2Error` narrows to. */
  interface Dhis2ErrorTypes {
    "MATRIX.TIMEOUT": Dhis2MatrixTimeoutError;
    "MATRIX.BLOCKED": Dhis2MatrixBlockedError;
    "MATRIX.UNEXPECTED_COUNT": Dhis2Error;
    "CATEGORY_COMBO.DEFAULT": Dhis2Error;
    "CATEGORY_COMBO.IN_USE": Dhis2InUseError;
    "CATEGORY_COMBO.UNKNOWN_CATEGORY": Dhis2Error;
  }
}

/** The stored option combos did not become the product of the options in time: `MATRIX.TIMEOUT`. */
export class Dhis2MatrixTimeoutError extends Dhis2TimeoutError implements MatrixDifference {
  declare readonly expected: number;
  declare readonly stored: number;
  declare readonly missing: readonly (readonly string[])[];
  declare readonly stale: readonly MatrixRow[];
  /** Milliseconds that the call took. */
  declare readonly waited: number;

  constructor(
    uid: string,
    difference: MatrixDifference,
    times: { readonly timeout: number; readonly waited: number; readonly cause: unknown },
  ) {
    super(
      `The option combos of category combo ${uid} are not the product of its categories' options after ${times.waited} ms: ${describeDifference(difference)}`,
      { ...difference, ...times },
      "MATRIX.TIMEOUT",
    );
  }
}

/** The server refuses to make the option combos the product, mostly because a stale one holds data: `MATRIX.BLOCKED`. */
export class Dhis2MatrixBlockedError extends Dhis2Error implements MatrixDifference {
  declare readonly expected: number;
  declare readonly stored: number;
  declare readonly missing: readonly (readonly string[])[];
  declare readonly stale: readonly MatrixRow[];

  constructor(uid: string, difference: MatrixDifference, reason: string, cause: unknown) {
    super(
      "MATRIX.BLOCKED",
      `The server cannot make the option combos of category combo ${uid} the product of its categories' options: ${describeDifference(difference)}. ${reason}`,
      { ...difference, cause },
      "Dhis2MatrixBlockedError",
    );
  }
}

/** Something uses the combo that was to be deleted: `CATEGORY_COMBO.IN_USE`. */
export class Dhis2InUseError extends Dhis2Error {
  /** Everything that refers to the combo and that this user may read. */
  declare readonly users: readonly CategoryComboUser[];

  constructor(uid: string, users: readonly CategoryComboUser[]) {
    const named = users.slice(0, 5).map(({ resource, id, name }) => `${resource}/${id} (${name})`);
    const more = users.length > named.length ? ` and ${users.length - named.length} more` : "";
    super(
      "CATEGORY_COMBO.IN_USE",
      `Category combo ${uid} is used by ${named.join(", ")}${more}. Deleting it would silently move them to the default combo; \`evenIfUsed\` does so`,
      { users },
      "Dhis2InUseError",
    );
  }
}

/** The built-in combo `default` can neither be changed nor deleted: `CATEGORY_COMBO.DEFAULT`. */
export const defaultComboError = (uid: string): Dhis2Error =>
  new Dhis2Error(
    "CATEGORY_COMBO.DEFAULT",
    `Category combo ${uid} is the built-in default: the server answers 200 to changes and keeps it as it is`,
  );

/** What is wrong with a matrix, in numbers and a few examples. */
function describeDifference({ expected, stored, missing, stale }: MatrixDifference): string {
  const examples = [
    ...missing.slice(0, 3).map((options) => `no option combo for ${options.join(" + ")}`),
    ...stale.slice(0, 3).map(({ id, name }) => `${id}${name === undefined ? "" : ` (${name})`} is stale`),
  ];
  return `${expected} expected, ${stored} stored, ${missing.length} missing, ${stale.length} stale${examples.length === 0 ? "" : `; ${examples.join(", ")}`}`;
}
