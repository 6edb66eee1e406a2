import { integrityDetailsJob, integritySummaryJob } from "../maintenance/integrity-jobs.ts";
import { resourceTableJob } from "../maintenance/resource-tables.ts";
import { importMetadataJob } from "../metadata/import-job.ts";
import type { Work } from "./runner.ts";
import { testJob } from "./test-job.ts";

/** What the system's own jobs do here: they find nothing to clean up, to remind of or to count. */
const nothing: Work = () => {};

const ofTheSystem =
  `HOUSEKEEPING DATA_VALUE_TRIM DATA_SET_NOTIFICATION CREDENTIALS_EXPIRY_ALERT DATA_STATISTICS
  FILE_RESOURCE_CLEANUP ACCOUNT_EXPIRY_ALERT VALIDATION_RESULTS_NOTIFICATION
  REMOVE_USED_OR_EXPIRED_RESERVED_VALUES SYSTEM_VERSION_UPDATE_CHECK`.split(/\s+/);

/** What jobs do, by type; those of other types never run in the sandbox. */
export const works: ReadonlyMap<string, Work> = new Map<string, Work>([
  ...ofTheSystem.map((type): [string, Work] => [type, nothing]),
  ["METADATA_IMPORT", importMetadataJob],
  ["DATA_INTEGRITY", integritySummaryJob],
  ["DATA_INTEGRITY_DETAILS", integrityDetailsJob],
  ["RESOURCE_TABLE", resourceTableJob],
  ["TEST", testJob],
]);
