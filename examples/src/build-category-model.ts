// Builds a category combo from a description, runs it again, lets it grow, and compares its option combos with what they should be.
import assert from "node:assert/strict";
import {
  type ComboSpec,
  categories,
  categoryComboBuilder,
  categoryOptionCombos,
  categoryOptions,
} from "@dhis2w/client-v42/category-model";
import { openServer } from "./server/open.ts";
import { show } from "./server/show.ts";

const dhis2 = await openServer();
const builder = categoryComboBuilder(dhis2);
const optionCombos = categoryOptionCombos(dhis2);
const suffix = `example ${Date.now()}`;
const named = (name: string): string => `${name} ${suffix}`;
const plain = (name: string): string => name.replaceAll(` ${suffix}`, "");

const spec: ComboSpec = {
  name: named("Sex and age"),
  categories: [
    { name: named("Sex"), options: [named("Male"), named("Female")] },
    { name: named("Age"), options: [named("Under 5"), named("5-14"), named("15+")] },
  ],
};
const rehearsal = await builder.ensure(spec, { dryRun: true });
assert.equal(rehearsal.created.length, 8);
const built = await builder.ensure(spec);
assert.equal(built.optionCombos, 6);
show(
  `Made ${built.created.length} objects, ${built.optionCombos} option combos`,
  built.created.map(({ type, name }) => `${type} ${plain(name)}`),
);

const again = await builder.ensure(spec);
assert.equal(again.combo, built.combo);
assert.deepEqual([again.created.length, again.appended.length], [0, 0]);
assert.equal(again.reused.length, 8);

const [sex, age] = spec.categories;
assert.ok(sex !== undefined && age !== undefined);
const grown = await builder.ensure({
  ...spec,
  categories: [{ ...sex, options: [...sex.options, named("Unknown")] }, age],
});
assert.equal(grown.optionCombos, 9);
const rows = await optionCombos.listForCombo(built.combo);
assert.deepEqual(
  rows.map(({ name }) => name).sort(),
  (await optionCombos.expectedMatrix(built.combo)).map(({ name }) => name).sort(),
);
show(
  "With one option more",
  rows.map(({ name }) => plain(name)),
);

const uidOf = (name: string): string => {
  const part = [...built.created, ...grown.created].find((each) => each.name === named(name));
  assert.ok(part !== undefined, `${name} was made`);
  return part.id;
};
const { changed, staleCombos } = await categories(dhis2).removeOption(uidOf("Sex"), uidOf("Unknown"));
assert.deepEqual({ changed, staleCombos }, { changed: true, staleCombos: [built.combo] });
const { expected, stored, missing, stale } = await optionCombos.compare(built.combo);
assert.deepEqual([expected, stored, missing.length, stale.length], [6, 9, 0, 3]);
assert.equal(await dhis2.categoryCombos.waitForCocGeneration(built.combo), 6);
show(
  "Gone with the option Unknown",
  stale.map(({ name }) => plain(name)),
);

await dhis2.categoryCombos.delete(built.combo);
for (const category of ["Sex", "Age"]) await categories(dhis2).delete(uidOf(category));
for (const option of ["Male", "Female", "Unknown", "Under 5", "5-14", "15+"])
  await categoryOptions(dhis2).delete(uidOf(option));
show("Deleted what this example made", []);
