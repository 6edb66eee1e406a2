import type { Exchange } from "../server.ts";
import type { ImportContext } from "./bundle.ts";

/** What an import of a request works on. */
export function importContext(exchange: Exchange, options: Partial<ImportContext> = {}): ImportContext {
  const { server, caller, request } = exchange;
  return {
    schemas: server.schemas,
    store: server.store,
    dataValues: server.dataValues,
    caller,
    now: () => server.now(),
    makeUid: () => server.makeUid(),
    single: true,
    skipsSharing: request.query.get("skipSharing") === "true",
    keepsSharing: true,
    identifier: "UID",
    ...options,
  };
}
