import { StructureKind } from "ts-morph";
import type { CorePlan } from "../plan/core-plan.ts";
import { objectKey, stringLiteral } from "../text/escape.ts";
import type { GeneratedFile } from "./emitter.ts";
import { exportedConst, objectLiteral, type Statement, typescriptFile } from "./typescript-file.ts";

const path = "src/generated/enums.ts";

/** Each enum as a constant object and the type of its values, under one name. */
export function enumConstants(plan: CorePlan): GeneratedFile {
  return typescriptFile(
    path,
    plan.enums.flatMap(({ model, typeName }): Statement[] => [
      exportedConst(
        typeName,
        `${objectLiteral([...new Set(model.members)].map((member) => [objectKey(member), stringLiteral(member)]))} as const`,
      ),
      {
        kind: StructureKind.TypeAlias,
        name: typeName,
        isExported: true,
        type: model.members.length === 0 ? "never" : `(typeof ${typeName})[keyof typeof ${typeName}]`,
      },
    ]),
  );
}

/** The enums as types alone. */
export function enumTypes(plan: CorePlan): GeneratedFile {
  return typescriptFile(
    path,
    plan.enums.map(({ model, typeName }) => ({
      kind: StructureKind.TypeAlias,
      name: typeName,
      isExported: true,
      type: [...new Set(model.members)].map(stringLiteral).join(" | ") || "never",
    })),
  );
}
