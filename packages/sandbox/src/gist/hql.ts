import { notSupported } from "../http/refusal.ts";
import type { Model, Property } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import type { JsonObject } from "../store/values.ts";
import type { GistOrder } from "./order.ts";
import { besideIt, gistPath, isRelatedCollection, isRelatedObject } from "./path.ts";
import type { PlannedField } from "./plan.ts";
import type { GistQuery } from "./query.ts";

/** What a column is selected by where its value is put in later. */
const nothing = "cast(null as char)";

/** The query by which the server fetches a list. */
export function fetchQuery(
  model: Model,
  fields: readonly PlannedField[],
  orders: readonly GistOrder[],
  query: GistQuery,
  schemas: Schemas,
): JsonObject {
  const columns = fields.map((field, index) => columnOf(field, index, schemas));
  const further = supportPaths(fields, query).map((path) => memberPath(model, path, schemas));
  const order = orders.map(
    ({ path, isDescending }) => ` ${memberPath(model, path, schemas)} ${isDescending ? "desc" : "asc"}`,
  );
  return {
    fetch: `select ${[...columns, ...further].join(", ")} from ${model.simpleName} e where (1=1) and (1=1) order by ${order.length === 0 ? "e.id asc" : order.join(",")}`,
    parameters: {},
  };
}

const memberPath = (model: Model, path: string, schemas: Schemas): string =>
  `e.${javaPath(gistPath(model, path, schemas).properties)}`;

const javaPath = (properties: readonly Property[]): string => properties.map(({ field }) => field).join(".");

/** What is fetched along for the values of others: translations, identifiers, sharing. */
function supportPaths(fields: readonly PlannedField[], { translate }: GistQuery): string[] {
  const known = new Set(fields.map((field) => (field.kind === "property" ? field.path.text : "")));
  const added: string[] = [];
  for (const field of fields) {
    const beside = supportOf(field, translate);
    const path =
      beside === undefined || field.kind !== "property" ? beside : besideIt(field.path.text, beside);
    if (path === undefined || known.has(path)) continue;
    known.add(path);
    added.push(path);
  }
  return added;
}

function supportOf(field: PlannedField, translates: boolean): string | undefined {
  if (field.kind === "attribute") return "attributeValues";
  if (field.kind === "links") return undefined;
  const { last } = field.path;
  if (isRelatedCollection(last) || last.name === "href") return "id";
  if (translates && last.translation !== undefined) return "translations";
  return last.name === "access" ? "sharing" : undefined;
}

function columnOf(field: PlannedField, index: number, schemas: Schemas): string {
  if (field.kind !== "property") return nothing;
  const { last, properties } = field.path;
  if (last.name === "href" || last.name === "access") return nothing;
  const path = `e.${javaPath(properties)}`;
  const alias = `t_${index}`;
  const target = schemas.targetOf(last);
  if (isRelatedObject(last, schemas) && target !== undefined) {
    const name = field.argument ?? "id";
    const property = target.property(name)?.field ?? name;
    return last.required
      ? `${path}.${property}`
      : `(select ${alias}.${property} from ${target.simpleName} ${alias} where ${alias} = ${path})`;
  }
  if (last.table) return `size(${path})`;
  if (!isRelatedCollection(last) || target === undefined) return path;
  switch (field.transform) {
    case "SIZE":
      return `size(${path}) `;
    case "IS_NOT_EMPTY":
      return `${path} is not empty`;
    case "IDS":
    case "ID_OBJECTS":
      return `(select array_agg(${alias}.uid) from ${target.simpleName} ${alias} where ${alias} in elements(${path}) and 1=1)`;
    default:
      throw notSupported(`\`describe\` of a gist with ${field.transform.toLowerCase()}`);
  }
}
