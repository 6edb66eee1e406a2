import { webMessage } from "../http/answer.ts";
import { notFound, notSupported } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { checkSchema } from "../import/check-schema.ts";
import { deserialise } from "../import/deserialise.ts";
import { errorReportJson } from "../import/reports.ts";
import { readBody } from "../resources/body.ts";
import type { Model } from "../schema/schema.ts";
import type { Exchange } from "../server.ts";

const one: Handler = (exchange) => {
  const { singular } = modelOf(exchange);
  throw notSupported(`the whole schema of ${singular}`);
};

const property: Handler = (exchange) => {
  const { property: name = "" } = exchange.parameters;
  const model = modelOf(exchange);
  if (model.property(name) === undefined)
    throw notFound(`Property ${name} does not exist on type ${model.singular}.`);
  throw notSupported(`the whole schema of ${model.singular}`);
};

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

/** `/api/schemas`, as far as it can be answered without the snapshot itself. */
export const schemaRoutes: readonly Route[] = [
  { method: "GET", path: "schemas/:type", handler: one },
  { method: "POST", path: "schemas/:type", handler: validate },
  { method: "GET", path: "schemas/:type/:property", handler: property },
];
