import { parseFields } from "../fields/selection.ts";
import { empty, json } from "../http/answer.ts";
import { conflict, notSupported } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { readBody } from "../resources/body.ts";
import { viewOf } from "../resources/view.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { isList, isObject, textOf } from "../store/values.ts";
import { emptySharing } from "../wire/computed.ts";
import { levelOf } from "../wire/hierarchy.ts";
import { writeOut } from "../wire/write-out.ts";

/** GET: a level for each depth that the tree has. */
const list: Handler = (exchange) => {
  const { schemas, store, planner } = exchange.server;
  const units = schemas.model("OrganisationUnit");
  const depth = Math.max(0, ...[...store.all(units)].map((row) => levelOf(store, row)));
  const named = namedLevels(exchange);
  const filled = Array.from({ length: depth }, (_, index) => named.get(index + 1));
  if (filled.includes(undefined)) throw notSupported("filled organisation unit levels that nobody named");
  const view = viewOf(exchange);
  const { plan } = planner.plan(schemas.model("OrganisationUnitLevel"), "*,!href", parseFields);
  return json(filled.filter((row) => row !== undefined).map((row) => writeOut(row, plan, view)));
};

/** POST of `{ organisationUnitLevels: [{ level, name }] }`: names levels, anew where they have names. */
const fill: Handler = (exchange) => {
  const { server, caller } = exchange;
  const { value } = readBody(exchange);
  const given = isObject(value) ? value["organisationUnitLevels"] : undefined;
  const named = namedLevels(exchange);
  const model = server.schemas.model("OrganisationUnitLevel");
  for (const one of isList(given) ? given.filter(isObject) : []) {
    const { level, offlineLevels } = one;
    const name = textOf(one, "name")?.trim();
    if (typeof level !== "number" || level <= 0) throw conflict("Level must be greater than zero");
    if (name === undefined || name === "") throw conflict("Name must be specified");
    const known = named.get(level);
    const now = server.now();
    server.store.put(model, known?.uid ?? server.makeUid(), {
      created: now,
      sharing: emptySharing(server.schemas.model("Sharing")),
      ...known?.values,
      level,
      name,
      ...(typeof offlineLevels === "number" ? { offlineLevels } : {}),
      lastUpdated: now,
      lastUpdatedBy: { id: caller.user.uid },
    });
  }
  return empty(201);
};

function namedLevels({ server: { schemas, store } }: Exchange): Map<number, Stored> {
  const rows = [...store.all(schemas.model("OrganisationUnitLevel"))];
  return new Map(rows.map((row) => [Number(row.values["level"]), row]));
}

/** `/api/filledOrganisationUnitLevels` */
export const levelRoutes: readonly Route[] = [
  { method: "GET", path: "filledOrganisationUnitLevels", handler: list },
  { method: "POST", path: "filledOrganisationUnitLevels", handler: fill },
];
