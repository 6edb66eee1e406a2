import type { Model } from "../schema/schema.ts";
import type { Exchange } from "../server.ts";
import type { Store, Stored } from "../store/store.ts";
import { idsOf } from "../store/values.ts";
import { ancestorsOf } from "../wire/hierarchy.ts";

const unitType = "OrganisationUnit";

type Choice = (row: Stored) => boolean;

/** What a list of organisation units asks of each beside filters: its level, or whether it is the user's own. */
export function isUnitAskedFor(model: Model, exchange: Exchange): Choice {
  if (model.name !== unitType) return () => true;
  const { query } = exchange.request;
  const { store } = exchange.server;
  const choices: Choice[] = [];
  const [level, maxLevel] = [numberOf(query, "level"), numberOf(query, "maxLevel")];
  if (level !== undefined) choices.push((row) => levelOf(row, store) === level);
  if (maxLevel !== undefined) choices.push((row) => levelOf(row, store) <= maxLevel);
  const own = ownUnits(query, exchange);
  if (own !== undefined) choices.push(({ uid }) => own.includes(uid));
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
  const wanted = levelOf(row, server.store) + level;
  const units = withDescendants(row, server.store).filter((unit) => levelOf(unit, server.store) === wanted);
  return { units, inTreeOrder: false };
}

/** The units of `/organisationUnits/{uid}/children` and its like; undefined for another path. */
export function relatedUnits(row: Stored, name: string, store: Store): RelatedUnits | undefined {
  if (row.model.name !== unitType) return undefined;
  switch (name) {
    case "children":
      return { units: [row, ...childrenOf(row, store)], inTreeOrder: false };
    case "descendants":
      return { units: withDescendants(row, store), inTreeOrder: false };
    case "ancestors":
      return { units: [...ancestorsOf(store, row), row], inTreeOrder: true };
    case "parents":
      return { units: ancestorsOf(store, row), inTreeOrder: true };
    default:
      return undefined;
  }
}

function childrenOf(row: Stored, store: Store): Stored[] {
  return [...store.referring(`${row.model.name}.parent`, row.uid)].flatMap((uid) => {
    const child = store.get(row.model, uid);
    return child === undefined ? [] : [child];
  });
}

/** A unit and all below it; a circle ends where it closes. */
function withDescendants(row: Stored, store: Store): Stored[] {
  const found = new Map([[row.uid, row]]);
  for (const unit of found.values())
    for (const child of childrenOf(unit, store)) if (!found.has(child.uid)) found.set(child.uid, child);
  return [...found.values()];
}

const levelOf = (row: Stored, store: Store): number => ancestorsOf(store, row).length + 1;

function numberOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}
