import { type Answer, empty, json, jsonType, text } from "../http/answer.ts";
import { notFound, notSupported } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { readBody } from "../resources/body.ts";
import type { Exchange } from "../server.ts";
import { isList, isObject, type Json, textOf } from "../store/values.ts";
import { isPeriodType, periodTypeView } from "../system/periods.ts";
import { emptySharing } from "../wire/computed.ts";

/** What is configured once for a server, beside its settings. */
export interface Configuration {
  systemId: string;
  infrastructuralPeriodType: string;
  /** Names of period types, in their order. */
  outputPeriodTypes: readonly string[];
}

/** A server that nobody configured. */
export const initialConfiguration = (systemId: string): Configuration => ({
  systemId,
  infrastructuralPeriodType: "Yearly",
  outputPeriodTypes: [],
});

/** `GET /api/configuration`. */
const readAll: Handler = ({ server }) => {
  const { configuration, origins, schemas } = server;
  const allowed = [...origins];
  return json({
    systemId: configuration.systemId,
    corsWhitelist: allowed,
    // Each is written without its properties (21-settings "configuration").
    ...(schemas.has("outputPeriodTypes")
      ? { dataOutputPeriodTypes: configuration.outputPeriodTypes.map(() => ({})) }
      : {}),
    corsAllowlist: allowed,
  });
};

/** Text that is announced as JSON, as Spring writes it. */
const asIs = (body: string): Answer => text(body, jsonType);

const setSystemId: Handler = ({ request, server }) => {
  server.configuration.systemId = request.text === "" ? server.makeUuid() : request.text;
  return empty(204);
};

const readPeriodType: Handler = ({ server }) => {
  const { infrastructuralPeriodType: name } = server.configuration;
  return json({
    code: name,
    name,
    translations: [],
    favorites: [],
    sharing: emptySharing(server.schemas.find("Sharing")),
    displayName: name,
    favorite: false,
    id: name,
    attributeValues: [],
  });
};

const writePeriodType: Handler = ({ request, server }) => {
  const name = request.text.replaceAll('"', "");
  if (!isPeriodType(name, server.schemas)) throw notFound(`Period type not found: ${name}`);
  server.configuration.infrastructuralPeriodType = name;
  return empty(204);
};

const readOutputPeriodTypes: Handler = ({ server }) =>
  json(server.configuration.outputPeriodTypes.map((name) => periodTypeView(name, server.schemas)));

/** Replaces the list; the years are always in it, and what is no period type is not. */
const writeOutputPeriodTypes: Handler = (exchange) => {
  const { server, request } = exchange;
  const { value } = readBody(exchange);
  if (!isList(value)) throw notSupported(`${request.method} ${request.path} of what is no list`);
  const names = value.map(nameOf).filter((name) => name !== undefined);
  const known = names.filter((name) => isPeriodType(name, server.schemas));
  server.configuration.outputPeriodTypes = [...new Set([...known, "Yearly"])];
  return empty(204);
};

const nameOf = (value: Json): string | undefined => (isObject(value) ? textOf(value, "name") : undefined);

/** Objects that may be chosen; nobody chose one, and the sandbox cannot write out one that was chosen. */
const choices = `feedbackRecipients systemUpdateNotificationRecipients offlineOrganisationUnitLevel
  infrastructuralIndicators infrastructuralDataElements selfRegistrationRole selfRegistrationOrgUnit
  facilityOrgUnitGroupSet facilityOrgUnitLevel`.split(/\s+/);

const removable = new Set(
  "feedbackRecipients systemUpdateNotificationRecipients offlineOrganisationUnitLevel selfRegistrationRole selfRegistrationOrgUnit".split(
    " ",
  ),
);

const authorities = ["F_SYSTEM_SETTING"];

const choose: Handler = ({ request }) => {
  throw notSupported(`${request.method} ${request.path}`);
};

const setting =
  (key: string): Handler =>
  ({ server }: Exchange) =>
    asIs(server.settings.text(key));

/** `/api/configuration`, but for its list of origins. */
export const configurationRoutes: readonly Route[] = [
  { method: "GET", path: "configuration", handler: readAll, parameters: [] },
  {
    method: "GET",
    path: "configuration/systemId",
    handler: ({ server }) => asIs(server.configuration.systemId),
    parameters: [],
  },
  { method: "POST", path: "configuration/systemId", handler: setSystemId, authorities: ["ALL"] },
  { method: "GET", path: "configuration/remoteServerUrl", handler: setting("keyRemoteInstanceUrl") },
  {
    method: "GET",
    path: "configuration/remoteServerUsername",
    handler: setting("keyRemoteInstanceUsername"),
  },
  { method: "GET", path: "configuration/systemReadOnlyMode", handler: () => json(false) },
  { method: "GET", path: "configuration/infrastructuralPeriodType", handler: readPeriodType },
  { method: "POST", path: "configuration/infrastructuralPeriodType", handler: writePeriodType, authorities },
  { method: "GET", path: "configuration/dataOutputPeriodTypes", handler: readOutputPeriodTypes },
  {
    method: "POST",
    path: "configuration/dataOutputPeriodTypes",
    handler: writeOutputPeriodTypes,
    authorities,
  },
  ...choices.flatMap((name): Route[] => [
    { method: "GET", path: `configuration/${name}`, handler: () => empty(200), parameters: [] },
    { method: "POST", path: `configuration/${name}`, handler: choose, authorities },
    ...(removable.has(name)
      ? [{ method: "DELETE", path: `configuration/${name}`, handler: () => empty(204), authorities }]
      : []),
  ]),
];
