import { type CategoryOptionCreate, type CategoryOptionUpdate, importMetadata } from "@dhis2w/client-v42";
import { categoryOptionCreateSchema } from "@dhis2w/client-v42/schemas/category-option";
import { dhis2 } from "./client.ts";

const { categoryOptions, dataElements } = dhis2.resources;
const loose = { name: "Male", shortName: "M", legendSets: [] }; // breaks: CategoryOption.legendSets
await categoryOptions.create(loose);
const make = (name: string): CategoryOptionCreate => ({
  name,
  shortName: name,
  legendSets: [], // breaks: CategoryOption.legendSets
});
await categoryOptions.saveMany([make("Male"), { ...loose, name: "Female" }]);
const change = { legendSet: null } satisfies CategoryOptionUpdate; // breaks: CategoryOption.legendSet
await categoryOptions.patch("abc12345678", change);
await categoryOptions.patch("abc12345678", [
  { op: "replace", path: "/legendSets", value: [] }, // breaks: CategoryOption.legendSets
]);
await categoryOptions.addToCollection("abc12345678", "legendSets", ["abc12345678"]); // breaks: CategoryOption.legendSets
const kept = await categoryOptions.get("abc12345678");
kept.legendSets = []; // breaks: CategoryOption.legendSets
await categoryOptions.replace(kept.id, { ...kept, name: "Other" });
await importMetadata(dhis2, {
  categoryOptions: [{ name: "Male", shortName: "M", legendSets: [] }], // breaks: CategoryOption.legendSets
  pushAnalysis: [], // breaks: pushAnalysis
});
const element = { name: "x", shortName: "x", valueType: "TRACKER_ASSOCIATE" } as const; // breaks: ValueType.TRACKER_ASSOCIATE
await dataElements.create(element as never);
const draft = categoryOptionCreateSchema.parse({});
draft.legendSets = []; // breaks: CategoryOption.legendSets

await dhis2.attributeValues.getValue("pushAnalysis", "abc12345678", "MFL"); // breaks: pushAnalysis
await dhis2.attributeValues.getValue("organisationUnits", "abc12345678", "MFL");
const combo = await dhis2.categoryCombos.get("abc12345678");
console.log(combo.favorite); // breaks: CategoryCombo.favorite
console.log(combo.name, combo.categories[0]?.categoryOptions);
await dataElements.create({ name: "x", shortName: "x", legendSets: [] });
