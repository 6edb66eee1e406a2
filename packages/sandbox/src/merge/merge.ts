import { hasAny } from "../access/access.ts";
import { type Answer, webMessage } from "../http/answer.ts";
import { methodNotAllowed, Refusal } from "../http/refusal.ts";
import type { Handler } from "../http/routes.ts";
import { readBody } from "../resources/body.ts";
import { removeObjects } from "../resources/deletion.ts";
import { checkKeys } from "../resources/strict.ts";
import type { Model } from "../schema/model.ts";
import type { Server } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { emptyValues, isList, isObject, type JsonObject, textOf } from "../store/values.ts";
import { redirect } from "./redirect.ts";
import { inSetOrder, type MergeError, type MergeType, mergeTypeOf } from "./types.ts";

/** POST of `{ sources, target, deleteSources }`: what refers to a source refers to the target from then on. */
export const merge: Handler = (exchange) => {
  const { server, parameters, caller, request } = exchange;
  const model = server.schemas.resource(parameters["resource"] ?? "");
  const type = mergeTypeOf(model, server);
  if (model === undefined || type === undefined) throw methodNotAllowed(request.method, server.schemas);
  if (!hasAny(caller, [type.authority]))
    throw new Refusal(403, `Access is denied, requires one Authority from [${type.authority}]`);
  const { value } = readBody(exchange);
  checkKeys(value, ["sources", "target", "deleteSources", "dataMergeStrategy"], exchange);
  const body = isObject(value) ? value : emptyValues();
  const { sources, target, errors } = readMerge(body, model, type, server);
  if (target === undefined || errors.length > 0) return report(model, errors, []);
  for (const source of sources) redirect(source, [target], server.store);
  const deleted = body["deleteSources"] === true || type.deletesSources === true ? sources : [];
  removeObjects(deleted, server);
  return report(model, [], deleted);
};

interface Merge {
  readonly sources: readonly Stored[];
  readonly target: Stored | undefined;
  readonly errors: readonly MergeError[];
}

function readMerge(body: JsonObject, model: Model, type: MergeType, server: Server): Merge {
  const { store } = server;
  const name = model.simpleName;
  const errors: MergeError[] = [];
  const refuse = (errorCode: string, message: string, ...args: string[]): void => {
    errors.push({ message, errorCode, args });
  };
  const find = (role: "SOURCE" | "TARGET", uid: string): Stored[] => {
    const row = store.get(model, uid);
    if (row === undefined) refuse("E1533", `${role} ${name} does not exist: \`${uid}\``, role, name, uid);
    return row === undefined ? [] : [row];
  };
  const given = body["sources"];
  const uids = isList(given) ? given.filter((uid) => typeof uid === "string") : [];
  if (uids.length === 0) refuse("E1530", `At least one source ${name} must be specified`, name);
  const sources = inSetOrder(uids).flatMap((uid) => find("SOURCE", uid));
  const targetUid = textOf(body, "target");
  if (sources.some(({ uid }) => uid === targetUid))
    refuse("E1532", `Target ${name} cannot be a source ${name}`, name, name);
  if (targetUid === undefined) refuse("E1531", `Target ${name} must be specified`, name);
  const [target] = targetUid === undefined ? [] : find("TARGET", targetUid);
  const saysStrategy =
    type.dataMergeStrategy === undefined || textOf(body, "dataMergeStrategy") !== undefined;
  if (!saysStrategy && (type.dataMergeStrategy === "always" || errors.length === 0))
    refuse("E1534", "dataMergeStrategy field must be specified. With value `DISCARD` or `LAST_UPDATED`");
  if (target !== undefined && errors.length === 0)
    errors.push(...(type.check?.({ sources, target, server }) ?? []));
  return { sources, target, errors };
}

function report(model: Model, errors: readonly MergeError[], deleted: readonly Stored[]): Answer {
  const failed = errors.length > 0;
  const mergeReport = {
    mergeErrors: errors.map((error) => ({ ...error })),
    mergeType: model.simpleName,
    sourcesDeleted: deleted.map(({ uid }) => uid),
    message: `${model.simpleName} merge ${failed ? "has errors" : "complete"}`,
  };
  const response = { mergeReport, responseType: "MergeWebResponse" };
  if (!failed) return webMessage(200, "OK", { response });
  const message = "One or more errors occurred, please see full details in merge report.";
  return webMessage(409, "WARNING", { message, response });
}
