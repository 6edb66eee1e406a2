import { type Answer, json } from "../http/answer.ts";
import { ContainerRefusal } from "../http/container.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import type { Store, Stored } from "../store/store.ts";
import { idOf, idsOf, type Json, textOf } from "../store/values.ts";
import { ancestorsOf, levelOf } from "../wire/hierarchy.ts";

/** `/organisationUnits.geojson`: the units of some levels, below some parents, that have a geometry. */
export function geoJsonOf(model: Model, exchange: Exchange): Answer {
  const { request, server, caller } = exchange;
  if (model.name !== "OrganisationUnit") throw new ContainerRefusal(404, request, server.schemas);
  const { store } = server;
  const levels = listOf(request.query, "level").map(Number);
  const parents = listOf(request.query, "parent");
  const isShown = request.query.get("properties") !== "false";
  const roots = rootsOf(caller.user);
  const features = [...store.all(model)]
    .filter((row) => (levels.length === 0 ? [1] : levels).includes(levelOf(store, row)))
    .filter((row) => parents.length === 0 || isBelowOne(row, parents, store))
    .flatMap((row): Json[] => {
      const { geometry } = row.values;
      if (geometry === undefined || geometry === null) return [];
      const properties = isShown ? propertiesOf(row, roots, store) : {};
      return [{ type: "Feature", id: row.uid, geometry, properties }];
    });
  return json({ type: "FeatureCollection", features });
}

const listOf = (query: URLSearchParams, name: string): string[] =>
  query.getAll(name).flatMap((text) => text.split(","));

const isBelowOne = (row: Stored, parents: readonly string[], store: Store): boolean =>
  [row, ...ancestorsOf(store, row)].some(({ uid }) => parents.includes(uid));

function rootsOf({ values }: Stored): readonly string[] {
  const viewed = idsOf(values["dataViewOrganisationUnits"]);
  return viewed.length > 0 ? viewed : idsOf(values["organisationUnits"]);
}

function propertiesOf(row: Stored, roots: readonly string[], store: Store): { readonly [key: string]: Json } {
  const parent = idOf(row.values["parent"]);
  return {
    code: textOf(row.values, "code") ?? null,
    name: textOf(row.values, "name") ?? null,
    level: String(levelOf(store, row)),
    ...(parent === undefined ? {} : { parent }),
    parentGraph: graphAbove(row, roots, store).join("/"),
    groups: [...store.referring("OrganisationUnitGroup.organisationUnits", row.uid)],
  };
}

/** The units above one, from the user's own root down. */
function graphAbove(row: Stored, roots: readonly string[], store: Store): string[] {
  const above = ancestorsOf(store, row).map(({ uid }) => uid);
  const from = above.findLastIndex((uid) => roots.includes(uid));
  return above.slice(Math.max(from, 0));
}
