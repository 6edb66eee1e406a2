import { hasAny } from "../access/access.ts";
import { parseFields } from "../fields/selection.ts";
import { transform } from "../fields/transform.ts";
import { json } from "../http/answer.ts";
import type { Handler, Route } from "../http/routes.ts";
import { planOf, viewOf } from "../resources/view.ts";
import type { Exchange } from "../server.ts";
import { settingsOfUser } from "../settings/user-routes.ts";
import { type DraftValues, emptyValues, type JsonObject } from "../store/values.ts";
import { nameOfUser, writeOut } from "../wire/write-out.ts";
import { passwordRoutes } from "./password.ts";

const noStoreOnly = { "Cache-Control": "no-store" };

/** `GET /api/me`: the signed-in user, with what follows from roles. */
const me: Handler = (exchange) => {
  const { server, caller, request } = exchange;
  const model = server.schemas.model("User");
  const { plan } = planOf(exchange, model, defaultFields.join(","));
  const result: DraftValues = Object.assign(emptyValues(), writeOut(caller.user, plan, viewOf(exchange)));
  const asked = request.query.getAll("fields");
  const { selection } = parseFields(asked.length === 0 ? "*" : asked.join(","));
  const isAll = selection.presets.includes("all");
  for (const [name, value] of Object.entries(computedParts(exchange))) {
    const field = selection.fields.find((one) => one.name === name);
    if (field === undefined && !isAll) continue;
    result[name] = transform(value, field?.transformers ?? []);
  }
  if (result["displayName"] !== undefined) result["displayName"] = nameOfUser(caller.user);
  return json(result);
};

const defaultFields = [
  "id",
  "username",
  "surname",
  "firstName",
  "email",
  "phoneNumber",
  "created",
  "lastUpdated",
  "dataViewOrganisationUnits",
  "favorites",
  "userGroups",
  "translations",
  "teiSearchOrganisationUnits",
  "organisationUnits",
  "displayName",
  "access",
  "name",
  "emailVerified",
  "userRoles",
  "attributeValues",
  "userCredentials",
];

/** What the answer has beside the user's own properties. */
function computedParts({ caller, server }: Exchange): JsonObject {
  return {
    authorities: [...caller.authorities],
    programs:
      server.schemas.find("Program") === undefined ? [] : [...readable("Program", server, caller.superuser)],
    dataSets: [...readable("DataSet", server, caller.superuser)],
    patTokens: [],
    settings: settingsOfUser(caller.user.uid, { server }),
  };
}

function readable(name: string, server: Exchange["server"], all: boolean): string[] {
  return all ? [...server.store.all(server.schemas.model(name))].map(({ uid }) => uid) : [];
}

const authorities: Handler = ({ caller }) => json([...caller.authorities], 200, noStoreOnly);

const oneAuthority: Handler = ({ caller, parameters }) =>
  json(hasAny(caller, [parameters["authority"] ?? ""]), 200, noStoreOnly);

/** What the signed-in user is told about themselves. */
export const meRoutes: readonly Route[] = [
  { method: "GET", path: "/me", handler: me },
  { method: "GET", path: "/me/authorities", handler: authorities },
  { method: "GET", path: "/me/authorization", handler: authorities },
  { method: "GET", path: "/me/authorities/:authority", handler: oneAuthority },
  { method: "GET", path: "/me/authorization/:authority", handler: oneAuthority },
  ...passwordRoutes,
];
