import type { Model } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import { textOf } from "../store/values.ts";
import type { Computed } from "../wire/computed.ts";
import type { View } from "../wire/view.ts";
import { isUserDefined } from "./job-types.ts";
import { dateOf, latestExecution, nextExecution, timeOf } from "./schedule.ts";

const next = ({ values }: Stored, { clock }: View): number | undefined => nextExecution(values, clock());

/** Properties of a job that follow from its schedule and its last run. */
const byName: Readonly<Record<string, Computed>> = {
  configurable: (row, view) => isUserDefined(textOf(row.values, "jobType") ?? "", view.schemas),
  leaderOnlyJob: () => true,
  userUid: (row) => row.values["executedBy"],
  jobStatus: ({ values }) => jobStatusOf(values["jobStatus"], values["enabled"]),
  nextExecutionTime: (row, view) => dateOf(next(row, view)),
  maxDelayedExecutionTime: (row, view) => dateOf(latestExecution(row.values, next(row, view))),
  lastRuntimeExecution: ({ values }) => {
    const [started, finished] = ["lastExecuted", "lastFinished"].map((name) => timeOf(textOf(values, name)));
    if (started === undefined || finished === undefined || finished < started) return undefined;
    return durationText(finished - started);
  },
};

/** `00:00:00.171` */
export const durationText = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().slice("1970-01-01T".length, -1);

/** A job that is switched on again shows as scheduled before the scheduler has seen it. */
export const jobStatusOf = (status: unknown, enabled: unknown): string =>
  enabled === true && status === "DISABLED" ? "SCHEDULED" : String(status);

/** What job configurations compute in their own way. */
export function jobComputed(model: Model, property: string): Computed | undefined {
  return model.name === "JobConfiguration" && Object.hasOwn(byName, property) ? byName[property] : undefined;
}
