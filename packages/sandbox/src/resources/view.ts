import type { Plan } from "../fields/plan.ts";
import { type ParsedFields, parseFields } from "../fields/selection.ts";
import { Refusal } from "../http/refusal.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import type { View } from "../wire/view.ts";

/** For whom and how a request wants objects written out. */
export function viewOf({ request, server, caller }: Exchange): View {
  const defaults = request.query.get("defaults");
  if (defaults !== null && defaults !== "INCLUDE" && defaults !== "EXCLUDE")
    throw new Refusal(400, wrongDefaults(defaults, server.schemas.quirk("springGeneration") === 5));
  const locale =
    request.query.get("translate") === "false"
      ? undefined
      : (request.query.get("locale") ?? server.settings.localeOfUser(caller.user.uid));
  return {
    schemas: server.schemas,
    store: server.store,
    clock: server.clock,
    caller,
    locale,
    baseUrl: request.baseUrl,
    hidesLinks: false,
    hidesDefaults: defaults === "EXCLUDE",
  };
}

const wrongDefaults = (text: string, isOld: boolean): string =>
  isOld
    ? `No enum constant org.hisp.dhis.fieldfilter.Defaults.${text}`
    : `Value '${text}' is not valid for parameter defaults. Valid values are: [INCLUDE, EXCLUDE]`;

/** What `fields` of a request asks for; `fallback` where it has none. */
export function planOf(exchange: Exchange, model: Model, fallback: string): { plan: Plan; broken: boolean } {
  const { request, server } = exchange;
  const given = request.query.getAll("fields");
  const text = given.length === 0 ? fallback : given.join(",");
  const { plan, broken } = server.planner.plan(model, text, parse);
  return { plan: server.schemas.has("hrefByNameOnly") ? linked(plan, text) : plan, broken };
}

/** Where links are made for who asks for them: by name, or by a preset that stands alone. */
function linked(plan: Plan, text: string): Plan {
  const asked = /^(\*|:\w+)$/.test(text.trim()) || text.split(",").includes("href");
  return asked ? plan : { ...plan, entries: plan.entries.filter(({ key }) => key !== "href") };
}

const parse = (text: string): ParsedFields => parseFields(text);
