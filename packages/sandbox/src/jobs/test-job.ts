import type { JsonObject } from "../store/values.ts";
import type { Work } from "./runner.ts";

/** A job that only goes through stages: for trying out how jobs are watched. It takes no time, and may fail. */
export const testJob: Work = ({ parameters, progress }) => {
  const waited = number(parameters, "waitMillis") ?? 0;
  const stages = number(parameters, "stages") ?? 1;
  const items = Array.from({ length: number(parameters, "items") ?? 0 }, (_, index) => `Item ${index + 1}`);
  const failing = number(parameters, "failAtStage");
  progress.start("Test job", parameters);
  progress.stageWith(`Waiting for ${waited}ms`, `waited for ${waited}ms`);
  for (let stage = 1; stage <= stages; stage++) {
    if (stage === failing) {
      progress.fail(String(parameters["failWithMessage"] ?? "Simulated error"));
      return;
    }
    if (items.length > 0) progress.stageOf(`Stage ${stage}`, items);
    else progress.stageWith(`Stage ${stage}`, `Stage ${stage} complete`);
  }
  progress.complete();
};

function number(parameters: JsonObject, name: string): number | undefined {
  const value = parameters[name];
  return typeof value === "number" ? value : undefined;
}
