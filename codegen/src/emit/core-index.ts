import type { CorePlan } from "../plan/core-plan.ts";
import { exportList, type Statement } from "./typescript-file.ts";

/** Re-exports, name by name, of the models and write shapes of a core. */
export function typeReExports(plan: CorePlan): Statement[] {
  const reads = plan.models.map(({ typeName }) => typeName);
  const writes = plan.models
    .flatMap(({ write }) => [write?.createName, write?.updateName])
    .filter((name) => name !== undefined);
  return [
    exportList("./generated/models.ts", ["Models", ...reads], "types"),
    exportList("./generated/writes.ts", writes, "types"),
  ];
}
