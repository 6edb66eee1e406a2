import { canRead } from "../access/access.ts";
import { givenAttributeValues } from "../attributes/write.ts";
import { parseFields } from "../fields/selection.ts";
import { json } from "../http/answer.ts";
import type { Handler } from "../http/routes.ts";
import { modelOf, objectOf } from "../resources/targets.ts";
import { viewOf } from "../resources/view.ts";
import { javaSetOrder } from "../schema/java-order.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { idOf, isList, isObject, type Json } from "../store/values.ts";
import { objectHash, readProperty } from "../wire/read.ts";
import { writeOut } from "../wire/write-out.ts";
import { followed } from "./dependency-table.ts";
import { systemOf, withoutSharing } from "./export.ts";

/** `GET /api/{resource}/{uid}/metadata`: an object with all that it needs. */
export const exportDependencies: Handler = (exchange) => {
  const { server, request } = exchange;
  const root = objectOf(exchange, modelOf(exchange));
  const found = new Map<string, Stored>();
  collect(root, exchange, found);
  const fields = request.query.get("skipSharing") === "true" ? `:owner,${withoutSharing}` : ":owner";
  const view = { ...viewOf(exchange), hidesLinks: true };
  const body: Record<string, Json> = { system: systemOf(exchange) };
  for (const [plural, rows] of byType(found.values())) {
    const [first] = rows;
    if (first === undefined) continue;
    const { plan } = server.planner.plan(first.model, fields, parseFields);
    body[plural] = javaSetOrder(rows, objectHash).map((row) => writeOut(row, plan, view));
  }
  return json(body);
};

function byType(rows: Iterable<Stored>): Map<string, Stored[]> {
  const result = new Map<string, Stored[]>();
  for (const row of rows) {
    const { plural } = row.model;
    result.set(plural, [...(result.get(plural) ?? []), row]);
  }
  return result;
}

function collect(row: Stored, exchange: Exchange, found: Map<string, Stored>): void {
  const key = `${row.model.name} ${row.uid}`;
  if (found.has(key) || !canRead(exchange.caller, row)) return;
  found.set(key, row);
  const { schemas, store } = exchange.server;
  const next = [
    ...(followed[row.model.name] ?? []).flatMap((path) =>
      path.startsWith("<") ? pointingTo(row, path.slice(1), exchange) : namedBy(row, path, exchange),
    ),
    ...givenAttributeValues(row.values["attributeValues"]).map(({ attribute }) =>
      store.get(schemas.model("Attribute"), attribute),
    ),
  ];
  for (const one of next) if (one !== undefined) collect(one, exchange, found);
}

/** Objects that refer to an object by the reference at a path. */
function pointingTo({ uid }: Stored, path: string, { server }: Exchange): (Stored | undefined)[] {
  const model = server.schemas.model(path.split(".")[0] ?? "");
  return [...server.store.referring(path, uid)].map((other) => server.store.get(model, other));
}

/** Objects that an object refers to by one of its properties. */
function namedBy(row: Stored, path: string, exchange: Exchange): (Stored | undefined)[] {
  const [name = "", inner] = path.split(".");
  const property = row.model.property(name);
  if (property === undefined) return [];
  const { schemas, store } = exchange.server;
  const holder = schemas.targetOf(property);
  const target = inner === undefined ? holder : targetInside(holder, inner, exchange);
  const value = readProperty(row, property, viewOf(exchange), false);
  const holders: readonly (Json | undefined)[] = isList(value) ? value : [value];
  const items = holders.flatMap((item): readonly (Json | undefined)[] => {
    const inside = inner !== undefined && isObject(item) ? item[inner] : item;
    return isList(inside) ? inside : [inside];
  });
  return items.map((item) => (target === undefined ? undefined : store.get(target, idOf(item) ?? "")));
}

function targetInside(
  holder: ReturnType<Exchange["server"]["schemas"]["targetOf"]>,
  inner: string,
  { server }: Exchange,
): typeof holder {
  const property = holder?.property(inner);
  return property === undefined ? undefined : server.schemas.targetOf(property);
}
