import { type Connection, isUid } from "@dhis2w/runtime";

/** Path of an object; refuses resources that carry no attribute values in this release, and what is no UID. */
export function objectPath(connection: Connection, resource: string, uid: unknown): string {
  checkResource(connection, resource);
  if (typeof uid !== "string") throw new TypeError(`uid must be a text, not ${typeof uid}`);
  if (!isUid(uid))
    throw new RangeError(`uid must be a UID (a letter, then ten letters or digits), not '${uid}'`);
  return `/api/${connection.resourceTable.paths[resource]}/${uid}`;
}

export function checkResource({ resourceTable, server }: Connection, resource: unknown): void {
  if (typeof resource !== "string") throw new TypeError(`resource must be a text, not ${typeof resource}`);
  if (resourceTable.attributable.includes(resource)) return;
  const why = Object.hasOwn(resourceTable.paths, resource)
    ? "its objects cannot carry attribute values"
    : "there is no such resource";
  throw new RangeError(`'${resource}' does not fit: in DHIS2 ${server.release} ${why}`);
}

/** Refuses an attribute that is neither code nor UID. */
export function checkAttribute(codeOrUid: unknown): void {
  if (typeof codeOrUid !== "string")
    throw new TypeError(`attribute must be a code or a UID, not ${typeof codeOrUid}`);
  if (codeOrUid.trim() === "") throw new RangeError("attribute must be a code or a UID, not an empty text");
}

/** Refuses a value that is no text, and an empty one where the release would drop it without a word (BUG-101). */
export function checkValue({ server }: Connection, value: unknown): void {
  if (typeof value !== "string") throw new TypeError(`value must be a text, not ${typeof value}`);
  if (value === "" && server.quirks.emptyAttributeValueDropped === true)
    throw new RangeError(
      `DHIS2 ${server.release} does not store an empty value; deleteValue takes a value away`,
    );
}
