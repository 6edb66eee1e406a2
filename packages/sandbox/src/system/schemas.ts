import { pick } from "../fields/pick.ts";
import { parseFields } from "../fields/selection.ts";
import { json, jsonType, webMessage } from "../http/answer.ts";
import { notFound } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { checkSchema } from "../import/check-schema.ts";
import { deserialise } from "../import/deserialise.ts";
import { errorReportJson } from "../import/reports.ts";
import { readBody } from "../resources/body.ts";
import { javaHash, javaSetOrder } from "../schema/java-order.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import { isList, isObject, type Json, textOf } from "../store/values.ts";
import { documentText, schemaDocuments } from "./documents.ts";

const all: Handler = async (exchange) => {
  const schemas = await documentsOf(exchange);
  return json({ schemas: selected(schemas, exchange) });
};

const one: Handler = async (exchange) => json(selected(await documentOf(exchange), exchange));

/** One property, by its name on the wire. */
const property: Handler = async (exchange) => {
  const { property: name = "", type = "" } = exchange.parameters;
  const document = await documentOf(exchange);
  const found = propertiesOf(document).find((item) => wireName(item) === name);
  if (found === undefined) throw notFound(`Property ${name} does not exist on type ${type}.`);
  return json(selected(found, exchange));
};

async function documentsOf({ server, request }: Exchange): Promise<Json[]> {
  const documents = await schemaDocuments(server.schemas.data.version, request.baseUrl);
  return documents.map(inServerOrder);
}

async function documentOf(exchange: Exchange): Promise<Json> {
  const { type = "" } = exchange.parameters;
  const documents = await schemaDocuments(exchange.server.schemas.data.version, exchange.request.baseUrl);
  const found = documents.find((document) => isObject(document) && document["singular"] === type);
  if (found === undefined) throw notFound(`Type ${type} does not exist.`);
  return inServerOrder(found);
}

/** A schema's properties are a Java map by their names; its authorities come as their enum has them. */
function inServerOrder(document: Json): Json {
  if (!isObject(document)) return document;
  const { authorities } = document;
  return {
    ...document,
    ...(isList(authorities) ? { authorities: authorities.toSorted(byAuthorityType) } : {}),
    properties: javaSetOrder(propertiesOf(document), (item) => javaHash(wireName(item))),
  };
}

const authorityTypes = [
  "CREATE",
  "CREATE_PUBLIC",
  "CREATE_PRIVATE",
  "EXTERNALIZE",
  "READ",
  "UPDATE",
  "DELETE",
  "DATA_CREATE",
  "DATA_READ",
];

function byAuthorityType(one: Json, other: Json): number {
  const place = (item: Json): number =>
    authorityTypes.indexOf(isObject(item) ? (textOf(item, "type") ?? "") : "");
  return place(one) - place(other);
}

function propertiesOf(document: Json): readonly Json[] {
  const properties = isObject(document) ? document["properties"] : undefined;
  return isList(properties) ? properties : [];
}

function wireName(item: Json): string {
  return isObject(item) ? (textOf(item, "collectionName") ?? textOf(item, "name") ?? "") : "";
}

function selected(value: Json, { request }: Exchange): Json {
  const fields = request.query.getAll("fields").join(",");
  return fields === "" ? value : pick(value, parseFields(fields).selection);
}

/** The OpenAPI document of everything. */
const openApi: Handler = async ({ server, request }) => ({
  status: 200,
  headers: { "Content-Type": jsonType },
  body: await documentText(server.schemas.data.version, "openapi", request.baseUrl),
});

/** Checks an object by its type alone, and stores nothing. */
const validate: Handler = (exchange) => {
  const model = modelOf(exchange);
  const values = deserialise(exchange.server.schemas, model, readBody(exchange));
  const errorReports = checkSchema(exchange.server.schemas, model, values).map(errorReportJson);
  const response = { errorReports, responseType: "ErrorReports" };
  return errorReports.length === 0
    ? webMessage(200, "OK", { response })
    : webMessage(400, "ERROR", { response });
};

function modelOf({ server, parameters }: Exchange): Model {
  const { type = "" } = parameters;
  const model = server.schemas.bySingular(type);
  if (model === undefined) throw notFound(`Type ${type} does not exist.`);
  return model;
}

/** `/api/schemas`, and the OpenAPI document. */
export const schemaRoutes: readonly Route[] = [
  { method: "GET", path: "schemas", handler: all },
  { method: "GET", path: "openapi/openapi", handler: openApi },
  { method: "GET", path: "schemas/:type", handler: one },
  { method: "POST", path: "schemas/:type", handler: validate },
  { method: "GET", path: "schemas/:type/:property", handler: property },
];
