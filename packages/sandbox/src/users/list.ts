import { notSupported } from "../http/refusal.ts";
import type { Model } from "../schema/schema.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { idsOf } from "../store/values.ts";

/** Parameters of the list of users that the sandbox does not know; only users have them. */
const unknownParameters = [
  "authSubset",
  "canManage",
  "canSeeOwnUserRoles",
  "inactiveMonths",
  "inactiveSince",
  "includeChildren",
  "invitationStatus",
  "lastLogin",
  "orgUnitBoundary",
  "phoneNumber",
  "selfRegistered",
  "userOrgUnits",
];

/** What a list of users asks of each beside filters: `ou`, an organisation unit of theirs. */
export function isUserAskedFor(model: Model, { request }: Exchange): (row: Stored) => boolean {
  if (model.name !== "User") return () => true;
  const unknown = unknownParameters.find((name) => request.query.has(name));
  if (unknown !== undefined) throw notSupported(`${request.method} ${request.path}?${unknown}`);
  const unit = request.query.get("ou");
  return unit === null ? () => true : ({ values }) => idsOf(values["organisationUnits"]).includes(unit);
}
