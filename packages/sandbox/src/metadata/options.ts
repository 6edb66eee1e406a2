import { Refusal } from "../http/refusal.ts";
import type { Exchange } from "../server.ts";

/** How an import is to be done. */
export interface ImportOptions {
  readonly strategy: "CREATE" | "UPDATE" | "CREATE_AND_UPDATE" | "DELETE";
  /** All or nothing, rather than object by object. */
  readonly atomic: boolean;
  /** False for a dry run. */
  readonly commits: boolean;
  readonly identifier: "UID" | "CODE" | "AUTO";
  readonly skipsSharing: boolean;
  readonly skipsValidation: boolean;
  /** Whether objects without errors have a row in the report too. */
  readonly reportsAll: boolean;
  /** Whether rows say the names of their objects. */
  readonly reportsNames: boolean;
}

/** Names that older versions had; the server knows them and fails on them. */
const olderStrategies = new Set(["NEW_AND_UPDATES", "NEW", "UPDATES", "DELETES", "SYNC"]);

/** Reads the parameters of an import; an unknown value counts as none. */
export function readImportOptions({ request, server }: Exchange): ImportOptions {
  const { query } = request;
  const mode = query.get("importReportMode");
  const dryRun = query.get("importMode") === "VALIDATE";
  return {
    strategy: strategyOf(query.get("importStrategy"), server.schemas.has("olderStrategyMessage")),
    atomic: query.get("atomicMode") !== "NONE",
    commits: !dryRun,
    identifier: identifierOf(query.get("identifier")),
    skipsSharing: query.get("skipSharing") === "true",
    skipsValidation: query.get("skipValidation") === "true",
    reportsAll: mode === "FULL" || mode === "DEBUG" || mode === "ERRORS_NOT_OWNER",
    reportsNames: mode === "DEBUG" || dryRun,
  };
}

function strategyOf(text: string | null, explains: boolean): ImportOptions["strategy"] {
  if (text === "CREATE" || text === "UPDATE" || text === "DELETE") return text;
  if (text !== null && olderStrategies.has(text))
    throw explains
      ? new Refusal(
          500,
          'Cannot invoke "java.lang.Iterable.forEach(java.util.function.Consumer)" because "typeReports" is null',
        )
      : new Refusal(500, "");
  return "CREATE_AND_UPDATE";
}

function identifierOf(text: string | null): ImportOptions["identifier"] {
  return text === "CODE" || text === "AUTO" ? text : "UID";
}
