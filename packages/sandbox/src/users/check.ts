import { Refusal } from "../http/refusal.ts";
import type { BundleEntry, ImportContext } from "../import/bundle.ts";
import { type ErrorReport, errorReport } from "../import/reports.ts";
import { idsOf, textOf } from "../store/values.ts";
import { passwordIn } from "./password.ts";

/** Four to 255 letters, digits and `_.@-`, no two signs beside each other. */
const username = /^(?=.{4,255}$)(?![_.@-])(?!.*[_.@-]{2})[a-zA-Z0-9_.@-]+(?<![_.@-])$/;

/** What users must have beside what their type says: E4005, E4049, E4054, E4055. */
export function checkUser(entry: BundleEntry, { store }: ImportContext): ErrorReport[] {
  const { model, values, existing } = entry;
  if (model.name !== "User") return [];
  refuseNameless(entry);
  const reports: ErrorReport[] = [];
  const name = textOf(values, "username");
  const report = (code: string, message: string, property: string, ...more: string[]): void => {
    const place = { property, ...(code === "E4005" ? { klass: "java.lang.String" } : {}) };
    reports.push(errorReport(code, model.klass, message, [property, ...more], place));
  };
  const given = passwordIn(values);
  if (given?.problem !== undefined)
    report(
      "E4005",
      `Property \`password\` requires a valid password, \`${given.problem}\``,
      "password",
      given.problem,
    );
  if (existing !== undefined || name === undefined) return reports;
  if (!username.test(name))
    report(
      "E4049",
      `Property \`username\` requires a valid username, was given \`${name}\``,
      "username",
      name,
    );
  if (store.withUnique(model, "username", name) !== undefined)
    report("E4054", `Property \`username\` already exists, was given \`${name}\`.`, "username", name);
  if (idsOf(values["userRoles"]).length === 0)
    report("E4055", "User needs to have at least one user role associated with it", "username", name);
  return reports;
}

/** A user without a name is refused by the database alone, where the type does not require one. */
function refuseNameless({ model, values }: BundleEntry): void {
  for (const property of ["surname", "firstName"]) {
    if (model.property(property)?.required === true || textOf(values, property) !== undefined) continue;
    const column = property.toLowerCase();
    throw new Refusal(
      409,
      `ERROR: null value in column "${column}" of relation "userinfo" violates not-null constraint`,
    );
  }
}

/** Whether {@link checkUser} rather than the general rule speaks of this property's uniqueness. */
export function isUsername(model: BundleEntry["model"], property: string): boolean {
  return model.name === "User" && property === "username";
}
