import type { Model } from "../schema/model.ts";
import type { JsonObject } from "../store/values.ts";
import type { Computed } from "../wire/computed.ts";

/** What an interpretation is about, by the property that refers to it. */
export const subjects: Readonly<Record<string, string>> = {
  visualization: "VISUALIZATION",
  eventVisualization: "EVENT_VISUALIZATION",
  map: "MAP",
  eventReport: "EVENT_REPORT",
  eventChart: "EVENT_CHART",
};

const typeOf = (values: JsonObject): string | undefined => {
  const subject = Object.keys(subjects).find((name) => values[name] !== undefined);
  return subject === undefined ? undefined : subjects[subject];
};

const type: Computed = ({ values }) => typeOf(values);

/** What interpretations compute. */
export function interpretationComputed(model: Model, property: string): Computed | undefined {
  return model.name === "Interpretation" && property === "type" ? type : undefined;
}
