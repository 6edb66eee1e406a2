// Keeps an option set like a list from elsewhere: adds, changes, reorders and removes options, and finds one by its foreign code.
import assert from "node:assert/strict";
import { attributes } from "@dhis2w/client-v42/attributes";
import { optionSets, type SyncReport } from "@dhis2w/client-v42/option-sets";
import { openServer } from "./server/open.ts";
import { show } from "./server/show.ts";

const dhis2 = await openServer();
const sets = optionSets(dhis2);
const stamp = Date.now();
const code = `EXAMPLE_COLOUR_${stamp}`;

const { uid } = await dhis2.resources.optionSets.create({ name: `Colour ${stamp}`, code, valueType: "TEXT" });
const colours = [
  { code: "RED", name: "Red" },
  { code: "GREEN", name: "Green", style: { color: "#00ff00", icon: "leaf" } },
  { code: "BLUE", name: "Blue" },
];
const first = await sets.sync(code, colours);
assert.deepEqual(codes(first.added), ["RED", "GREEN", "BLUE"]);
show("First run", told(first));

const attribute = await attributes(dhis2).create({
  name: `Foreign code ${stamp}`,
  code: `FOREIGN_${stamp}`,
  valueType: "TEXT",
  resources: ["options"],
});
const green = await sets.findOption(code, "GREEN");
assert.ok(green !== undefined);
await sets.setOptionAttributeValue(green.id, attribute, "LA14023-4");

const second = await sets.sync(code, colours);
assert.deepEqual(codes(second.unchanged), ["RED", "GREEN", "BLUE"]);

const changed = [
  { code: "GREEN", name: "Leaf green" },
  { code: "BLACK", name: "Black" },
  { code: "RED", name: "Red" },
];
const rehearsal = await sets.sync(code, changed, { removeMissing: true, dryRun: true });
assert.deepEqual(codes(rehearsal.removed), ["BLUE"]);
assert.equal((await sets.listOptions(code)).length, 3);
const third = await sets.sync(code, changed, { removeMissing: true });
assert.deepEqual(codes(third.added), ["BLACK"]);
assert.deepEqual(codes(third.updated), ["GREEN"]);
show("The list has changed", told(third));

const options = await sets.listOptions(code);
assert.deepEqual(codes(options), ["GREEN", "BLACK", "RED"]);
const found = await sets.findOptionByAttribute(code, attribute, "LA14023-4");
assert.equal(found?.id, green.id);
assert.equal(found.name, "Leaf green");
assert.deepEqual(found.style, { color: "#00ff00", icon: "leaf" });
assert.equal(await sets.getOptionAttributeValue(green.id, attribute), "LA14023-4");

const last = await sets.sync(code, [], { removeMissing: true });
assert.equal(last.removed.length, 3);
assert.deepEqual(await sets.listOptions(code), []);
await dhis2.resources.optionSets.delete(uid);
await dhis2.resources.attributes.delete(attribute.id);
show("Deleted what this example made", []);

function codes(list: readonly { readonly code: string }[]): string[] {
  return list.map((option) => option.code);
}

function told({ added, updated, removed, unchanged }: SyncReport): string[] {
  return Object.entries({ added, updated, removed, unchanged }).map(
    ([what, list]) => `${what}: ${codes(list).join(", ") || "none"}`,
  );
}
