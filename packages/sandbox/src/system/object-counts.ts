import { json } from "../http/answer.ts";
import type { Handler, Route } from "../http/routes.ts";
import { holdsFor, type Releases } from "../schema/releases.ts";

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

/** What tracker counts (01-system "system object counts" of each release); the sandbox has none of it. */
const tracked: readonly (Releases & { readonly names: string })[] = [
  { names: "enrollment event trackedEntity" },
  { names: "programInstance programStageInstance trackedEntityInstance", until: 41 },
  { names: "singleevent trackerevent", since: 43 },
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
  for (const { names } of tracked.filter((row) => holdsFor(schemas.data.version, row)))
    for (const name of names.split(" ")) found[name] = 0;
  return json(found);
};

/** `/api/system/objectCounts`. */
export const objectCountRoutes: readonly Route[] = [
  { method: "GET", path: "system/objectCounts", handler: counts, parameters: [] },
];
