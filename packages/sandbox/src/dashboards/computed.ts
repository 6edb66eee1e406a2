import type { Model } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import { idOf, isList, type JsonObject, textOf } from "../store/values.ts";
import type { Computed } from "../wire/computed.ts";
import type { View } from "../wire/view.ts";

const itemType = "DashboardItem";

/** What an item shows, by the property that says it. */
const shownBy: Readonly<Record<string, string>> = {
  visualization: "VISUALIZATION",
  eventVisualization: "EVENT_VISUALIZATION",
  eventChart: "EVENT_CHART",
  map: "MAP",
  eventReport: "EVENT_REPORT",
  users: "USERS",
  reports: "REPORTS",
  resources: "RESOURCES",
  text: "TEXT",
  messages: "MESSAGES",
  appKey: "APP",
};

/** What a dashboard item shows; undefined where it shows nothing. */
export function typeOfItem(values: JsonObject): string | undefined {
  const shows = (name: string): boolean => {
    const value = values[name];
    return isList(value) ? value.length > 0 : value !== undefined && value !== null && value !== false;
  };
  const property = Object.keys(shownBy).find(shows);
  return property === undefined ? undefined : shownBy[property];
}

function interpretationsOf({ values }: Stored, { schemas, store }: View): Stored[] {
  const interpretations = schemas.model("Interpretation");
  return ["visualization", "eventVisualization", "eventChart", "map", "eventReport"].flatMap((name) =>
    [...store.referring(`Interpretation.${name}`, idOf(values[name]) ?? "")].flatMap(
      (uid) => store.get(interpretations, uid) ?? [],
    ),
  );
}

const itemComputed: Readonly<Record<string, Computed>> = {
  type: ({ values }) => typeOfItem(values),
  displayText: ({ values }) => textOf(values, "text"),
  contentCount: ({ values }) => {
    const lists = ["users", "reports", "resources"].map((name) => values[name]).filter(isList);
    return Math.max(
      1,
      lists.reduce((sum, list) => sum + list.length, 0),
    );
  },
  interpretationCount: (row, view) => interpretationsOf(row, view).length,
  interpretationLikeCount: (row, view) =>
    interpretationsOf(row, view).reduce((sum, { values }) => sum + Number(values["likes"] ?? 0), 0),
};

const itemCount: Computed = ({ values }) => {
  const items = values["dashboardItems"];
  return isList(items) ? items.length : 0;
};

const relativeHref: Computed = ({ model, uid }) => `/${model.path ?? ""}/${uid}`;

/** What dashboards and their items compute. */
export function dashboardComputed(
  model: Model,
  property: string,
  hasRelativeHref: boolean,
): Computed | undefined {
  if (model.name === "Dashboard") return property === "itemCount" ? itemCount : undefined;
  if (model.name !== itemType) return undefined;
  if (property === "href" && hasRelativeHref) return relativeHref;
  return Object.hasOwn(itemComputed, property) ? itemComputed[property] : undefined;
}
