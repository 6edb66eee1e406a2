import { Dhis2Error } from "@dhis2w/runtime";

declare module "@dhis2w/runtime" {
  /** What `isDhis2Error` narrows to. */
  interface Dhis2ErrorTypes {
    "ATTRIBUTE.UNKNOWN": Dhis2Error;
    "ATTRIBUTE_VALUE.LOST": Dhis2Error;
  }
}

/** The server has no such attribute: `ATTRIBUTE.UNKNOWN`. */
export const unknownAttributeError = (codeOrUid: string): Dhis2Error =>
  new Dhis2Error("ATTRIBUTE.UNKNOWN", `No attribute has the UID or code '${codeOrUid}'`, { codeOrUid });

/** A change was not there after so many writes, each of which the server answered with success: `ATTRIBUTE_VALUE.LOST`. */
export const lostValueError = (
  path: string,
  attributeUid: string,
  value: string | undefined,
  attempts: number,
): Dhis2Error =>
  new Dhis2Error(
    "ATTRIBUTE_VALUE.LOST",
    `${value === undefined ? "The removal of" : "The new value of"} attribute ${attributeUid} was not in ${path} after ${attempts} writes, each of which the server answered with success: another process keeps writing, or the server does not store it`,
    { path, attributeUid, value, attempts },
  );
