import { type Core, resources, server } from "@dhis2w/core-v42";
import { categoryComboCreateSchema } from "@dhis2w/core-v42/schemas/category-combo";
import { dataElementCreateSchema } from "@dhis2w/core-v42/schemas/data-element";
import { createSandbox } from "@dhis2w/sandbox";
import { expect, test } from "vitest";
import { basic, createClient } from "../index.ts";

const stampless = (object: object): object => ({ ...object, lastUpdated: "", lastUpdatedBy: "" });

/** The way of the guide, "Writing": a read of what an object owns, through the create schema, is what a PUT takes. */
test("an object that was read goes through its create schema, and nothing of it is lost (BUG-205)", async () => {
  const sandbox = await createSandbox({ version: 42, seed: "country", strict: true });
  const { dataElements, categoryCombos } = createClient<Core>(
    { resources, server },
    { baseUrl: sandbox.baseUrl, fetch: sandbox.fetch, auth: basic("admin", "district") },
  ).resources;
  const [element] = await dataElements.list({ filter: ["code:!null"], fields: "id,code" });
  const uid = String(element?.id);
  const read = () => dataElements.get(uid, { fields: ":owner" });
  const stored = await read();
  expect(stored.code).toEqual(expect.any(String));
  await dataElements.replace(uid, { ...dataElementCreateSchema.parse(stored), shortName: "Malaria c." });
  expect(stampless(await read())).toEqual(stampless({ ...stored, shortName: "Malaria c." }));

  const [{ id: combo } = { id: "" }] = await categoryCombos.list({ filter: ["name:ne:default"] });
  const owned = await categoryCombos.get(combo, { fields: ":owner" });
  await categoryCombos.replace(combo, categoryComboCreateSchema.parse(owned));
  expect(stampless(await categoryCombos.get(combo, { fields: ":owner" }))).toEqual(stampless(owned));
});
