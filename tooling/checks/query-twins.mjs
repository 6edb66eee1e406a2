// Each query's answer has the very keys that its type has: `keys` is checked by the compiler and at run time.
import assert from "node:assert/strict";
import { clients } from "@dhis2w/all-clients";
import { createSandbox } from "@dhis2w/sandbox";

/**
 * The names are the keys of the type, no more and no fewer; the answer must have just these.
 * @template {object} Answer
 * @param {Answer} answer
 * @param {{ [Key in keyof Answer]-?: true }} names
 */
function keys(answer, names) {
  assert.deepEqual(Object.keys(answer).sort(), Object.keys(names).sort());
}

let checked = 0;
for (const [id, { basic, createClient }] of Object.entries(clients)) {
  const sandbox = await createSandbox({ version: Number(id.slice(1)) });
  const { resources } = createClient({
    baseUrl: sandbox.baseUrl,
    fetch: sandbox.fetch,
    auth: basic("admin", "district"),
  });
  await twins(/** @type {import("@dhis2w/client-v42").Dhis2Client["resources"]} */ (resources));
}
console.log(`${checked} answers have the keys of their types`);

/** @param {import("@dhis2w/client-v42").Dhis2Client["resources"]} resources */
async function twins({ dataElements, dataElementGroups, categoryCombos }) {
  const basis = /** @type {const} */ ({
    valueType: "NUMBER",
    aggregationType: "SUM",
    domainType: "AGGREGATE",
  });
  const { uid } = await dataElements.create({
    ...basis,
    name: "Births",
    shortName: "Births",
    code: "BIRTHS",
  });
  const group = await dataElementGroups.create({ name: "Vital", shortName: "Vital" });
  await dataElementGroups.addToCollection(group.uid, "dataElements", [uid]);

  const flat = await dataElements.get(uid, { fields: "id,name,code,valueType" });
  keys({ code: "", ...flat }, { id: true, name: true, code: true, valueType: true });

  const nested = await dataElements.get(uid, { fields: "id, categoryCombo ( id, categories[id, name] )" });
  keys(nested, { id: true, categoryCombo: true });
  keys(nested.categoryCombo, { id: true, categories: true });
  for (const category of nested.categoryCombo.categories) keys(category, { id: true, name: true });

  const changed = await dataElements.get(uid, {
    fields: "name~rename(title),dataElementGroups~size~rename(groups),translations~isEmpty",
  });
  keys(changed, { title: true, groups: true, translations: true });
  assert.deepEqual([changed.title, changed.groups, changed.translations], ["Births", 1, true]);

  const plucked = await dataElements.get(uid, { fields: "dataElementGroups~pluck(name)[name]" });
  assert.deepEqual(plucked.dataElementGroups, ["Vital"]);
  const keyed = await dataElements.get(uid, { fields: "dataElementGroups~keyBy[id,name]" });
  const [one] = Object.values(keyed.dataElementGroups);
  keys(one ?? {}, { id: true, name: true });

  const bare = await dataElements.get(uid, { fields: "categoryCombo,dataElementGroups" });
  assert.deepEqual([Object.keys(bare.categoryCombo), bare.dataElementGroups], [["id"], [{ id: group.uid }]]);

  const [listed] = await categoryCombos.list({
    fields: "id,skipTotal,categories~size",
    filter: ["name:eq:default"],
    order: "name:asc",
  });
  keys(listed ?? assert.fail("the default combo is missing"), {
    id: true,
    skipTotal: true,
    categories: true,
  });
  keys((await categoryCombos.list())[0] ?? assert.fail("the list is empty"), { id: true, displayName: true });
  checked += 10;
}
