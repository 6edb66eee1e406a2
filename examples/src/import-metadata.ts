// Imports data elements and a group in one request: looks first, saves what can be saved, and takes it all back.
import assert from "node:assert/strict";
import {
  generateUid,
  importMetadata,
  isDhis2Error,
  startMetadataImport,
  waitForJob,
} from "@dhis2w/client-v42";
import { openServer } from "./server/open.ts";
import { show } from "./server/show.ts";

const dhis2 = await openServer();
const suffix = `example ${Date.now()}`;
const elementNamed = (name: string) =>
  ({
    id: generateUid(),
    name: `${name} ${suffix}`,
    shortName: `${name} ${suffix}`,
    valueType: "NUMBER",
    aggregationType: "SUM",
    domainType: "AGGREGATE",
  }) as const;
const cases = elementNamed("Malaria cases");
const deaths = { ...elementNamed("Malaria deaths"), optionSet: { id: generateUid() } };
const tests = { ...elementNamed("Malaria tests"), shortName: "x".repeat(51) };
const group = {
  id: generateUid(),
  name: `Malaria ${suffix}`,
  shortName: `Malaria ${suffix}`,
  dataElements: [{ id: cases.id }, { id: deaths.id }],
};

// All or nothing: one finding, and nothing is saved.
await assert.rejects(
  importMetadata(dhis2, { dataElements: [cases, deaths, tests] }, { dryRun: true }),
  (error) => {
    if (!isDhis2Error(error, "HTTP.CONFLICT")) return false;
    show(
      "What a dry run finds",
      error.rows.map((row) => `${row.uid}  ${row.message}`),
    );
    return true;
  },
);

const report = await importMetadata(
  dhis2,
  { dataElements: [cases, deaths, tests], dataElementGroups: [group] },
  { importStrategy: "CREATE", atomic: false },
);
assert.equal(report.stats.created, 3);
assert.deepEqual(
  report.rows.map(({ uid, property, saved }) => ({ uid, property, saved })),
  [
    { uid: deaths.id, property: "optionSet", saved: true },
    { uid: tests.id, property: "shortName", saved: false },
  ],
);
show(
  `${report.stats.created} objects are saved`,
  report.rows.map(({ message, saved }) => `${saved ? "saved without this" : "not saved"}: ${message}`),
);
const stored = await dhis2.resources.dataElementGroups.get(group.id, { fields: "dataElements[id]" });
assert.deepEqual(stored.dataElements?.map(({ id }) => id).sort(), [cases.id, deaths.id].sort());

// What takes minutes is better asked for and waited for.
const job = await startMetadataImport(dhis2, {
  dataElements: [{ ...cases, description: "Every suspected case" }],
});
const { message, summary } = await waitForJob(dhis2, job);
assert.equal(summary.stats.updated, 1);
show("An import in the background", [message]);

const gone = await importMetadata(
  dhis2,
  { dataElementGroups: [{ id: group.id }], dataElements: [{ id: cases.id }, { id: deaths.id }] },
  { importStrategy: "DELETE" },
);
assert.equal(gone.stats.deleted, 3);
