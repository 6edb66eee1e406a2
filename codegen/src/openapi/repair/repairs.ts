import { operationRepairs } from "./operation-repairs.ts";
import { referenceRepairs } from "./reference-repairs.ts";
import type { Repair } from "./repair.ts";
import { requiredRepairs } from "./required-repairs.ts";
import { schemaRepairs } from "./schema-repairs.ts";
import { unionRepairs } from "./union-repairs.ts";

/** All repairs, in the order in which they apply: later ones see what earlier ones made. */
export const repairs: readonly Repair[] = [
  ...referenceRepairs,
  ...requiredRepairs,
  ...unionRepairs,
  ...schemaRepairs,
  ...operationRepairs,
];
