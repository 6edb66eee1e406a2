import { notSupported } from "../http/refusal.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";

/** Parameters of the list of users that choose among them in ways that the sandbox does not know. */
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
  "ou",
  "phoneNumber",
  "selfRegistered",
  "userOrgUnits",
];

/** Refuses a list of users by what only users are asked for. */
export function refuseUserParameters(model: Model, { request }: Exchange): void {
  if (model.name !== "User") return;
  const unknown = unknownParameters.find((name) => request.query.has(name));
  if (unknown !== undefined) throw notSupported(`${request.method} ${request.path}?${unknown}`);
}
