// Gives an organisation unit the code it has in another system, finds it by that code, and takes the code away again.
import assert from "node:assert/strict";
import { openServer } from "./server/open.ts";
import { show } from "./server/show.ts";

const dhis2 = await openServer();
const { attributes, organisationUnits } = dhis2.resources;
const stamp = Date.now();
const code = `MFL_CODE_${stamp}`;
const number = String(stamp);

const attribute = await attributes.create({
  name: `Master facility list code ${stamp}`,
  code,
  valueType: "TEXT",
  organisationUnitAttribute: true,
});
const facility = await organisationUnits.create({
  name: `Example clinic ${stamp}`,
  shortName: `Example clinic ${stamp}`,
  openingDate: "2020-01-01",
});

await dhis2.attributeValues.setValue("organisationUnits", facility.uid, code, number);
const stored = await dhis2.attributeValues.getValue("organisationUnits", facility.uid, code);
assert.equal(stored, number);
const found = await dhis2.attributeValues.findOneUidByValue("organisationUnits", code, number);
assert.equal(found, facility.uid);
const values = await dhis2.attributeValues.listFor("organisationUnits", facility.uid);
assert.deepEqual(
  values.map((each) => [each.attribute.code, each.value]),
  [[code, number]],
);
show(
  `Facility ${facility.uid}`,
  values.map((each) => `${each.attribute.name}: ${each.value}`),
);

assert.equal(await dhis2.attributeValues.deleteValue("organisationUnits", facility.uid, code), true);
assert.equal(await dhis2.attributeValues.deleteValue("organisationUnits", facility.uid, code), false);
assert.equal(await dhis2.attributeValues.getValue("organisationUnits", facility.uid, code), undefined);
const gone = await dhis2.attributeValues.findOneUidByValue("organisationUnits", code, number);
assert.equal(gone, undefined);
show("The code is gone again", [`${code} of ${facility.uid}: none`]);

await organisationUnits.delete(facility.uid);
await attributes.delete(attribute.uid);
