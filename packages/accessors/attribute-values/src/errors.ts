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
  new Dhis2Error("ATTRIBUTE.UNKNOWN", `No attribute has the code or UID '${codeOrUid}'`);

/** A change was not there after several writes, each of which the server answered with success: `ATTRIBUTE_VALUE.LOST`. */
export const lostValueError = (path: string, attributeUid: string): Dhis2Error =>
  new Dhis2Error(
    "ATTRIBUTE_VALUE.LOST",
    `The server accepted a change of attribute ${attributeUid} of ${path} several times and did not keep it`,
  );
