import { json } from "../http/answer.ts";
import type { Handler, Route } from "../http/routes.ts";

/** Types of metadata that are counted, by the name of the count. */
const counted: Readonly<Record<string, string>> = {
  dashboard: "Dashboard",
  dataElement: "DataElement",
  dataElementGroup: "DataElementGroup",
  dataSet: "DataSet",
  eventVisualization: "EventVisualization",
  indicator: "Indicator",
  indicatorGroup: "IndicatorGroup",
  indicatorType: "IndicatorType",
  map: "Map",
  organisationUnit: "OrganisationUnit",
  organisationUnitGroup: "OrganisationUnitGroup",
  program: "Program",
  user: "User",
  userGroup: "UserGroup",
  validationRule: "ValidationRule",
  visualization: "Visualization",
};

/** What tracker counts, by the first and last major version that has the name; the sandbox has none of it. */
const tracked: readonly (readonly [name: string, since: number, until: number])[] = [
  ["enrollment", 0, Number.POSITIVE_INFINITY],
  ["event", 0, Number.POSITIVE_INFINITY],
  ["trackedEntity", 0, Number.POSITIVE_INFINITY],
  ["programInstance", 0, 41],
  ["programStageInstance", 0, 41],
  ["trackedEntityInstance", 0, 41],
  ["singleevent", 43, Number.POSITIVE_INFINITY],
  ["trackerevent", 43, Number.POSITIVE_INFINITY],
];

/** `GET /api/system/objectCounts`: a period is there once a value belongs to it. */
const counts: Handler = ({ server }) => {
  const { schemas, store, dataValues } = server;
  const values = dataValues.snapshot();
  const found: Record<string, number> = {
    dataValue: values.length,
    period: new Set(values.map(({ period }) => period)).size,
  };
  for (const [name, model] of Object.entries(counted))
    found[name] = [...store.all(schemas.model(model))].length;
  const { version } = schemas.data;
  for (const [name, since, until] of tracked) if (since <= version && version <= until) found[name] = 0;
  return json(found);
};

/** `/api/system/objectCounts`. */
export const objectCountRoutes: readonly Route[] = [
  { method: "GET", path: "system/objectCounts", handler: counts, parameters: [] },
];
