import { conflict, notSupported, Refusal } from "../http/refusal.ts";
import type { BundleEntry, ImportContext } from "../import/bundle.ts";
import { type ErrorReport, errorReport } from "../import/reports.ts";
import type { Model } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import type { Stored } from "../store/store.ts";
import { type DraftValues, isObject, textOf, type Values } from "../store/values.ts";
import { parseCron } from "./cron.ts";
import { completeParameters, misfit, parameterNames } from "./job-parameters.ts";
import { isUserDefined, needsUser } from "./job-types.ts";
import { isRunOnce, schedulingTypeOf } from "./schedule.ts";

const isJob = (model: Model): boolean => model.name === "JobConfiguration";

/** What only the server says of a job. */
const readOnly = ["jobStatus", "lastExecutedStatus", "lastExecuted", "lastFinished", "lastAlive"];
const ofQueue = ["queueName", "queuePosition", "errorCodes"];

/** Fills in what the server knows of a job better than its body, before the job is checked. */
export function prepareJob({ model, values, existing, action }: BundleEntry, context: ImportContext): void {
  if (!isJob(model) || action === "delete") return;
  if (existing !== undefined) values["jobType"] = existing.values["jobType"] ?? null;
  const jobType = textOf(values, "jobType");
  if (jobType === undefined) throw notSupported("the import of a job without a type");
  for (const name of [...readOnly, ...ofQueue]) values[name] = existing?.values[name] ?? null;
  values["schedulingType"] = schedulingTypeOf(values);
  values["jobStatus"] ??= isRunOnce(values) ? "NOT_STARTED" : "SCHEDULED";
  values["lastExecutedStatus"] ??= "NOT_STARTED";
  // A PUT does not switch a job on or off.
  if (existing !== undefined && context.single) values["enabled"] = existing.values["enabled"] ?? null;
  values["enabled"] ??= true;
  if (needsUser(jobType)) values["executedBy"] ??= existing?.values["executedBy"] ?? context.caller.user.uid;
  const given = isObject(values["jobParameters"]) ? values["jobParameters"] : {};
  const wrong = misfit(jobType, given, context.schemas);
  if (wrong !== undefined) throw notSupported(`'${wrong}' of another kind among the parameters of a job`);
  if (isUserDefined(jobType, context.schemas))
    values["jobParameters"] = completeParameters(jobType, given, context.schemas) ?? null;
}

/** A job has a schedule that can be read and that no other of its type has: E7000, E7004, E7005, E7007. */
export function checkJob(
  { model, values, uid, action }: BundleEntry,
  { store }: ImportContext,
): ErrorReport[] {
  if (!isJob(model) || action === "delete") return [];
  const cron = textOf(values, "cronExpression");
  const reports: ErrorReport[] = [];
  if (values["schedulingType"] === "CRON" && cron === undefined)
    reports.push(
      errorReport(
        "E7004",
        model.klass,
        `Cron expression must be not null for job with scheduling type CRON: \`${uid}\``,
        [uid],
      ),
    );
  // The message of the server has no argument.
  if (values["schedulingType"] === "CRON" && cron !== undefined && !isReadable(cron))
    reports.push(errorReport("E7005", model.klass, "Cron expression is invalid: `{0}`", []));
  if (values["schedulingType"] === "FIXED_DELAY" && typeof values["delay"] !== "number")
    reports.push(
      errorReport(
        "E7007",
        model.klass,
        `Delay must be not null for job with scheduling type FIXED_DELAY: \`${uid}\``,
        [uid],
      ),
    );
  for (const other of store.all(model)) {
    if (other.uid === uid || cron === undefined) continue;
    if (other.values["jobType"] !== values["jobType"] || other.values["cronExpression"] !== cron) continue;
    const message = `Job of same type already scheduled with cron expression: \`${cron}\``;
    reports.push(errorReport("E7000", model.klass, message, [cron]));
  }
  return reports;
}

/** Whether the server would read an expression; one that only the sandbox cannot read is not supported. */
function isReadable(cron: string): boolean {
  if (parseCron(cron) !== undefined) return true;
  if (/^\S+(\s+\S+){5}$/.test(cron.trim()) && /[LW#]/.test(cron))
    throw notSupported(`the cron expression '${cron}'`);
  return false;
}

/** Refuses to make a job of the server's own; `strict` refuses parameters that its type does not have. */
export function checkJobCreatable(
  model: Model,
  values: DraftValues,
  schemas: Schemas,
  strict: boolean,
): void {
  if (!isJob(model)) return;
  const jobType = textOf(values, "jobType");
  if (jobType === undefined)
    throw new Refusal(
      500,
      'Cannot invoke "org.hisp.dhis.scheduling.JobType.isUserDefined()" because "this.jobType" is null',
    );
  if (!isUserDefined(jobType, schemas))
    throw conflict(`Job ${nameOf(values)} must be configurable but was not.`, "E1004");
  const known = parameterNames(jobType, schemas) ?? [];
  const given = isObject(values["jobParameters"]) ? Object.keys(values["jobParameters"]) : [];
  const unknown = given.find((name) => !known.includes(name));
  if (strict && unknown !== undefined)
    throw new Refusal(400, `'${unknown}' is not a parameter of ${jobType} jobs`);
}

const nameOf = (values: Values): string => textOf(values, "id") ?? textOf(values, "name") ?? "null";

/** Refuses to change or delete a job of the server's own. */
export function checkJobModifiable(
  { model, uid, values }: Stored,
  schemas: Schemas,
  change: "modified" | "deleted",
): void {
  if (!isJob(model) || isUserDefined(textOf(values, "jobType") ?? "", schemas)) return;
  throw conflict(`Job ${uid} is a system job that cannot be ${change}.`, "E1004");
}
