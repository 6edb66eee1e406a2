import type { StatementStructures } from "ts-morph";
import type { CorePlan } from "../plan/core-plan.ts";
import { reExport } from "./typescript-file.ts";

/** Re-exports, name by name, of every type that a core's files under `folder` declare. */
export function typeReExports(plan: CorePlan, module: (file: string) => string): StatementStructures[] {
  return [
    ...plan.models.map(({ typeName, file }) => reExport(module(`models/${file}`), [typeName], "types")),
    ...plan.models.flatMap(({ file, write }) =>
      write === undefined
        ? []
        : [
            reExport(
              module(`writes/${file}`),
              [write.createName, ...(write.updateName === undefined ? [] : [write.updateName])],
              "types",
            ),
          ],
    ),
  ];
}
