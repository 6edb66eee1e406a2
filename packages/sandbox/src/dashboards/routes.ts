import { canRead } from "../access/access.ts";
import { parseFields } from "../fields/selection.ts";
import { json } from "../http/answer.ts";
import { notSupported } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { viewOf } from "../resources/view.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { type Json, textOf } from "../store/values.ts";
import { writeOut } from "../wire/write-out.ts";

/** What a search looks through: the keys of the answer, in its order, and the types that they are of. */
const searched = [
  { list: "users", count: "userCount", model: "User" },
  { list: "visualizations", count: "visualizationCount", model: "Visualization" },
  { list: "eventVisualizations", count: "eventVisualizationCount", model: "EventVisualization" },
  { list: "eventCharts", count: "eventChartCount", model: "EventChart" },
  { list: "maps", count: "mapCount", model: "Map" },
  { list: "eventReports", count: "eventReportCount", model: "EventReport" },
  { list: "reports", count: "reportCount", model: "Report" },
  { list: "resources", count: "resourceCount", model: "Document" },
] as const;

/** How many of a type are shown. */
const most = 6;

/** The type whose objects the sandbox knows how to show, and what the server shows of one. */
const shown = "Visualization";
const fields =
  "id,name,displayName,created,lastUpdated,createdBy,lastUpdatedBy,user,translations,favorites,favorite,sharing,type,attributeValues";

/** Objects for a dashboard by a part of their name. */
const search: Handler = (exchange) => {
  const { schemas, planner } = exchange.server;
  const { plan } = planner.plan(schemas.model(shown), fields, parseFields);
  const text = exchange.parameters["text"] ?? exchange.request.query.get("q") ?? "";
  const view = viewOf(exchange);
  const counts: Record<string, Json> = { appCount: 0 };
  const lists: Record<string, Json> = { apps: [] };
  let total = 0;
  for (const { list, count, model } of searched) {
    const found = matching(model, text, exchange).slice(0, most);
    if (found.length > 0 && model !== shown) throw notSupported(`a search that finds ${list}`);
    counts[count] = found.length;
    lists[list] = found.map((row) => writeOut(row, plan, view));
    total += found.length;
  }
  return json({ searchCount: total, ...counts, ...lists });
};

function matching(name: string, text: string, { server, caller }: Exchange): Stored[] {
  const model = server.schemas.find(name);
  if (model === undefined) return [];
  const nameOf = ({ values }: Stored): string =>
    textOf(values, "name") ?? `${textOf(values, "firstName") ?? ""} ${textOf(values, "surname") ?? ""}`;
  return [...server.store.all(model)]
    .filter((row) => canRead(caller, row) && nameOf(row).toLowerCase().includes(text.toLowerCase()))
    .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

const parameters = ["q", "count", "maxCount", "max"];

/** The search of the dashboard editor, by both of its paths. */
export const dashboardRoutes: readonly Route[] = [
  { method: "GET", path: "dashboards/q", handler: search, parameters },
  { method: "GET", path: "dashboards/q/:text", handler: search, parameters },
  { method: "GET", path: "dashboards/search", handler: search, parameters },
];
