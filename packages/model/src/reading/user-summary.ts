import type { TypeRef } from "../server-model.ts";
import type { RawProperty } from "../snapshot/raw-schema.ts";
import type { Reading } from "./reading.ts";

/** The component for what the server writes where a user is referred to. */
export const userSummaryComponent = "UserDto";

/** Key of the model. */
export const userSummaryKey = "openapi:UserDto";

export const userKlass = "org.hisp.dhis.user.User";

/** Under these names users are written as a summary in every object. */
export const summarisedUsers: ReadonlySet<string> = new Set(["createdBy", "lastUpdatedBy", "user"]);

/**
 * Whether the server writes users here as a summary, whatever fields are asked for: it marks most of these
 * properties with a transformer, and treats the three of every object alike.
 */
export function isUserSummary(property: RawProperty): boolean {
  if (property.valueKlass !== userKlass) return false;
  return property.flags.propertyTransformer || summarisedUsers.has(property.wireName);
}

export function userSummaryType(reading: Reading): TypeRef {
  if (!reading.embedded.has(userSummaryKey)) {
    const text: TypeRef = { kind: "text" };
    const properties = new Map(["code", "displayName", "id", "name", "username"].map((name) => [name, text]));
    reading.embedded.set(userSummaryKey, {
      wantedName: "UserSummary",
      properties,
      readOnly: new Set(properties.keys()),
      descriptions: new Map(),
    });
  }
  return { kind: "embedded", model: userSummaryKey };
}
