import { expect, test } from "vitest";
import { property } from "../../test/small-server.ts";
import { readDoc, writeDoc } from "./property-doc.ts";

test.each([
  ["The name of this Object. Required and unique.", ""],
  ["A UID reference to a User  \n(Java name `org.hisp.dhis.user.User`)", ""],
  ["The exact type is unknown.  \n(Java type was: `java.util.LinkedHashSet<java.lang.String>`)", ""],
  ["The date this object was created", "The date this object was created."],
  ["A UID reference to a User who may see it", "A UID reference to a User who may see it."],
])("%j is told as %j", (description, told) => {
  expect(readDoc(property("user", { description }))).toBe(told);
});

test("what must be kept to follows what a property is", () => {
  const code = property("code", { description: "The unique code", max: 50, unique: true });
  expect(writeDoc(code)).toBe("The unique code. At most 50 characters.");
});
