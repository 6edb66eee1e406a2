import { dashboardFields, dhis2, type Row } from "@data/options";

interface Properties {
  readonly option: Row;
  readonly legendSet?: string;
}
export function Item({ option, legendSet = "none" }: Properties) {
  const { legendSets: sets } = option; // breaks: CategoryOption.legendSets
  return (
    <li data-legend={legendSet} title="legendSets">
      {sets.length} {option.legendSets[0]?.name /* breaks: CategoryOption.legendSets */}
    </li>
  );
}
export async function List() {
  const dashboards = await dhis2.resources.dashboards.list({ fields: dashboardFields });
  return dashboards.map((one) => <b key={one.id}>{one.shortName}</b>); // breaks: Dashboard.shortName
}
