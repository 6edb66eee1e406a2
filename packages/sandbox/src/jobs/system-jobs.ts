import type { Server } from "../server.ts";
import type { Values } from "../store/values.ts";

/** A job that every server has: its UID, its name, and when it runs. */
type SystemJob = readonly [type: string, uid: string, name: string, when: string | number];

/** The jobs of a first boot; a number is a delay in seconds (12-jobs "list" and "scheduler"). */
const systemJobs: readonly SystemJob[] = [
  ["HOUSEKEEPING", "DHIS2rocks1", "Housekeeping", 20],
  ["DATA_VALUE_TRIM", "D2datatrim8", "Data value trim", "0 0 1 ? * *"],
  ["DATA_SET_NOTIFICATION", "YvAwAmrqAtN", "Dataset notification", "0 0 2 ? * *"],
  ["CREDENTIALS_EXPIRY_ALERT", "sHMedQF7VYa", "Credentials expiry alert", "0 0 2 ? * *"],
  ["DATA_STATISTICS", "BFa3jDsbtdO", "Data statistics", "0 0 2 ? * *"],
  ["FILE_RESOURCE_CLEANUP", "pd6O228pqr0", "File resource clean up", "0 0 2 ? * *"],
  ["ACCOUNT_EXPIRY_ALERT", "fUWM1At1TUx", "User account expiry alert", "0 0 2 ? * *"],
  ["VALIDATION_RESULTS_NOTIFICATION", "Js3vHn2AVuG", "Validation result notification", "0 0 7 ? * *"],
  [
    "REMOVE_USED_OR_EXPIRED_RESERVED_VALUES",
    "uwWCT2BMmlq",
    "Remove expired or used reserved values",
    "0 0 2 ? * *",
  ],
];

/** Puts in the jobs with which a server begins. */
export function bootJobs(server: Server): void {
  const { schemas, store } = server;
  const model = schemas.model("JobConfiguration");
  const now = server.now();
  // It asks for new releases at a time of its own between three and six.
  const [second, minute, hour] = [60, 60, 3].map((range) => Math.floor(server.random() * range));
  const check: SystemJob = [
    "SYSTEM_VERSION_UPDATE_CHECK",
    "vt21671bgno",
    "System version update check notification",
    `${second} ${minute} ${Number(hour) + 3} ? * *`,
  ];
  for (const [jobType, uid, name, when] of [...systemJobs, check]) {
    const values: Values = {
      id: uid,
      created: now,
      lastUpdated: now,
      name,
      jobType,
      ...(typeof when === "number"
        ? { schedulingType: "FIXED_DELAY", delay: when }
        : { schedulingType: "CRON", cronExpression: when }),
      enabled: true,
      jobStatus: "SCHEDULED",
      lastExecutedStatus: "NOT_STARTED",
    };
    store.put(model, uid, values);
  }
}
