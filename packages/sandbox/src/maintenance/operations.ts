import { updateMatrices } from "../category-model/maintenance.ts";
import { type Answer, empty, webMessage } from "../http/answer.ts";
import { ContainerRefusal } from "../http/container.ts";
import { notSupported, Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import type { Exchange } from "../server.ts";

/** Something that the server does to keep itself in order. */
type Operation = (exchange: Exchange) => void;

/** Caches, paths, periods, soft deletions and views: the sandbox has none that could be out of date. */
const nothing: Operation = () => {};

/** Zeros are kept like any other value: which of them mean nothing the sandbox does not know. */
const removeZeros: Operation = ({ server, request }) => {
  if (server.dataValues.snapshot().length > 0)
    throw notSupported(`${request.method} ${request.path} where there are data values`);
};

const operations: Readonly<Record<string, Operation>> = {
  ...Object.fromEntries(
    `analyticsTablesAnalyze analyticsTablesClear cache cacheClear expiredInvitationsClear ouPathsUpdate periodPruning
    softDeletedDataValueRemoval softDeletedEnrollmentRemoval softDeletedEventRemoval softDeletedRelationshipRemoval
    softDeletedTrackedEntityRemoval sqlViewsCreate sqlViewsDrop`
      .split(/\s+/)
      .map((name): [string, Operation] => [name, nothing]),
  ),
  zeroDataValueRemoval: removeZeros,
};

/** Operations that only 2.41 knows, under names of before. */
const older = ["ProgramInstance", "ProgramStageInstance", "TrackedEntityInstance"].map(
  (type) => `softDeleted${type}Removal`,
);

/** Done without a body, or with an envelope. */
const done = ({ server }: Exchange): Answer =>
  server.schemas.quirk("maintenanceStatus") === 204 ? empty(204) : webMessage(200, "OK");

const perform =
  (name: string, operation: Operation): Handler =>
  (exchange) => {
    operation(exchange);
    // One of the operations of 2.43 has no envelope.
    const isSilent =
      name === "analyticsTablesClear" && exchange.server.schemas.quirk("maintenanceStatus") !== 204;
    return isSilent ? empty(200) : done(exchange);
  };

/** `POST /api/maintenance`: what its parameters name. */
const performAll: Handler = (exchange) => {
  for (const [name, value] of exchange.request.query) {
    if (value !== "true") continue;
    if (Object.hasOwn(operations, name)) operations[name]?.(exchange);
    if (name === "categoryOptionComboUpdate") updateMatrices(exchange);
  }
  return done(exchange);
};

const performOlder: Handler = (exchange) => {
  if (exchange.server.schemas.has("olderMaintenance")) return done(exchange);
  throw new ContainerRefusal(404, exchange.request, exchange.server.schemas);
};

/** Removes the data of an object, where there is none. */
const prune =
  (model: string, words: string): Handler =>
  ({ server, parameters, request }) => {
    const { uid = "" } = parameters;
    if (server.store.get(server.schemas.model(model), uid) === undefined)
      throw new Refusal(409, `${words} does not exist: ${uid}`);
    if (server.dataValues.hold(uid)) throw notSupported(`${request.method} ${request.path} with data values`);
    return webMessage(200, "OK", { message: "Data was pruned successfully" });
  };

const authorities = ["F_PERFORM_MAINTENANCE"];

/** `/api/maintenance`, but for the category model's own, by POST and by PUT. */
export const operationRoutes: readonly Route[] = [
  ...["POST", "PUT"].flatMap((method): Route[] => [
    {
      method,
      path: "maintenance",
      handler: performAll,
      authorities,
      parameters: [...Object.keys(operations), "categoryOptionComboUpdate", "appReload"],
    },
    ...Object.entries(operations).map(([name, operation]) => ({
      method,
      path: `maintenance/${name}`,
      handler: perform(name, operation),
      authorities,
      parameters: [],
    })),
    ...older.map((name) => ({ method, path: `maintenance/${name}`, handler: performOlder, authorities })),
    {
      method,
      path: "maintenance/dataPruning/dataElements/:uid",
      handler: prune("DataElement", "Data element"),
      authorities: ["ALL"],
    },
    {
      method,
      path: "maintenance/dataPruning/organisationUnits/:uid",
      handler: prune("OrganisationUnit", "Organisation unit"),
      authorities: ["ALL"],
    },
  ]),
  {
    method: "GET",
    path: "maintenance/appReload",
    handler: () => webMessage(200, "OK", { message: "Apps reloaded" }),
    authorities,
    parameters: [],
  },
];
