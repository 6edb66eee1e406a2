import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import type { Store, Stored } from "../store/store.ts";
import { idsOf } from "../store/values.ts";
import { ancestorsOf, childrenOf, levelOf } from "../wire/hierarchy.ts";

const unitType = "OrganisationUnit";

type Choice = (row: Stored) => boolean;

/** What a list of organisation units asks of each beside filters: its level, or whether it is the user's own. */
export function isUnitAskedFor(model: Model, exchange: Exchange): Choice {
  if (model.name !== unitType) return () => true;
  const { query } = exchange.request;
  const { store } = exchange.server;
  const choices: Choice[] = [];
  const [level, maxLevel] = [numberOf(query, "level"), numberOf(query, "maxLevel")];
  if (level !== undefined) choices.push((row) => levelOf(store, row) === level);
  if (maxLevel !== undefined) choices.push((row) => levelOf(store, row) <= maxLevel);
  const own = ownUnits(query, exchange);
  if (own !== undefined) choices.push(({ uid }) => own.includes(uid));
  const reached = reachOf(query, exchange);
  if (reached !== undefined)
    choices.push((row) => [row, ...ancestorsOf(store, row)].some(({ uid }) => reached.includes(uid)));
  return (row) => choices.every((choice) => choice(row));
}

function ownUnits(query: URLSearchParams, { caller }: Exchange): readonly string[] | undefined {
  const units = idsOf(caller.user.values["organisationUnits"]);
  const viewed = idsOf(caller.user.values["dataViewOrganisationUnits"]);
  if (query.get("userOnly") === "true") return units;
  if (query.get("userDataViewOnly") === "true") return viewed;
  if (query.get("userDataViewFallback") === "true") return viewed.length > 0 ? viewed : units;
  return undefined;
}

/** The units below which a list that keeps to the user's hierarchy looks; undefined for all. */
function reachOf(query: URLSearchParams, { caller }: Exchange): readonly string[] | undefined {
  const captured = idsOf(caller.user.values["organisationUnits"]);
  const searched = idsOf(caller.user.values["teiSearchOrganisationUnits"]);
  if (query.get("withinUserHierarchy") === "true") return captured;
  if (query.get("withinUserSearchHierarchy") === "true") return searched.length > 0 ? searched : captured;
  return undefined;
}

/** Several units in the place of one: those around it, itself among them but for its parents. */
export interface RelatedUnits {
  readonly units: readonly Stored[];
  /** From the root down, rather than by name. */
  readonly inTreeOrder: boolean;
}

/** What `includeChildren` and its like make of a request for one unit; undefined without them. */
export function includedUnits(row: Stored, { request, server }: Exchange): RelatedUnits | undefined {
  if (row.model.name !== unitType) return undefined;
  const { query } = request;
  const asks = (name: string): boolean => query.get(name) === "true";
  if (asks("includeChildren")) return relatedUnits(row, "children", server.store);
  if (asks("includeDescendants")) return relatedUnits(row, "descendants", server.store);
  if (asks("includeAncestors")) return relatedUnits(row, "ancestors", server.store);
  const level = numberOf(query, "level");
  if (level === undefined) return undefined;
  const wanted = levelOf(server.store, row) + level;
  const units = withDescendants(row, server.store).filter((unit) => levelOf(server.store, unit) === wanted);
  return { units, inTreeOrder: false };
}

/** The units of `/organisationUnits/{uid}/children` and its like; undefined for another path. */
export function relatedUnits(row: Stored, name: string, store: Store): RelatedUnits | undefined {
  if (row.model.name !== unitType) return undefined;
  switch (name) {
    case "children":
      return { units: [row, ...childrenOf(store, row)], inTreeOrder: false };
    case "descendants":
      return { units: withDescendants(row, store), inTreeOrder: false };
    case "ancestors":
      return {
        units: [...ancestorsOf(store, row), row],
        inTreeOrder: store.schemas.has("ancestorsInTreeOrder"),
      };
    case "parents":
      return { units: ancestorsOf(store, row), inTreeOrder: store.schemas.has("ancestorsInTreeOrder") };
    default:
      return undefined;
  }
}

/** A unit and all below it; a circle ends where it closes. */
function withDescendants(row: Stored, store: Store): Stored[] {
  const found = new Map([[row.uid, row]]);
  for (const unit of found.values())
    for (const child of childrenOf(store, unit)) if (!found.has(child.uid)) found.set(child.uid, child);
  return [...found.values()];
}

function numberOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}
