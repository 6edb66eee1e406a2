import { empty, webMessage } from "../http/answer.ts";
import { conflict } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { importContext } from "../import/context.ts";
import type { Exchange } from "../server.ts";
import type { JsonObject } from "../store/values.ts";
import { type MatrixChange, regenerate } from "./matrix.ts";

/** Brings the matrix of one combo in line with its categories. */
const updateOne: Handler = (exchange) => {
  const { schemas, store } = exchange.server;
  const uid = exchange.parameters["uid"] ?? "";
  const combo = store.get(schemas.model("CategoryCombo"), uid);
  if (combo === undefined)
    return webMessage(409, "ERROR", { message: `CategoryCombo does not exist: ${uid}` });
  const changes = regenerate(combo, importContext(exchange), false);
  const response = summariesOf(changes, combo.values["name"]);
  if (response.status === "WARNING")
    return webMessage(409, "WARNING", {
      message: "One or more conflicts encountered, please check import summary.",
      response,
    });
  return webMessage(200, "OK", { message: "Import was successful.", response });
};

/** Brings the matrices of all combos in line. */
export function updateMatrices(exchange: Exchange): Summary[] {
  const { schemas, store } = exchange.server;
  const context = importContext(exchange);
  return [...store.all(schemas.model("CategoryCombo"))].flatMap((combo) =>
    regenerate(combo, context, false).map((change) => summaryOf(change, combo.values["name"])),
  );
}

/** The same for every combo. */
const updateAll: Handler = (exchange) => {
  const { schemas } = exchange.server;
  const changes = updateMatrices(exchange);
  if (schemas.quirk("maintenanceStatus") === 204) return empty(204);
  if (changes.length > 10000) throw conflict("Too many option combos");
  return schemas.quirk("maintenanceStatus") === 200
    ? webMessage(200, "OK")
    : webMessage(200, "OK", { message: "Import was successful.", response: totals(changes) });
};

function summariesOf(changes: readonly MatrixChange[], combo: unknown): Summaries {
  return totals(changes.map((change) => summaryOf(change, combo)));
}

type Status = "SUCCESS" | "WARNING";

interface Summaries extends JsonObject {
  readonly status: Status;
}

/** What became of one option combo. */
export interface Summary extends JsonObject {
  readonly status: Status;
  readonly description: string;
  readonly importCount: {
    readonly imported: number;
    readonly updated: number;
    readonly ignored: number;
    readonly deleted: number;
  };
}

function summaryOf(change: MatrixChange, combo: unknown): Summary {
  return {
    status: change.kind === "kept" ? "WARNING" : "SUCCESS",
    description: descriptionOf(change, String(combo)),
    importCount: {
      imported: change.kind === "added" ? 1 : 0,
      updated: change.kind === "renamed" ? 1 : 0,
      ignored: change.kind === "kept" ? 1 : 0,
      deleted: change.kind === "deleted" ? 1 : 0,
    },
    conflicts: [],
    rejectedIndexes: [],
    responseType: "ImportSummary",
  };
}

function descriptionOf(change: MatrixChange, combo: string): string {
  switch (change.kind) {
    case "added":
      return `Added missing category option combo: \`${change.name}\` for category combo: \`${combo}\``;
    case "deleted":
      return `Deleted obsolete category option combo: \`${change.name}\` for category combo: \`${combo}\``;
    case "kept":
      return `Could not delete category option combo: \`${change.name}\` due to \`Object could not be deleted because it is associated with another object: ${change.because}\``;
    case "renamed":
      return `Update category option combo \`${change.uid.toUpperCase()}\` name to \`${change.name}\``;
  }
}

function totals(summaries: readonly Summary[]): Summaries {
  const sum = (key: keyof Summary["importCount"]): number =>
    summaries.reduce((total, { importCount }) => total + importCount[key], 0);
  return {
    status: summaries.some(({ status }) => status === "WARNING") ? "WARNING" : "SUCCESS",
    imported: sum("imported"),
    updated: sum("updated"),
    deleted: sum("deleted"),
    ignored: sum("ignored"),
    importSummaries: summaries,
    total: summaries.length,
    responseType: "ImportSummaries",
  };
}

/** The maintenance calls of the category model, by POST and by PUT. */
export const maintenanceRoutes: readonly Route[] = ["POST", "PUT"].flatMap((method) => [
  { method, path: "/maintenance/categoryOptionComboUpdate", handler: updateAll },
  { method, path: "/maintenance/categoryOptionComboUpdate/categoryCombo/:uid", handler: updateOne },
]);
