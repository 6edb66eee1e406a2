import { Dhis2Error } from "@dhis2w/runtime";

/** An option that stays has the name that another option should get: `OPTION_SET.NAME_TAKEN`. */
export interface NameTakenError extends Dhis2Error {
  /** UID of the option that has the name. */
  readonly uid: string;
}

declare module "@dhis2w/runtime" {
  /** What `isDhis2Error` narrows to. */
  interface Dhis2ErrorTypes {
    "OPTION_SET.UNKNOWN": Dhis2Error;
    "OPTION_SET.NAME_TAKEN": NameTakenError;
  }
}

/** The server has no such set: `OPTION_SET.UNKNOWN`. */
export const unknownSetError = (codeOrUid: string): Dhis2Error =>
  new Dhis2Error("OPTION_SET.UNKNOWN", `No option set has the code or UID '${codeOrUid}'`);

/** `OPTION_SET.NAME_TAKEN`: the server checks names against what is stored, even where that is to go. */
export const nameTakenError = (
  name: string,
  code: string,
  holder: { readonly id: string; readonly code: string },
): Dhis2Error =>
  new Dhis2Error(
    "OPTION_SET.NAME_TAKEN",
    `Option '${code}' cannot be named '${name}': option '${holder.code}' (${holder.id}) of the set has that name; rename or delete that one first`,
    { uid: holder.id },
  );

/** `OPTION.NOT_DELETED` */
export const notDeletedError = (uids: readonly string[]): Dhis2Error =>
  new Dhis2Error(
    "OPTION.NOT_DELETED",
    `The server answered that it deleted ${uids.length} options, but kept them: ${uids.slice(0, 3).join(", ")}`,
    { uids },
  );
