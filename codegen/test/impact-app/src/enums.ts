import { JobType, type ValueType } from "@dhis2w/client-v42";
import { dhis2 } from "./client.ts";

const [job] = await dhis2.resources.jobConfigurations.list({ fields: "id,jobType" });
const [element] = await dhis2.resources.dataElements.list({ fields: "id,valueType" });

export function labelOf(type: JobType): string {
  switch (
    type // breaks: JobType.TRACKER_TRIGRAM_INDEX_MAINTENANCE
  ) {
    case "DATA_INTEGRITY":
      return "integrity";
    case JobType.PUSH_ANALYSIS: // breaks: JobType.PUSH_ANALYSIS
    case "TRACKER_SEARCH_OPTIMIZATION": // breaks: JobType.TRACKER_SEARCH_OPTIMIZATION
      return "gone";
  }
  return "other";
}
export function proved(): string {
  switch (
    job?.jobType // breaks: JobType.TRACKER_TRIGRAM_INDEX_MAINTENANCE
  ) {
    case "DATA_INTEGRITY":
      return "integrity";
    default: {
      const rest: never = job?.jobType as never;
      return rest;
    }
  }
}
export const labels: Record<JobType, string> = {} as never; // breaks: JobType.TRACKER_TRIGRAM_INDEX_MAINTENANCE
export type Icons = { readonly [Type in JobType]: string }; // breaks: JobType.TRACKER_TRIGRAM_INDEX_MAINTENANCE
export const some = { PUSH_ANALYSIS: 1 } satisfies Partial<Record<JobType, number>>; // breaks: JobType.PUSH_ANALYSIS
if (element?.valueType === "TRACKER_ASSOCIATE") console.log(element.id); // breaks: ValueType.TRACKER_ASSOCIATE
const types = new Set<ValueType>(["NUMBER", "TRACKER_ASSOCIATE"]); // breaks: ValueType.TRACKER_ASSOCIATE
const isNumber = (type: ValueType): boolean => type === "NUMBER";
isNumber("TRACKER_ASSOCIATE"); // breaks: ValueType.TRACKER_ASSOCIATE

// What handles all that is unknown, lists some, or is about something else.
export function withDefault(type: JobType): string {
  switch (type) {
    case "DATA_INTEGRITY":
      return "integrity";
    default:
      return "other";
  }
}
export const few: Partial<Record<JobType, string>> = { DATA_INTEGRITY: "x" };
export function ofValue(type: ValueType): number {
  switch (type) {
    case "NUMBER":
      return 1;
  }
  return 0;
}
const mine: "PUSH_ANALYSIS" | "OTHER" = "PUSH_ANALYSIS";
export const counts: Record<string, number> = { TRACKER_ASSOCIATE: 1, [mine]: 2 };
export { types };
