import type { ServerRequest } from "../http/request.ts";
import { MalformedJson, parseLocated } from "../json/located-json.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { type DraftValues, isList, isObject, type Json, type JsonObject, textOf } from "../store/values.ts";
import { tokenAttributeTypes, validateTokenAttributes } from "./token-rules.ts";

const tokenType = "ApiToken";
const month = 30 * 24 * 60 * 60 * 1000;

/** What a new token has beside what the body says; refuses attributes that make no sense. */
function beforeCreate(model: Model, values: DraftValues, { server, request }: Exchange): void {
  if (model.name !== tokenType) return;
  values["type"] ??= "PERSONAL_ACCESS_TOKEN_V2";
  values["version"] ??= 2;
  values["expire"] ??= server.clock() + month;
  values["attributes"] ??= [];
  refuseUnknownTypes(values["attributes"], server.schemas.model(tokenType), request);
  validateTokenAttributes(values["attributes"]);
}

function refuseUnknownTypes(attributes: Json, { klass }: Model, request: ServerRequest): void {
  for (const [index, attribute] of (isList(attributes) ? attributes : []).entries()) {
    const type = isObject(attribute) ? (textOf(attribute, "type") ?? "") : "";
    if (tokenAttributeTypes.includes(type)) continue;
    const place = parseLocated(request.text).place(["attributes", index, "type"]);
    const chain = ` (through reference chain: ${klass}["attributes"]->java.util.ArrayList[${index}])`;
    throw new MalformedJson(
      `Could not resolve type id '${type}' as a subtype of \`${klass}Attribute\`: known type ids = [${tokenAttributeTypes.join(", ")}] (for POJO property 'attributes')`,
      `${place}${chain}`,
      false,
    );
  }
}

/** The key of a new token, which no other answer shows. */
function onCreated(row: Stored, { server }: Exchange): JsonObject {
  if (row.model.name !== tokenType) return {};
  const responseType = String(server.schemas.quirk("tokenResponseType"));
  return { key: server.authenticator.issueKey(row.uid), responseType };
}

/** What personal access tokens add to writes. */
export const tokenHooks: {
  readonly beforeCreate: typeof beforeCreate;
  readonly onCreated: typeof onCreated;
} = { beforeCreate, onCreated };
