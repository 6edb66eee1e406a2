import { cores } from "@dhis2w/all-cores";
import type * as v42 from "@dhis2w/core-v42";
import { basic, createClient, Resource } from "@dhis2w/runtime";
import { createSandbox } from "@dhis2w/sandbox";
import { describe, expect, test } from "vitest";
import { createCategoryCombos } from "./category-combos.ts";

describe.each(Object.values(cores))("against a sandbox of $server.release", (core) => {
  /** A server with three categories of so many options, and the accessor. */
  async function serverWith(...sizes: number[]) {
    const sandbox = await createSandbox({ version: core.server.version, strict: true });
    const client = createClient<v42.Core>(core, {
      baseUrl: sandbox.baseUrl,
      auth: basic("admin", "district"),
      fetch: sandbox.fetch,
    });
    const categories: string[] = [];
    for (const [number, size] of sizes.entries()) {
      const categoryOptions: { id: string }[] = [];
      for (let index = 0; index < size; index++) {
        const name = `Option ${number}.${index}`;
        const { uid } = await post(client, "categoryOptions", { name, shortName: name });
        categoryOptions.push({ id: uid });
      }
      const name = `Category ${number}`;
      const body = { name, shortName: name, dataDimensionType: "DISAGGREGATION", categoryOptions };
      categories.push((await post(client, "categories", body)).uid);
    }
    return { client, categories, combos: createCategoryCombos<v42.Core>(client) };
  }

  const post = (client: ConstructorParameters<typeof Resource>[0], resource: string, body: object) =>
    new Resource<object, { create: object }>(client, resource).create(body);

  test("a combo's life: made, grown, changed, renamed, shrunk, deleted", async () => {
    const { combos, categories } = await serverWith(2, 3, 2);
    const [sex = "", age = "", area = ""] = categories;
    const made = await combos.create({ name: "Sex and age", code: "SEXAGE", categories: [sex, age] });
    expect(made).toMatchObject({ name: "Sex and age", code: "SEXAGE", skipTotal: false, isDefault: false });
    expect(made.categories.map(({ id, name }) => [id, name])).toEqual([
      [sex, "Category 0"],
      [age, "Category 1"],
    ]);
    expect(await combos.waitForCocGeneration(made.id, { expectedCount: 6 })).toBe(6);

    expect(await combos.addCategory(made.id, area)).toEqual({ changed: true, matrixIsStale: true });
    expect(await combos.addCategory(made.id, area)).toEqual({ changed: false, matrixIsStale: true });
    expect(await combos.waitForCocGeneration(made.id)).toBe(12);
    expect(await combos.addCategory(made.id, area)).toEqual({ changed: false, matrixIsStale: false });

    const updated = await combos.update({ ...(await combos.get(made.id)), skipTotal: true });
    expect(updated).toMatchObject({ skipTotal: true, code: "SEXAGE", matrixIsStale: false });
    expect(updated.categories).toHaveLength(3);
    expect(await combos.update({ id: made.id, code: null })).not.toHaveProperty("code");
    expect(await combos.rename(made.id, { name: "By three", code: "THREE" })).toMatchObject({
      name: "By three",
      code: "THREE",
      skipTotal: true,
    });

    expect(await combos.removeCategory(made.id, age)).toEqual({ changed: true, matrixIsStale: true });
    expect(await combos.removeCategory(made.id, age)).toEqual({ changed: false, matrixIsStale: true });
    expect(await combos.waitForCocGeneration(made.id)).toBe(4);
    expect((await combos.get(made.id)).categories.map(({ id }) => id)).toEqual([sex, area]);

    await combos.delete(made.id);
    await expect(combos.get(made.id)).rejects.toMatchObject({ code: "HTTP.NOT_FOUND" });
  });

  test("the order of categories changes by update, and leaves the matrix whole", async () => {
    const { combos, categories } = await serverWith(2, 3);
    const { id } = await combos.create({ name: "Two", categories });
    const turned = categories.toReversed();
    const updated = await combos.update({ id, categories: turned.map((category) => ({ id: category })) });
    expect(updated.categories.map((category) => category.id)).toEqual(turned);
    expect(updated.matrixIsStale).toBe(false);
  });

  test("as many option combos as expected, but the wrong ones", async () => {
    const { combos, categories } = await serverWith(3, 3);
    const [one = "", other = ""] = categories;
    const { id } = await combos.create({ name: "One", categories: [one] });
    const { matrixIsStale } = await combos.update({ id, categories: [{ id: other }] });
    expect(matrixIsStale).toBe(true);
    expect((await combos.get(id)).categoryOptionCombos).toHaveLength(3);
    expect(await combos.waitForCocGeneration(id, { expectedCount: 3 })).toBe(3);
    expect((await combos.update({ id })).matrixIsStale).toBe(false);
  });

  test("a combo in use is not deleted, unless its users may move to the default", async () => {
    const { client, combos, categories } = await serverWith(2);
    const { id } = await combos.create({ name: "Used", categories });
    const { uid } = await post(client, "dataElements", {
      name: "Births",
      shortName: "Births",
      domainType: "AGGREGATE",
      valueType: "NUMBER",
      aggregationType: "SUM",
      categoryCombo: { id },
    });
    await expect(combos.delete(id)).rejects.toMatchObject({
      code: "CATEGORY_COMBO.IN_USE",
      users: [{ resource: "dataElements", property: "categoryCombo", id: uid, name: "Births" }],
    });
    await combos.delete(id, { evenIfUsed: true });
    const element = await client.resources.dataElements.get(uid, { fields: "categoryCombo[name]" });
    expect(element.categoryCombo).toMatchObject({ name: "default" });
  });

  test("the default combo stays as it is", async () => {
    const { combos, categories } = await serverWith(2);
    const [builtIn] = await combos.listAll();
    const refusal = { code: "CATEGORY_COMBO.DEFAULT" };
    const uid = builtIn?.id ?? "";
    expect(builtIn).toMatchObject({ name: "default", isDefault: true });
    await expect(combos.delete(uid)).rejects.toMatchObject(refusal);
    await expect(combos.rename(uid, { name: "Other" })).rejects.toMatchObject(refusal);
    await expect(combos.update({ id: uid, skipTotal: true })).rejects.toMatchObject(refusal);
    await expect(combos.addCategory(uid, categories[0] ?? "")).rejects.toMatchObject(refusal);
    expect(await combos.get(uid)).toEqual(builtIn);
  });

  test("listAll gives every page, or the one asked for", async () => {
    const { combos, categories } = await serverWith(1);
    for (let index = 0; index < 7; index++) await combos.create({ name: `Combo ${index}`, categories });
    const all = await combos.listAll({ pageSize: 3 });
    expect(all.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 7 }, (_, index) => `Combo ${index}`),
      "default",
    ]);
    expect((await combos.listAll({ page: 2, pageSize: 3 })).map(({ name }) => name)).toEqual([
      "Combo 3",
      "Combo 4",
      "Combo 5",
    ]);
  });

  test("a category that the server does not know is not added", async () => {
    const { combos, categories } = await serverWith(1);
    const { id } = await combos.create({ name: "One", categories });
    await expect(combos.addCategory(id, "CatNowhere0")).rejects.toMatchObject({
      code: "CATEGORY_COMBO.UNKNOWN_CATEGORY",
    });
  });

  test("more than a thousand option combos, where the release allows so many", async () => {
    const { combos, categories } = await serverWith(11, 10, 10);
    const made = combos.create({ name: "Large", categories });
    if (core.server.version > 41)
      await expect(made).rejects.toMatchObject({ code: "HTTP.CONFLICT", rows: [{ code: "E1128" }] });
    else expect(await combos.waitForCocGeneration((await made).id)).toBe(1100);
  });
});
