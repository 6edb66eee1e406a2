import type { Plan } from "../fields/plan.ts";
import { type ParsedFields, parseFields } from "../fields/selection.ts";
import { Refusal } from "../http/refusal.ts";
import type { Model } from "../schema/schema.ts";
import type { Exchange } from "../server.ts";
import type { View } from "../wire/view.ts";

/** For whom and how a request wants objects written out. */
export function viewOf({ request, server, caller }: Exchange): View {
  const defaults = request.query.get("defaults");
  if (defaults !== null && defaults !== "INCLUDE" && defaults !== "EXCLUDE")
    throw new Refusal(
      400,
      `Value '${defaults}' is not valid for parameter defaults. Valid values are: [INCLUDE, EXCLUDE]`,
    );
  const locale =
    request.query.get("translate") === "false" ? undefined : (request.query.get("locale") ?? undefined);
  return {
    schemas: server.schemas,
    store: server.store,
    caller,
    locale,
    baseUrl: request.baseUrl,
    hidesDefaults: defaults === "EXCLUDE",
  };
}

/** What `fields` of a request asks for; `fallback` where it has none. */
export function planOf(exchange: Exchange, model: Model, fallback: string): { plan: Plan; broken: boolean } {
  const given = exchange.request.query.getAll("fields");
  const text = given.length === 0 ? fallback : given.join(",");
  return exchange.server.planner.plan(model, text, parse);
}

const parse = (text: string): ParsedFields => parseFields(text);
