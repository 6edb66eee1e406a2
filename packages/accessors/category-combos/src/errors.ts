import { Dhis2Error, type Dhis2TimeoutError } from "@dhis2w/runtime";
import type { CategoryComboUser } from "./category-combo.ts";
import type { MatrixDifference } from "./matrix.ts";

/** The stored option combos did not become the product of the options in time: `MATRIX.TIMEOUT`. */
export interface MatrixTimeoutError extends Dhis2TimeoutError, MatrixDifference {
  /** Milliseconds that the call took. */
  readonly waited: number;
}

/** The server refuses to make the option combos the product, mostly because a stale one holds data: `MATRIX.BLOCKED`. */
export interface MatrixBlockedError extends Dhis2Error, MatrixDifference {}

/** The categories make another number of option combos than the caller counts on: `MATRIX.UNEXPECTED_COUNT`. */
export interface UnexpectedCountError extends Dhis2Error, Pick<MatrixDifference, "expected"> {
  readonly expectedCount: number;
}

/** Something uses the combo that was to be deleted: `CATEGORY_COMBO.IN_USE`. */
export interface InUseError extends Dhis2Error {
  /** Everything that refers to the combo and that the user may read. */
  readonly users: readonly CategoryComboUser[];
}

declare module "@dhis2w/runtime" {
  /** What `isDhis2Error` narrows to. */
  interface Dhis2ErrorTypes {
    "MATRIX.TIMEOUT": MatrixTimeoutError;
    "MATRIX.BLOCKED": MatrixBlockedError;
    "MATRIX.UNEXPECTED_COUNT": UnexpectedCountError;
    "CATEGORY_COMBO.DEFAULT": Dhis2Error;
    "CATEGORY_COMBO.IN_USE": InUseError;
    "CATEGORY_COMBO.UNKNOWN_CATEGORY": Dhis2Error;
  }
}

/** The built-in combo can neither be changed nor deleted: `CATEGORY_COMBO.DEFAULT` (BUG-121). */
export const defaultComboError = (uid: string): Dhis2Error =>
  new Dhis2Error("CATEGORY_COMBO.DEFAULT", `${uid} is the built-in combo, which the server keeps as it is`);

/** `CATEGORY_COMBO.IN_USE`; the message names a few users, `users` all. */
export const inUseError = (uid: string, users: readonly CategoryComboUser[]): Dhis2Error =>
  new Dhis2Error(
    "CATEGORY_COMBO.IN_USE",
    `Category combo ${uid} has ${users.length} users, which the server would silently move to the default combo: ${some(
      users.map(({ resource, id, name }) => `${resource}/${id} (${name})`),
    )}`,
    { users },
  );

/** What is wrong with a matrix, in numbers and a few examples. */
export const describeMatrix = (uid: string, { expected, stored, missing, stale }: MatrixDifference): string =>
  `Category combo ${uid} has not the option combos that its categories make: ${expected} expected, ${stored} stored, ${missing.length} missing (${some(
    missing.map((options) => options.join("+")),
  )}), ${stale.length} stale (${some(stale.map(({ id, name }) => `${id} ${name}`))})`;

const some = (texts: readonly string[]): string =>
  [...texts.slice(0, 3), ...(texts.length > 3 ? ["…"] : [])].join(", ");
