import { cores } from "@dhis2w/all-cores";
import type * as v42 from "@dhis2w/core-v42";
import { recordedGroup, recordedReleases, type ScriptedAnswer, scriptedFetch } from "@dhis2w/recordings";
import { basic, createClient } from "@dhis2w/runtime";
import { describe, expect, test } from "vitest";
import { createCategories } from "./categories.ts";
import { createCategoryComboBuilder } from "./category-combo-builder.ts";
import { createCategoryModelMaintenance } from "./category-model-maintenance.ts";
import { createCategoryOptionCombos } from "./category-option-combos.ts";
import { createCategoryOptions } from "./category-options.ts";

/** The steps of the category model, and what our accessors do when the server answers as it did there. */
describe.each(recordedReleases(cores))("recordings of %s", (version, core) => {
  const { step, answer, request } = recordedGroup(version, "04-category-model");
  const json = (name: string) => JSON.parse(answer(name).body);
  const lists = (name: string) => json(name).response.errorReports;

  function serverThatAnswers(...answers: ScriptedAnswer[]) {
    const { fetch, sent } = scriptedFetch(...answers);
    const client = createClient(core, {
      baseUrl: "https://dhis2.test",
      auth: basic("admin", "district"),
      fetch,
      retry: false,
    });
    return {
      sent,
      builder: createCategoryComboBuilder(client),
      categories: createCategories<v42.Core>(client),
      maintenance: createCategoryModelMaintenance(client),
      options: createCategoryOptions<v42.Core>(client),
      rows: createCategoryOptionCombos<v42.Core>(client),
    };
  }

  const list = (resource: string, ...items: object[]): ScriptedAnswer => ({
    json: { pager: { page: 1, pageCount: 1, pageSize: 500, total: items.length }, [resource]: items },
  });
  const options = {
    json: { id: "CatSex00000", name: "Sex", categoryOptions: [{ id: "CoMale00000" }], categoryCombos: [] },
  };

  test("categories.create sends what the server stored, in order, and reads it back", async () => {
    const { categories, sent } = serverThatAnswers(answer("create category age"), answer("read category"));
    const body = request("create category age").body as {
      id: string;
      name: string;
      code: string;
      categoryOptions: { id: string }[];
    };
    await categories.create({
      uid: body.id,
      name: body.name,
      code: body.code,
      categoryOptions: body.categoryOptions.map(({ id }) => id),
    });
    expect(sent[0]).toEqual({
      ...request("create category age"),
      body: { ...body, dataDimension: true },
    });
    expect(sent[1]).toMatchObject({ method: "GET", path: "/api/categories/CatAge00000" });
    expect(sent).toHaveLength(2);
  });

  test("categories.get", async () => {
    const { categories, sent } = serverThatAnswers(answer("read category"));
    expect(await categories.get("CatSex00000")).toMatchObject({
      id: "CatSex00000",
      name: "Sex",
      dataDimensionType: "DISAGGREGATION",
    });
    expect(sent[0]?.path).toBe(step("read category").request.path);
    expect(sent[0]?.query).toEqual([
      ["fields", ":owner,displayName,categoryOptions[id,code,name],categoryCombos[id]"],
    ]);
  });

  test.each([
    ["create category duplicate name", "E5003"],
    ["create category unknown option", "E5002"],
  ])("categories.create: %s is a conflict with a row", async (name, code) => {
    const { categories } = serverThatAnswers(answer(name));
    const made = categories.create({ name: "Sex", categoryOptions: ["CoNowhere00"] });
    await expect(made).rejects.toMatchObject({ code: "HTTP.CONFLICT" });
    expect(lists(name).map(({ errorCode }: { errorCode: string }) => errorCode)).toContain(code);
  });

  test("categories.addOption and removeOption patch as recorded", async () => {
    const { categories, sent } = serverThatAnswers(
      options,
      answer("add an option by PATCH"),
      { json: { ...options.json, categoryOptions: [{ id: "CoOther0000" }], categoryCombos: [] } },
      answer("remove an option by PATCH"),
    );
    expect(await categories.addOption("CatSex00000", "CoOther0000")).toMatchObject({ changed: true });
    expect(sent[1]).toEqual(request("add an option by PATCH"));
    expect(await categories.removeOption("CatSex00000", "CoOther0000")).toMatchObject({ changed: true });
    expect(sent[3]).toEqual(request("remove an option by PATCH"));
    expect(sent).toHaveLength(4);
  });

  test("categories.rename is a patch as recorded for options", async () => {
    const { categories, sent } = serverThatAnswers(answer("rename an option"), answer("read category"));
    await categories.rename("CatSex00000", { name: "Men" });
    expect(sent[0]).toEqual({ ...request("rename an option"), path: "/api/categories/CatSex00000" });
  });

  test("BUG-121: an answer without a report is that of a built-in object", async () => {
    const { categories, options } = serverThatAnswers(
      answer("rename the default combo"),
      answer("rename the default combo"),
    );
    const refusal = { code: "CATEGORY_MODEL.DEFAULT" };
    await expect(categories.rename("GLevLNI9wkl", { name: "Mine" })).rejects.toMatchObject(refusal);
    await expect(options.rename("xYerKDKCefk", { name: "Mine" })).rejects.toMatchObject(refusal);
  });

  test("categories.delete refuses one that combos have, as the server would", async () => {
    const combo = { id: "CcMixed0000", name: "Mixed" };
    const { categories, sent } = serverThatAnswers({
      json: { id: "CatSex00000", name: "Sex", categoryCombos: [combo] },
    });
    await expect(categories.delete("CatSex00000")).rejects.toMatchObject({
      code: "CATEGORY.IN_USE",
      users: [combo],
    });
    expect(sent).toHaveLength(1);
    expect(lists("delete a category in use")).toMatchObject([{ errorCode: "E4030" }]);
  });

  test("categoryOptions.create sends every ordinary property as recorded", async () => {
    const { id: uid, ...option } = request("create option dated").body as { id: string; name: string };
    const { options, sent } = serverThatAnswers(answer("create option dated"), answer("read option"));
    await options.create({ uid, ...option });
    expect(sent[0]).toEqual(request("create option dated"));
    expect(sent[1]).toMatchObject({ method: "GET", path: `/api/categoryOptions/${uid}` });
  });

  test("categoryOptions.rename", async () => {
    const { options, sent } = serverThatAnswers(answer("rename an option"), answer("read option"));
    await options.rename("CoMale00000", { name: "Men" });
    expect(sent[0]).toEqual(request("rename an option"));
  });

  test("BUG-124: categoryOptions.delete refuses one that a category has, and deletes it where told", async () => {
    const rural = { id: "CoRural0000", name: "Rural", categories: [{ id: "CatArea0000", name: "Area" }] };
    const { options, sent } = serverThatAnswers(
      { json: rural },
      { json: rural },
      answer("delete an option in use"),
    );
    await expect(options.delete("CoRural0000")).rejects.toMatchObject({
      code: "CATEGORY_OPTION.IN_USE",
      users: [{ name: "Area" }],
    });
    await options.delete("CoRural0000", { evenIfUsed: true });
    expect(sent[2]).toEqual(request("delete an option in use"));
    expect(answer("delete an option in use").status).toBe(200);
    expect(json("option combos of the deleted option").categoryOptionCombos).toEqual([]);
  });

  test("categoryOptions.delete of one with data: the server's own conflict", async () => {
    const { options } = serverThatAnswers(
      { json: { id: "CoFemale000", name: "Female", categories: [] } },
      answer("delete an option with data"),
    );
    await expect(options.delete("CoFemale000")).rejects.toMatchObject({
      code: "HTTP.CONFLICT",
      rows: [{ code: "E4030" }],
    });
  });

  test("categoryOptionCombos.listForCombo asks by the recorded filter", async () => {
    const stored = json("after POST: by the list").categoryOptionCombos;
    const { rows, sent } = serverThatAnswers(list("categoryOptionCombos", ...stored));
    expect(await rows.listForCombo("CcSexAge000")).toHaveLength(6);
    const recorded = step("after POST: by the list").request;
    expect(sent).toMatchObject([
      { method: "GET", path: recorded.path, query: expect.arrayContaining([["order", "name:asc,id:asc"]]) },
    ]);
    expect(sent[0]?.query).toContainEqual(["filter", recorded.query.get("filter")]);
  });

  test("categoryOptionCombos.setCode", async () => {
    const { rows, sent } = serverThatAnswers(answer("PATCH code of an option combo"));
    const recorded = request("PATCH code of an option combo");
    await rows.setCode(recorded.path.split("/").at(-1) ?? "", "COC_1");
    expect(sent).toEqual([recorded]);
  });

  /** A combo of the two categories as their creation was recorded, with names as they were when it was made. */
  const sexAndAge = {
    json: {
      id: "CcSexAge000",
      categories: [
        { id: "CatSex00000", categoryOptions: named("CoMale00000 Male", "CoFemale000 Female") },
        {
          id: "CatAge00000",
          categoryOptions: named("CoUnder5000 Under 5", "CoAge5to140 5-14", "CoAge15plus 15+"),
        },
      ],
    },
  };
  function named(...texts: string[]) {
    return texts.map((text) => ({ id: text.slice(0, 11), name: text.slice(12) }));
  }

  test("categoryOptionCombos.expectedMatrix has the names that the server puts together", async () => {
    const { rows } = serverThatAnswers(sexAndAge);
    const names = (await rows.expectedMatrix("CcSexAge000")).map(({ name }) => name);
    const stored: { name: string }[] = json("after POST: by the list").categoryOptionCombos;
    expect(names.toSorted()).toEqual(stored.map(({ name }) => name).toSorted());
    expect(names[0]).toBe("Male, Under 5");
  });

  test("categoryOptionCombos.compare tells missing, duplicate and stale apart", async () => {
    const [first, second, ...others] = json("after POST: by the list").categoryOptionCombos;
    const stored = [first, ...others].map((row: object, place: number) => ({ ...row, id: `row${place}` }));
    const twin = { ...stored[0], id: "twin" };
    const foreign = { id: "foreign", name: "Urban", categoryOptions: [{ id: "CoUrban0000" }] };
    const { rows } = serverThatAnswers(sexAndAge, list("categoryOptionCombos", ...stored, twin, foreign));
    const comparison = await rows.compare("CcSexAge000");
    expect(comparison).toMatchObject({
      expected: 6,
      stored: 7,
      missing: [{ name: second.name }],
      duplicate: [{ id: "twin", of: "row0" }],
      stale: [foreign],
    });
  });

  test("the builder sends combo and categories in a bundle, and repairs the matrix as recorded", async () => {
    const stored = {
      options: named("CoMale00000 Men", "CoFemale000 Female", "CoUrban0000 Urban", "CoRural0000 Rural"),
      sex: { id: "CatSex00000", name: "Sex", dataDimensionType: "DISAGGREGATION", categoryCombos: [] },
      area: { id: "CatArea0000", name: "Area", dataDimensionType: "DISAGGREGATION", categoryCombos: [] },
    };
    const sex = named("CoMale00000 Men", "CoFemale000 Female");
    const area = named("CoUrban0000 Urban", "CoRural0000 Rural");
    const withOptions = {
      json: {
        id: "CcMeta00000",
        categories: [
          { id: "CatSex00000", categoryOptions: sex },
          { id: "CatArea0000", categoryOptions: area },
        ],
      },
    };
    const regenerated = json("metadata without, regenerated: by the list").categoryOptionCombos;
    const { builder, sent } = serverThatAnswers(
      list("categoryOptions", ...stored.options),
      list("categories", { ...stored.sex, categoryOptions: sex }, { ...stored.area, categoryOptions: area }),
      list("categoryCombos"),
      answer("metadata: combo without option combos"),
      withOptions,
      list("categoryOptionCombos"),
      answer("metadata: regenerate"),
      withOptions,
      list(
        "categoryOptionCombos",
        ...regenerated.map((row: object, id: number) => ({ id: `${id}`, ...row })),
      ),
    );
    const recorded = request("metadata: combo without option combos");
    const { name } = (recorded.body as { categoryCombos: [{ name: string }] }).categoryCombos[0];
    const report = await builder.ensure({
      name,
      categories: [
        { name: "Sex", options: ["Men", "Female"] },
        { name: "Area", options: ["Urban", "Rural"] },
      ],
    });
    const [combo] = (recorded.body as { categoryCombos: object[] }).categoryCombos;
    expect(sent[3]).toEqual({
      ...recorded,
      body: { categoryCombos: [{ ...combo, id: report.combo, skipTotal: false }] },
    });
    expect(sent[6]).toMatchObject({
      method: request("metadata: regenerate").method,
      path: `/api/maintenance/categoryOptionComboUpdate/categoryCombo/${report.combo}`,
    });
    expect(sent).toHaveLength(9);
    expect(report).toMatchObject({ created: [{ name }], optionCombos: 4 });
    expect(report.reused).toHaveLength(6);
  });

  test("maintenance.regenerate of one combo and of all", async () => {
    const { maintenance, sent } = serverThatAnswers(
      answer("regenerate after POST"),
      answer("regenerate all"),
      answer("regenerate unknown combo"),
    );
    await maintenance.regenerate("CcSexAge000");
    await maintenance.regenerate();
    await expect(maintenance.regenerate("CcNowhere00")).rejects.toMatchObject({ code: "HTTP.CONFLICT" });
    expect(sent).toEqual([
      request("regenerate after POST"),
      request("regenerate all"),
      request("regenerate unknown combo"),
    ]);
  });

  test("BUG-156: a merge that the release has not is refused before any request", async () => {
    const { maintenance, sent } = serverThatAnswers();
    const merge = { sources: ["CoOther0000"], target: "CoUnknown00" };
    const unsupported = { code: "MERGE.UNSUPPORTED" };
    if (version !== "v43") {
      await expect(maintenance.mergeCategories(merge)).rejects.toMatchObject(unsupported);
      await expect(maintenance.mergeCategoryCombos(merge)).rejects.toMatchObject(unsupported);
    }
    if (version === "v41") {
      expect(answer("merge categoryOptions without sources").status).toBe(405);
      await expect(maintenance.mergeCategoryOptions(merge)).rejects.toMatchObject(unsupported);
    }
    expect(sent).toEqual([]);
  });

  test.runIf(version !== "v41")("maintenance.mergeCategoryOptions", async () => {
    const { maintenance, sent } = serverThatAnswers(answer("merge options"), answer("merge options unknown"));
    const merge = { sources: ["CoOther0000"], target: "CoUnknown00" };
    expect(await maintenance.mergeCategoryOptions(merge)).toEqual(["CoOther0000"]);
    expect(sent).toEqual([request("merge options")]);
    await expect(
      maintenance.mergeCategoryOptions({ ...merge, sources: ["CoNowhere00"] }),
    ).rejects.toMatchObject({ code: "HTTP.CONFLICT", rows: [{ type: "CategoryOption", code: "E1533" }] });
  });

  test.runIf(version === "v43")("maintenance.mergeCategories and mergeCategoryCombos", async () => {
    const { maintenance, sent } = serverThatAnswers(answer("merge categories"), answer("merge combos"));
    const conflict = { code: "HTTP.CONFLICT" };
    const merge = { sources: ["CatSix20000"], target: "CatSix10000" };
    await expect(maintenance.mergeCategories(merge)).rejects.toMatchObject(conflict);
    const combos = { sources: ["CcByPatchRe"], target: "CcPatchAdd0" };
    await expect(maintenance.mergeCategoryCombos(combos)).rejects.toMatchObject(conflict);
    expect(sent).toEqual([request("merge categories"), request("merge combos")]);
  });
});
