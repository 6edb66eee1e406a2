import { cores } from "@dhis2w/all-cores";
import type * as v42 from "@dhis2w/core-v42";
import { recordedGroup, recordedReleases, type ScriptedAnswer, scriptedFetch } from "@dhis2w/recordings";
import { basic, createClient } from "@dhis2w/runtime";
import { describe, expect, test } from "vitest";
import { createCategoryCombos } from "./category-combos.ts";

/** The steps of the category model, and what our accessor does when the server answers as it did there. */
describe.each(recordedReleases(cores))("recordings of %s", (version, core) => {
  const { exchanges, step, answer, request } = recordedGroup(version, "04-category-model");
  const json = (name: string) => JSON.parse(answer(name).body);

  function serverThatAnswers(...answers: ScriptedAnswer[]) {
    const { fetch, sent } = scriptedFetch(...answers);
    const client = createClient(core, {
      baseUrl: "https://dhis2.test",
      auth: basic("admin", "district"),
      fetch,
      retry: false,
      clock: { now: () => 0, sleep: async () => {} },
    });
    return { combos: createCategoryCombos<v42.Core>(client), sent };
  }

  /** Options of a category as its creation was recorded. */
  const optionsOf = (category: string) =>
    JSON.parse(
      exchanges.find(
        ({ request }) =>
          request.method === "POST" &&
          request.path === "/api/categories" &&
          request.body?.includes(`"id":"${category}"`),
      )?.request.body ?? "",
    ).categoryOptions;

  /** The combo of a step with its categories' options, as `categories[id,categoryOptions[id]]` gives it. */
  const withOptions = (name: string): ScriptedAnswer => {
    const { id, categories } = json(name);
    return {
      json: {
        id,
        categories: categories.map((category: { id: string }) => ({
          id: category.id,
          categoryOptions: optionsOf(category.id),
        })),
      },
    };
  };

  /** The option combos of a step, with the pager that a list without `paging=false` has. */
  const rows = (name: string): ScriptedAnswer => {
    const { categoryOptionCombos } = json(name);
    const pager = { page: 1, pageCount: 1, pageSize: 500, total: categoryOptionCombos.length };
    return {
      json: {
        pager,
        categoryOptionCombos: categoryOptionCombos.map((row: object, index: number) => ({
          id: `row${index}`,
          ...row,
        })),
      },
    };
  };

  const comboFields =
    ":owner,displayName,isDefault,categories[id,code,name,displayName],categoryOptionCombos[id,code,name,displayName]";
  const readOf = (uid: string) => ({
    method: "GET",
    path: `/api/categoryCombos/${uid}`,
    query: [["fields", comboFields]],
  });
  const combo = { id: "CcSexAge000", name: "Sex and age" };

  test("create sends what the server stored, and reads it back", async () => {
    const { combos, sent } = serverThatAnswers(answer("create combo"), answer("read combo"));
    const created = await combos.create({
      uid: combo.id,
      name: combo.name,
      code: "SEXAGE",
      categories: ["CatSex00000", "CatAge00000"],
    });
    const recorded = request("create combo");
    expect(sent[0]).toEqual({ ...recorded, body: { ...(recorded.body as object), skipTotal: false } });
    expect(sent[1]).toMatchObject(readOf(combo.id));
    expect(sent).toHaveLength(2);
    expect(created).toMatchObject({
      ...combo,
      code: "SEXAGE",
      dataDimensionType: "DISAGGREGATION",
      skipTotal: false,
    });
    expect(created.categories.map((category) => category.id)).toEqual(["CatSex00000", "CatAge00000"]);
    expect(created.categoryOptionCombos).toHaveLength(6);
  });

  test.each([
    ["combo duplicate name", "E5003", "name"],
    ["combo unknown category", "E5002", "category"],
  ])("create: %s is a conflict with a row", async (name, code, property) => {
    const { combos, sent } = serverThatAnswers(answer(name));
    const { id: uid, name: comboName, categories } = JSON.parse(step(name).request.body ?? "");
    const failure = combos.create({
      uid,
      name: comboName,
      categories: categories.map((one: { id: string }) => one.id),
    });
    await expect(failure).rejects.toMatchObject({ code: "HTTP.CONFLICT", rows: [{ code, property }] });
    expect(sent[0]?.body).toMatchObject(JSON.parse(step(name).request.body ?? ""));
    expect(sent).toHaveLength(1);
  });

  test("six categories: refused by 2.42 and later", async () => {
    const { combos } = serverThatAnswers(answer("combo of six categories"), answer("read combo"));
    const categories = JSON.parse(step("combo of six categories").request.body ?? "").categories;
    const made = combos.create({
      name: "Six",
      categories: categories.map((one: { id: string }) => one.id),
    });
    if (answer("combo of six categories").status === 201) await expect(made).resolves.toBeDefined();
    else await expect(made).rejects.toMatchObject({ code: "HTTP.CONFLICT", rows: [{ code: "E1126" }] });
  });

  test("get", async () => {
    const { combos, sent } = serverThatAnswers(answer("read combo"));
    expect(await combos.get(combo.id)).toMatchObject({ ...combo, isDefault: false });
    expect(sent).toMatchObject([readOf(combo.id)]);
    expect(sent[0]?.path).toBe(step("read combo").request.path);
  });

  test("get of what is not there", async () => {
    const { combos } = serverThatAnswers(answer("read it"));
    await expect(combos.get("CcMetaAll00")).rejects.toMatchObject({
      code: "HTTP.NOT_FOUND",
      serverCode: "E1005",
    });
  });

  test("listAll reads owner properties and option combos in one list", async () => {
    const { combos, sent } = serverThatAnswers(answer("default combo"));
    const [first] = await combos.listAll();
    const recorded = request("default combo");
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ method: recorded.method, path: recorded.path });
    expect(sent[0]?.query).toEqual([
      ["fields", comboFields],
      ["order", "name:asc,id:asc"],
      ["page", "1"],
      ["pageSize", "50"],
    ]);
    expect(first).toMatchObject({ name: "default", categoryOptionCombos: [{ name: "default" }] });
  });

  test("rename", async () => {
    const { combos, sent } = serverThatAnswers(answer("rename by PATCH"), answer("read combo"));
    await combos.rename(combo.id, { name: "Sex by age" });
    expect(sent[0]).toEqual(request("rename by PATCH"));
    expect(sent[1]).toMatchObject(readOf(combo.id));
    expect(sent).toHaveLength(2);
  });

  test("rename gives another code and takes it away as recorded for another type", async () => {
    const crud = recordedGroup(version, "07-crud");
    const bodyOf = (name: string) => crud.request(name).body;
    const { combos, sent } = serverThatAnswers(
      ...[answer("rename by PATCH"), answer("read combo"), answer("rename by PATCH"), answer("read combo")],
    );
    await combos.rename(combo.id, { code: "DEMIN2" });
    await combos.rename(combo.id, { code: null });
    expect(sent[0]?.body).toEqual(bodyOf("PATCH duplicate code"));
    expect(sent[2]?.body).toEqual(bodyOf("PATCH replace null"));
  });

  test("BUG-121: rename of the default combo: the server answers 200 and does nothing, so it is an error", async () => {
    const { combos, sent } = serverThatAnswers(answer("rename the default combo"));
    await expect(combos.rename("bjDvmb4bfuf", { name: "not default" })).rejects.toMatchObject({
      code: "CATEGORY_COMBO.DEFAULT",
    });
    expect(sent).toEqual([request("rename the default combo")]);
  });

  test("BUG-121: the default combo is not updated, nor are its categories changed", async () => {
    const [builtIn] = json("default combo").categoryCombos;
    const read = { json: { ...builtIn, isDefault: true } };
    const { combos, sent } = serverThatAnswers(read, read, read);
    const refusal = { code: "CATEGORY_COMBO.DEFAULT" };
    await expect(combos.update({ id: builtIn.id, skipTotal: true })).rejects.toMatchObject(refusal);
    await expect(combos.addCategory(builtIn.id, "CatSex00000")).rejects.toMatchObject(refusal);
    await expect(combos.removeCategory(builtIn.id, "GLevLNI9wkl")).rejects.toMatchObject(refusal);
    expect(sent.map(({ method }) => method)).toEqual(["GET", "GET", "GET"]);
  });

  const matrixOf = (uid: string) => [
    {
      method: "GET",
      path: `/api/categoryCombos/${uid}`,
      query: [["fields", "id,categories[id,categoryOptions[id]]"]],
    },
    {
      method: "GET",
      path: "/api/categoryOptionCombos",
      query: [
        ["fields", "id,name,categoryOptions[id]"],
        ["filter", `categoryCombo.id:eq:${uid}`],
        ["order", "id:asc"],
        ["page", "1"],
        ["pageSize", "500"],
      ],
    },
  ];

  test("the option combos are asked for by the recorded filter", () => {
    const { path, query } = step("after POST: by the list").request;
    expect(matrixOf(combo.id)[1]).toMatchObject({
      path,
      query: expect.arrayContaining([["filter", query.get("filter")]]),
    });
  });

  test("update sends only what changed", async () => {
    const { combos, sent } = serverThatAnswers(
      answer("read combo"),
      answer("skipTotal by PATCH"),
      answer("read combo"),
      withOptions("after POST: by the combo"),
      rows("after POST: by the list"),
    );
    const updated = await combos.update({ ...json("read combo"), skipTotal: true });
    expect(sent[1]).toEqual(request("skipTotal by PATCH"));
    expect(sent).toHaveLength(5);
    expect(sent.slice(3)).toMatchObject(matrixOf(combo.id));
    expect(updated).toMatchObject({ ...combo, matrixIsStale: false });
  });

  test("update of the categories replaces them as recorded, and says that the matrix is stale", async () => {
    const before = {
      ...json("after PATCH add: by the combo"),
      categories: [{ id: "CatSex00000" }],
      isDefault: false,
    };
    const { combos, sent } = serverThatAnswers(
      { json: before },
      answer("add a category by PATCH replace"),
      answer("after PATCH replace: by the combo"),
      withOptions("after PATCH replace: by the combo"),
      rows("after PATCH replace: by the list"),
    );
    const { matrixIsStale } = await combos.update({
      id: "CcByPatchRe",
      categories: [{ id: "CatSex00000" }, { id: "CatArea0000" }],
    });
    expect(sent[1]).toEqual(request("add a category by PATCH replace"));
    expect(matrixIsStale).toBe(true);
  });

  test("addCategory", async () => {
    const before = { ...json("after collection POST: by the combo"), categories: [{ id: "CatSex00000" }] };
    const { combos, sent } = serverThatAnswers(
      { json: { ...before, isDefault: false } },
      answer("add a category by the collection"),
      withOptions("after collection POST: by the combo"),
      rows("after collection POST: by the list"),
    );
    expect(await combos.addCategory("CcByColl000", "CatArea0000")).toEqual({
      changed: true,
      matrixIsStale: true,
    });
    expect(sent[1]).toEqual(request("add a category by the collection"));
    expect(sent.slice(2)).toMatchObject(matrixOf("CcByColl000"));
    expect(sent).toHaveLength(4);
  });

  test("addCategory of a member writes nothing, and says what the maintenance call did meanwhile", async () => {
    const after = "after collection POST and regeneration of all: by the";
    const { combos, sent } = serverThatAnswers(
      answer(`${after} combo`),
      withOptions(`${after} combo`),
      rows(`${after} list`),
    );
    expect(await combos.addCategory("CcByColl000", "CatArea0000")).toEqual({
      changed: false,
      matrixIsStale: false,
    });
    expect(sent.map(({ method }) => method)).toEqual(["GET", "GET", "GET"]);
  });

  test("removeCategory", async () => {
    const { combos, sent } = serverThatAnswers(
      answer("after collection POST and regeneration of all: by the combo"),
      answer("remove a category by the collection"),
      withOptions("after collection DELETE: by the combo"),
      rows("after collection DELETE: by the list"),
    );
    expect(await combos.removeCategory("CcByColl000", "CatArea0000")).toEqual({
      changed: true,
      matrixIsStale: true,
    });
    expect(sent[1]).toEqual(request("remove a category by the collection"));
  });

  test.each([
    ["after POST: by the", 6],
    ["after adding an option and regeneration: by the", 3],
    ["metadata with all: by the", 4],
    ["five: by the", 1],
  ])("waitForCocGeneration finds the matrix whole %s", async (name, count) => {
    const categories = name.startsWith("five")
      ? { json: fiveCategories() }
      : name.startsWith("after adding an option")
        ? { json: { id: "CcByPut0000", categories: [json("category after adding an option")] } }
        : withOptions(`${name} combo`);
    const { combos, sent } = serverThatAnswers(categories, rows(`${name} list`));
    const { id } = json(`${name} combo`);
    expect(await combos.waitForCocGeneration(id, { expectedCount: count })).toBe(count);
    expect(sent).toMatchObject(matrixOf(id));
  });

  /** Of five categories with one option each, as the set-up made them. */
  const fiveCategories = () => ({
    id: "CcFive00000",
    categories: [1, 2, 3, 4, 5].map((index) => ({
      id: `CatSix${index}0000`,
      categoryOptions: [{ id: `CoSix${index}00000` }],
    })),
  });

  test.each([
    ["after PATCH add", "regenerate after PATCH add", "after PATCH add and regeneration", 4],
    ["after additions", "regenerate after additions", "after additions and regeneration", 12],
    [
      "after collection DELETE",
      "regenerate after collection DELETE",
      "after collection DELETE and regeneration",
      2,
    ],
    ["metadata without", "metadata: regenerate", "metadata without, regenerated", 4],
  ])("waitForCocGeneration %s: one maintenance call puts it right", async (stale, call, right, count) => {
    const { combos, sent } = serverThatAnswers(
      withOptions(`${stale}: by the combo`),
      rows(`${stale}: by the list`),
      answer(call),
      withOptions(`${right}: by the combo`),
      rows(`${right}: by the list`),
    );
    const uid = json(`${stale}: by the combo`).id;
    expect(await combos.waitForCocGeneration(uid, { expectedCount: count })).toBe(count);
    expect(sent[2]).toEqual(request(call));
    expect(sent).toHaveLength(5);
  });

  test("a PUT that takes a category away leaves stale rows on 2.41 only", async () => {
    const { combos, sent } = serverThatAnswers(
      withOptions("after removing by PUT: by the combo"),
      rows("after removing by PUT: by the list"),
      answer("regenerate after PATCH add"),
      withOptions("after collection DELETE and regeneration: by the combo"),
      rows("after collection DELETE and regeneration: by the list"),
    );
    expect(await combos.waitForCocGeneration("CcByPut0000")).toBe(2);
    expect(sent).toHaveLength(version === "v41" ? 5 : 2);
  });

  test("a category without options: no rows on 2.41, the product of the others later", async () => {
    const { combos, sent } = serverThatAnswers(
      withOptions("mixed: by the combo"),
      rows("mixed: by the list"),
    );
    const count = json("mixed: by the list").categoryOptionCombos.length;
    expect(count).toBe(version === "v41" ? 0 : 2);
    expect(await combos.waitForCocGeneration("CcMixed0000")).toBe(count);
    expect(sent).toHaveLength(2);
  });

  test("data in the way: the server's reason, and what is stale", async () => {
    const onlyMale = {
      json: {
        id: "CcByPut0000",
        categories: [{ id: "CatSex00000", categoryOptions: [{ id: "CoMale00000" }] }],
      },
    };
    const stored = rows("data in the way: by the list");
    const { combos } = serverThatAnswers(
      ...[onlyMale, stored, answer("regenerate with data in the way"), onlyMale, stored, onlyMale, stored],
    );
    await expect(combos.waitForCocGeneration("CcByPut0000")).rejects.toMatchObject({
      code: "MATRIX.BLOCKED",
      expected: 1,
      stored: 2,
      missing: [],
      stale: [{ name: "Female" }],
      message: expect.stringContaining("Could not delete category option combo: `Female` due to"),
      cause: { code: "HTTP.CONFLICT" },
    });
  });

  /** An empty list of each resource, for the looks before a delete. */
  const nobody = (resource: string): ScriptedAnswer => ({
    json: { pager: { page: 1, pageCount: 0, pageSize: 500, total: 0 }, [resource]: [] },
  });
  const looks = Object.entries(core.resources.referrers.CategoryCombo ?? {}).flatMap(
    ([resource, properties = []]) => properties.map((property) => ({ resource, property })),
  );

  test("who may use a combo comes from the release's own model", () => {
    const inAll = [
      "dataApprovalWorkflows.categoryCombo",
      "dataElements.categoryCombo",
      "dataSets.categoryCombo",
    ];
    const found = looks.map(({ resource, property }) => `${resource}.${property}`);
    expect(found).toEqual(
      expect.arrayContaining([...inAll, "dataSets.dataSetElements.categoryCombo", "programs.categoryCombo"]),
    );
    expect(found.includes("programs.enrollmentCategoryCombo")).toBe(version === "v43");
    expect(found).not.toContain("categoryOptionCombos.categoryCombo");
  });

  test("delete looks who uses the combo, then deletes", async () => {
    const before = { json: { ...json("metadata with all: by the combo"), isDefault: false } };
    const { combos, sent } = serverThatAnswers(
      before,
      ...looks.map(({ resource }) => nobody(resource)),
      answer("delete a combo"),
    );
    await combos.delete("CcMetaAll00");
    expect(sent.at(-1)).toEqual(request("delete a combo"));
    expect(sent).toHaveLength(looks.length + 2);
    const filters = sent.slice(1, -1).map(({ query }) => query.find(([name]) => name === "filter")?.[1]);
    expect(filters).toEqual(looks.map(({ property }) => `${property}.id:eq:CcMetaAll00`));
  });

  test("BUG-120: delete refuses a combo that data elements use, and names them", async () => {
    const used = recordedGroup(version, "03-queries").step("nested reference id");
    const { combos, sent } = serverThatAnswers(
      answer("read combo"),
      ...looks.map(({ resource }) => (resource === "dataElements" ? used.response : nobody(resource))),
    );
    await expect(combos.delete(combo.id)).rejects.toMatchObject({
      code: "CATEGORY_COMBO.IN_USE",
      users: [
        { resource: "dataElements", property: "categoryCombo", id: "DeAlpha0000", name: "Alpha" },
        { resource: "dataElements", property: "categoryCombo", id: "DeColon0000", name: "Colon: yes" },
      ],
      message: expect.stringContaining("dataElements/DeAlpha0000 (Alpha)"),
    });
    const look = sent.find(({ path }) => path === used.request.path);
    expect(look?.query).toEqual(expect.arrayContaining([["filter", used.request.query.get("filter")]]));
    expect(sent.map(({ method }) => method)).not.toContain("DELETE");
  });

  test("delete of a combo with data, even if used: the server's own conflict", async () => {
    const before = { json: { ...json("after that PUT: by the combo"), isDefault: false } };
    const { combos, sent } = serverThatAnswers(before, answer("delete a combo with data"));
    await expect(combos.delete("CcByPut0000", { evenIfUsed: true })).rejects.toMatchObject({
      code: "HTTP.CONFLICT",
      rows: [{ code: "E4030", message: expect.stringContaining("associated with another object") }],
      message: expect.stringContaining("CategoryOptionCombo"),
    });
    expect(sent[1]).toEqual(request("delete a combo with data"));
  });

  test("BUG-121: the default combo is not deleted: the server would answer 200 and keep it", async () => {
    const [builtIn] = json("default combo").categoryCombos;
    const { combos, sent } = serverThatAnswers({ json: { ...builtIn, isDefault: true } });
    await expect(combos.delete("bjDvmb4bfuf", { evenIfUsed: true })).rejects.toMatchObject({
      code: "CATEGORY_COMBO.DEFAULT",
    });
    expect(answer("delete the default combo").status).toBe(200);
    expect(sent).toHaveLength(1);
  });
});
