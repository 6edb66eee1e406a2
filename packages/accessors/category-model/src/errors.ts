import { Dhis2Error } from "@dhis2w/runtime";
import type { NamedPart } from "./category-model.ts";
import type { EnsureReport } from "./combo-spec.ts";

/** Something has the category or option that was to be deleted: `CATEGORY.IN_USE`, `CATEGORY_OPTION.IN_USE`. */
export interface PartInUseError extends Dhis2Error {
  /** The combos that have the category, or the categories that have the option. */
  readonly users: readonly NamedPart[];
}

/** One option would be in two categories of a combo: `CATEGORY_MODEL.SHARED_OPTION`. */
export interface SharedOptionError extends Dhis2Error {
  /** UID or, where it is not made yet, name of the option. */
  readonly option: string;
  /** Names of the two categories. */
  readonly categories: readonly string[];
}

/** What is there has not the name or code that was given: `CATEGORY_MODEL.MISMATCH`. */
export interface MismatchError extends Dhis2Error {
  /** UID of what is there. */
  readonly uid: string;
}

/** The category model is as asked for, but its option combos are not: `CATEGORY_MODEL.INCOMPLETE`. */
export interface IncompleteError extends Dhis2Error {
  /** What exists; `cause` says what went wrong. */
  readonly report: EnsureReport;
}

declare module "@dhis2w/runtime" {
  /** What `isDhis2Error` narrows to. */
  interface Dhis2ErrorTypes {
    "CATEGORY.IN_USE": PartInUseError;
    "CATEGORY_OPTION.IN_USE": PartInUseError;
    "CATEGORY_MODEL.DEFAULT": Dhis2Error;
    "CATEGORY_MODEL.SHARED_OPTION": SharedOptionError;
    "CATEGORY_MODEL.MISMATCH": MismatchError;
    "CATEGORY_MODEL.LIMIT": Dhis2Error;
    "CATEGORY_MODEL.INCOMPLETE": IncompleteError;
    "MERGE.UNSUPPORTED": Dhis2Error;
  }
}

/** The built-in objects can neither be changed nor deleted: `CATEGORY_MODEL.DEFAULT` (BUG-121). */
export const defaultError = (what: string): Dhis2Error =>
  new Dhis2Error("CATEGORY_MODEL.DEFAULT", `${what} is built in, and the server keeps it as it is`);

/** `CATEGORY.IN_USE` or `CATEGORY_OPTION.IN_USE`; the message names a few users, `users` all. */
export const inUseError = (
  code: "CATEGORY.IN_USE" | "CATEGORY_OPTION.IN_USE",
  what: string,
  users: readonly NamedPart[],
): Dhis2Error =>
  new Dhis2Error(
    code,
    `${what} is in use by ${users
      .slice(0, 3)
      .map(({ id, name }) => `${name} (${id})`)
      .join(", ")}${users.length > 3 ? ", …" : ""}`,
    { users },
  );

/** `CATEGORY_MODEL.SHARED_OPTION`: such a combo has combinations of an option with itself. */
export const sharedOptionError = (option: string, categories: readonly [string, string]): Dhis2Error =>
  new Dhis2Error(
    "CATEGORY_MODEL.SHARED_OPTION",
    `Option ${option} would be in two categories of one combo: ${categories.join(", ")}`,
    { option, categories },
  );

/** `CATEGORY_MODEL.MISMATCH` */
export const mismatchError = (message: string, uid: string): Dhis2Error =>
  new Dhis2Error("CATEGORY_MODEL.MISMATCH", message, { uid });

/** The release does not take a combo of this size: `CATEGORY_MODEL.LIMIT` (BUG-106). */
export const limitError = (what: string, size: number, limit: number): Dhis2Error =>
  new Dhis2Error("CATEGORY_MODEL.LIMIT", `${what}: ${size}, and the server allows ${limit}`);

/** The release has no endpoint for this merge: `MERGE.UNSUPPORTED` (BUG-156). */
export const unsupportedMergeError = (resource: string, release: string): Dhis2Error =>
  new Dhis2Error("MERGE.UNSUPPORTED", `DHIS2 ${release} cannot merge ${resource}`);
