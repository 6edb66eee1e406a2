import { conflict } from "../http/refusal.ts";
import type { Model } from "../schema/schema.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { type DraftValues, isList, isObject, type JsonObject } from "../store/values.ts";

const tokenType = "ApiToken";
const month = 30 * 24 * 60 * 60 * 1000;
const methods = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]);

/** What a new token has beside what the body says; refuses attributes that make no sense. */
function beforeCreate(model: Model, values: DraftValues, { server }: Exchange): void {
  if (model.name !== tokenType) return;
  values["type"] ??= "PERSONAL_ACCESS_TOKEN_V2";
  values["version"] ??= 2;
  values["expire"] ??= server.clock() + month;
  values["attributes"] ??= [];
  const attributes = values["attributes"];
  for (const attribute of isList(attributes) ? attributes : []) {
    if (!isObject(attribute)) continue;
    refuseUnknown(attribute["allowedMethods"], (value) => methods.has(value), "http method");
    refuseUnknown(attribute["allowedIps"], (value) => /^[\d.]+$|^[\da-fA-F:]+$/.test(value), "ip address");
  }
}

function refuseUnknown(list: unknown, isKnown: (value: string) => boolean, what: string): void {
  for (const value of Array.isArray(list) ? list : [])
    if (typeof value !== "string" || !isKnown(value))
      throw conflict(
        `Failed to validate the token's attributes, message: Not a valid ${what}, value=${String(value)}`,
        "E1004",
      );
}

/** The key of a new token, which no other answer shows. */
function onCreated(row: Stored, { server }: Exchange): JsonObject {
  return row.model.name === tokenType ? { key: server.authenticator.issueKey(row.uid) } : {};
}

/** What personal access tokens add to writes. */
export const tokenHooks: {
  readonly beforeCreate: typeof beforeCreate;
  readonly onCreated: typeof onCreated;
} = { beforeCreate, onCreated };
