import { type Connection, checkText, checkUid, isUid } from "@dhis2w/runtime";

/** Path of an object; refuses resources that carry no attribute values in this release, and what is no UID. */
export function objectPath(connection: Connection, resource: string, uid: unknown): string {
  checkResource(connection, resource);
  checkUid("uid", uid);
  return `/api/${connection.resourceTable.paths[resource] ?? resource}/${uid}`;
}

export function checkResource({ resourceTable, server }: Connection, resource: unknown): void {
  checkText("resource", resource);
  if (!resourceTable.attributable.includes(resource))
    throw new RangeError(`DHIS2 ${server.release} has no attribute values on '${resource}'`);
}

/** Refuses an attribute that is neither code nor UID, nor an object with a UID. */
export function checkAttribute(attribute: unknown): void {
  if (typeof attribute === "object" && attribute !== null) {
    const { id } = attribute as { readonly id?: unknown };
    if (!isUid(id)) throw new RangeError(`the id of the attribute must be a UID, not '${id}'`);
    return;
  }
  checkText("attribute", attribute);
}

/** Refuses a value that is no text, and an empty one where the release would drop it without a word (BUG-101). */
export function checkValue({ server }: Connection, value: unknown): void {
  checkValueText(value);
  if (value === "" && server.quirks.emptyAttributeValueDropped === true)
    throw new RangeError(`DHIS2 ${server.release} drops an empty value; deleteValue takes one away`);
}

/** Refuses a value that is no text; an empty one may be looked for. */
export function checkValueText(value: unknown): void {
  if (typeof value !== "string") throw new TypeError("value must be a text");
}
