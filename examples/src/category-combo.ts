// Makes a category combo, waits until its matrix of option combos is right, adds a category, and waits again.
import assert from "node:assert/strict";
import { openServer } from "./server/open.ts";
import { show } from "./server/show.ts";

const dhis2 = await openServer();
const { categories, categoryOptions, categoryOptionCombos } = dhis2.resources;
const suffix = `example ${Date.now()}`;

const sex = await category("Sex", ["Male", "Female"]);
const age = await category("Age", ["Under 5", "5-14", "15+"]);
const area = await category("Area", ["Urban", "Rural"]);

const combo = await dhis2.categoryCombos.create({
  name: `Sex and age ${suffix}`,
  categories: [sex.uid, age.uid],
});
const rows = await dhis2.categoryCombos.waitForCocGeneration(combo.id, { expectedCount: 6 });
assert.equal(rows, 6);
show(`${combo.name}: ${rows} option combos`, await matrix(combo.id));

const { changed, matrixIsStale } = await dhis2.categoryCombos.addCategory(combo.id, area.uid);
assert.deepEqual({ changed, matrixIsStale }, { changed: true, matrixIsStale: true });
const grown = await dhis2.categoryCombos.waitForCocGeneration(combo.id, { timeout: 120_000 });
assert.equal(grown, 12);
const names = await matrix(combo.id);
assert.ok(names.includes("Female, 15+, Rural"), "the matrix has the new category");
show(`With a third category: ${grown} option combos`, names);

await dhis2.categoryCombos.rename(combo.id, { name: `Sex, age and area ${suffix}` });
const renamed = await dhis2.categoryCombos.get(combo.id);
assert.equal(renamed.name, `Sex, age and area ${suffix}`);
assert.deepEqual(
  renamed.categories.map(({ id }) => id),
  [sex.uid, age.uid, area.uid],
);

await dhis2.categoryCombos.delete(combo.id);
for (const { uid, options } of [sex, age, area]) {
  await categories.delete(uid);
  for (const option of options) await categoryOptions.delete(option);
}
show("Deleted what this example made", []);

async function category(
  name: string,
  optionNames: readonly string[],
): Promise<{ uid: string; options: string[] }> {
  const options: string[] = [];
  for (const option of optionNames) {
    const { uid } = await categoryOptions.create({
      name: `${option} ${suffix}`,
      shortName: `${option} ${suffix}`,
    });
    options.push(uid);
  }
  const { uid } = await categories.create({
    name: `${name} ${suffix}`,
    shortName: `${name} ${suffix}`,
    dataDimensionType: "DISAGGREGATION",
    categoryOptions: options.map((id) => ({ id })),
  });
  return { uid, options };
}

async function matrix(uid: string): Promise<string[]> {
  const found = await categoryOptionCombos.list({
    fields: "id,name",
    filter: [`categoryCombo.id:eq:${uid}`],
    order: "name:asc",
  });
  return found.map(({ name }) => (name ?? "").replaceAll(` ${suffix}`, ""));
}
