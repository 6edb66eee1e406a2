// Makes some data elements, lists them with chosen fields, walks through them page by page, and counts them.
import assert from "node:assert/strict";
import { openServer } from "./server/open.ts";
import { show } from "./server/show.ts";

const dhis2 = await openServer();
const { dataElements } = dhis2.resources;
const suffix = `example ${Date.now()}`;
const subjects = ["Malaria cases", "Malaria deaths", "Malaria tests", "Measles cases", "Measles doses"];

const made: string[] = [];
for (const subject of subjects) {
  const { uid } = await dataElements.create({
    name: `${subject} ${suffix}`,
    shortName: `${subject} ${suffix}`,
    valueType: "NUMBER",
    aggregationType: "SUM",
    domainType: "AGGREGATE",
  });
  made.push(uid);
}

const malaria = await dataElements.list({
  fields: "id,name,valueType,categoryCombo[id,name]",
  filter: ["name:ilike:malaria", `name:like:${suffix}`],
  order: "name:asc",
});
assert.deepEqual(
  malaria.map((element) => element.name),
  subjects.slice(0, 3).map((subject) => `${subject} ${suffix}`),
);
assert.ok(malaria.every((element) => element.valueType === "NUMBER"));
show(
  `${malaria.length} data elements about malaria`,
  malaria.map((element) => `${element.id}  ${element.name}  ${element.valueType}`),
);

const walked: string[] = [];
for await (const element of dataElements.iterate({
  fields: "id,name",
  filter: [`name:like:${suffix}`],
  pageSize: 2,
})) {
  walked.push(element.id);
}
assert.deepEqual([...walked].sort(), [...made].sort());
const total = await dataElements.count({ filter: [`name:like:${suffix}`] });
assert.equal(total, subjects.length);
show(`Walked through ${walked.length} of ${total}, two a page`, walked);

for (const uid of made) await dataElements.delete(uid);
assert.equal(await dataElements.count({ filter: [`name:like:${suffix}`] }), 0);
