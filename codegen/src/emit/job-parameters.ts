import { StructureKind } from "ts-morph";
import type { CorePlan, PlannedModel } from "../plan/core-plan.ts";
import { jobParameterClasses } from "../plan/job-parameters.ts";
import { propertyKey } from "../text/escape.ts";
import type { GeneratedFile } from "./emitter.ts";
import { TypeImports } from "./imports.ts";
import { type Statement, typescriptFile } from "./typescript-file.ts";

/** Names of the types that tell the parameters of a job by its type. */
export const jobTypeNames = [
  "JobConfigurationCreateOf",
  "JobConfigurationOf",
  "JobParametersByType",
  "JobParametersCreateByType",
] as const;

/** The parameters of a job by its `jobType`, read and written; nothing for a release without jobs. */
export function jobParameters(plan: CorePlan): GeneratedFile[] {
  const job = plan.models.find(({ model }) => model.singular === "jobConfiguration");
  const cases = casesOf(plan);
  if (job?.write === undefined || cases.length === 0) return [];
  const imports = new TypeImports();
  const read = imports.use("./models.ts", job.typeName);
  const create = imports.use("./writes.ts", job.write.createName);
  const declared: Statement[] = [
    table("JobParametersByType", "What `jobParameters` of a job are, by its `jobType`.", (planned) =>
      imports.use("./models.ts", planned.typeName),
    ),
    table(
      "JobParametersCreateByType",
      "What `jobParameters` of a new job may be, by its `jobType`.",
      ({ typeName, write }) =>
        write === undefined
          ? imports.use("./models.ts", typeName)
          : imports.use("./writes.ts", write.createName),
    ),
    narrowed("JobConfigurationOf", read, "JobParametersByType", "A job of one type, with its parameters."),
    narrowed(
      "JobConfigurationCreateOf",
      create,
      "JobParametersCreateByType",
      "What a new job of one type is made from, with its parameters.",
    ),
  ];
  return [typescriptFile("src/generated/job-parameters.ts", [...imports.statements(), ...declared])];

  function table(name: string, doc: string, typeOf: (planned: PlannedModel) => string): Statement {
    return {
      kind: StructureKind.Interface,
      name,
      isExported: true,
      docs: [doc],
      properties: cases.map(([type, planned]) => ({ name: propertyKey(type), type: typeOf(planned) })),
    };
  }
}

function narrowed(name: string, whole: string, parameters: string, doc: string): Statement {
  return {
    kind: StructureKind.TypeAlias,
    name,
    isExported: true,
    docs: [doc],
    typeParameters: [{ name: "Type", constraint: `keyof ${parameters}` }],
    type: `Omit<${whole}, "jobParameters" | "jobType"> & { jobType: Type; jobParameters?: ${parameters}[Type] }`,
  };
}

/** The types of jobs that the release has, and whose parameters it knows. */
function casesOf(plan: CorePlan): (readonly [type: string, parameters: PlannedModel])[] {
  const types = plan.enums.find(({ model }) => model.name === "JobType")?.model.members ?? [];
  const models = new Map(plan.models.map((planned) => [planned.model.name, planned]));
  return Object.entries(jobParameterClasses).flatMap(([type, name]) => {
    const planned = models.get(name);
    return planned === undefined || !types.includes(type) ? [] : [[type, planned] as const];
  });
}
