import type { Model, Property, TypeRef } from "@dhis2w/model";
import { expect, test } from "vitest";
import { model, property } from "../../test/small-server.ts";
import { inverseOf } from "./inverse-side.ts";

const ref = (name: string): TypeRef => ({ kind: "ref", model: name });
const list = (item: TypeRef): TypeRef => ({ kind: "array", item });
const shown = { collection: true, owner: false };

/** What `Role.<name>` is the inverse of, beside these models. */
function inverseOfRole(name: string, differences: Partial<Property>, others: readonly Model[]) {
  const asked = property(name, { ...shown, ...differences });
  const role = model("Role", [asked]);
  return inverseOf(asked, role, new Map([role, ...others].map((one) => [one.name, one])));
}

const userRoles = property("roles", {
  collection: true,
  type: list(ref("Role")),
  owningRole: "userrolemembers",
});
const user = model("User", [userRoles]);

test.each<[string, string, Partial<Property>, Model[], string | undefined]>([
  ["the role that the server names", "members", { owningRole: "userrolemembers" }, [user], "User.roles"],
  ["the only reference back", "members", { type: list(ref("User")) }, [user], "User.roles"],
  [
    "a plain reference before a collection",
    "members",
    { type: list(ref("User")) },
    [model("User", [userRoles, property("mainRole", { type: ref("Role") })])],
    "User.mainRole",
  ],
  [
    "none of two references",
    "members",
    { type: list(ref("User")) },
    [model("User", [property("first", { type: ref("Role") }), property("second", { type: ref("Role") })])],
    undefined,
  ],
  [
    "not who made an object",
    "members",
    { type: list(ref("User")) },
    [model("User", [property("createdBy", { type: ref("Role") })])],
    undefined,
  ],
  [
    "a reference inside a value of its one owner",
    "members",
    { type: list({ kind: "embedded", model: "Grant" }) },
    [
      model("Grant", [property("role", { type: ref("Role") })]),
      model("User", [
        property("grants", { collection: true, type: list({ kind: "embedded", model: "Grant" }) }),
      ]),
    ],
    "User.grants.role",
  ],
  [
    "what is computed, by the name of the other side",
    "users",
    { persisted: false, type: list(ref("User")) },
    [user],
    "User.roles",
  ],
  [
    "nothing else that is computed",
    "members",
    { persisted: false, type: list(ref("User")) },
    [user],
    undefined,
  ],
  [
    "a list that its items keep",
    "options",
    { owner: true, oneToMany: true, type: list(ref("User")) },
    [user],
    "User.roles",
  ],
  ["not what it owns itself", "users", { owner: true, type: list(ref("User")) }, [user], undefined],
  ["no single reference", "user", { collection: false, type: ref("User") }, [user], undefined],
])("a property is the inverse of %s", (_, name, differences, others, wanted) => {
  expect(inverseOfRole(name, differences, others)).toBe(wanted);
});
