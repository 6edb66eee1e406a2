/** Imports of many objects, as a user's program sees them: checked against the client's own release. */

import type { Dhis2 as Dhis2V41 } from "@dhis2w/client-v41";
import {
  type DataElementCreate,
  type Dhis2,
  type Dhis2Client,
  importMetadata,
  isDhis2Error,
  type MetadataReport,
  startMetadataImport,
  waitForJob,
} from "@dhis2w/client-v42";
import type { Dhis2 as Dhis2V43 } from "@dhis2w/client-v43";

declare const dhis2: Dhis2;
declare const dhis2V41: Dhis2V41;
declare const dhis2V43: Dhis2V43;
declare const anyRelease: Dhis2Client;

const draft: DataElementCreate = {
  name: "Malaria cases",
  shortName: "Malaria",
  valueType: "NUMBER",
  aggregationType: "SUM",
  domainType: "AGGREGATE",
};
const constant = { name: "Pi", shortName: "Pi", value: 3.14 };

export async function saves(): Promise<void> {
  const report: MetadataReport = await dhis2.resources.dataElements.saveMany([draft], {
    atomic: false,
    dryRun: true,
  });
  const created: number = report.stats.created;
  for (const { type, uid, index, property, code, message, saved } of report.rows)
    console.log(created, type, uid, index, property, code, message.length, saved satisfies boolean);
  await anyRelease.resources.constants.saveMany([constant], { importStrategy: "CREATE" });
  // @ts-expect-error a data element needs a short name
  await dhis2.resources.dataElements.saveMany([{ ...draft, shortName: undefined }]);
  // @ts-expect-error 'nmae' is no property of a constant
  await dhis2.resources.constants.saveMany([{ ...constant, nmae: "Pi" }]);
  // @ts-expect-error there is no such strategy
  await dhis2.resources.constants.saveMany([constant], { importStrategy: "UPDATES" });
  // @ts-expect-error who saves does not delete
  await dhis2.resources.constants.saveMany([constant], { importStrategy: "DELETE" });
  // @ts-expect-error the option is called 'dryRun'
  await dhis2.resources.constants.saveMany([constant], { dryrun: true });
  // @ts-expect-error a list of objects
  await dhis2.resources.constants.saveMany(constant);
}

export async function imports(): Promise<void> {
  const group = { name: "Malaria", shortName: "Malaria", dataElements: [{ id: "DeOne000000" }] };
  const report = await importMetadata(
    dhis2,
    { dataElements: [draft], dataElementGroups: [group] },
    { importStrategy: "CREATE", identifier: "UID", skipSharing: true, skipTranslation: true, atomic: false },
  );
  console.log(report.status satisfies "OK" | "WARNING" | "ERROR");
  await importMetadata(dhis2, { constants: [{ ...constant, value: 3 }], system: { version: "2.42.5.2" } });
  // @ts-expect-error 'dataElement' is no type; did you mean 'dataElements'?
  await importMetadata(dhis2, { dataElement: [draft] });
  // @ts-expect-error 'nmae' is no property of a constant
  await importMetadata(dhis2, { constants: [{ ...constant, nmae: "Pi" }] });
  // @ts-expect-error 'SIDEWAYS' is no aggregation type
  await importMetadata(dhis2, { dataElements: [{ ...draft, aggregationType: "SIDEWAYS" }] });
  const combo = { name: "Sex", dataDimensionType: "ATTRIBUTE" } as const;
  // @ts-expect-error a category combo is made of 'categories'
  await importMetadata(dhis2, { categoryCombos: [{ ...combo, categorys: [] }] });
  // @ts-expect-error atomicMode is the boolean 'atomic'
  await importMetadata(dhis2, { constants: [constant] }, { atomicMode: "NONE" });
}

export async function deletes(): Promise<void> {
  await importMetadata(dhis2, { constants: [{ id: "ConstPi0000" }] }, { importStrategy: "DELETE" });
  // @ts-expect-error what is to be deleted has an id
  await importMetadata(dhis2, { constants: [{ code: "PI" }] }, { importStrategy: "DELETE" });
  // @ts-expect-error an id alone is not enough to make a constant
  await importMetadata(dhis2, { constants: [{ id: "ConstPi0000" }] }, { importStrategy: "UPDATE" });
}

export async function releases(): Promise<void> {
  const pushAnalysis = [{ name: "Weekly", title: "Weekly", dashboard: { id: "DashOne0000" } }];
  await importMetadata(dhis2V41, { constants: [constant] });
  await importMetadata(anyRelease, { constants: [constant] });
  await importMetadata(dhis2V43, { constants: [constant] });
  await importMetadata(dhis2, { pushAnalysis });
  // @ts-expect-error 2.43 has no push analyses
  await importMetadata(dhis2V43, { pushAnalysis });
}

export async function jobs(error: unknown): Promise<void> {
  const job = await startMetadataImport(dhis2, { constants: [constant] }, { atomic: false });
  const { summary, message } = await waitForJob(dhis2, job, { timeout: 60_000, pollInterval: 500 });
  console.log(summary.stats.created, summary.rows[0]?.saved, message);
  const stored: { id: string; jobType: string } = JSON.parse("{}");
  const other = await waitForJob(dhis2, stored);
  // @ts-expect-error what another job leaves is not known
  other.summary.stats;
  if (isDhis2Error(error, "JOB.FAILED")) console.error(error.rows[0]?.message, error.job.id);
  if (isDhis2Error(error, "JOB.TIMEOUT")) console.error(error.timeout);
  // @ts-expect-error the option is called 'pollInterval'
  await waitForJob(dhis2, job, { interval: 500 });
}
