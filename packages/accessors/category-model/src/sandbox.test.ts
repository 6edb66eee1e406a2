import { cores } from "@dhis2w/all-cores";
import { createCategoryCombos } from "@dhis2w/category-combos";
import type * as v42 from "@dhis2w/core-v42";
import { basic, createClient } from "@dhis2w/runtime";
import { createSandbox } from "@dhis2w/sandbox";
import { describe, expect, test } from "vitest";
import { createCategories } from "./categories.ts";
import { createCategoryComboBuilder } from "./category-combo-builder.ts";
import { createCategoryModelMaintenance } from "./category-model-maintenance.ts";
import { createCategoryOptionCombos } from "./category-option-combos.ts";
import { createCategoryOptions } from "./category-options.ts";
import type { ComboSpec } from "./combo-spec.ts";

describe.each(Object.values(cores))("against a sandbox of $server.release", (core) => {
  /** A server and the accessors; `sent` are the requests, `before` sees each and can answer or fail itself. */
  async function server(before?: (line: string) => Promise<void>) {
    const sandbox = await createSandbox({ version: core.server.version, strict: true });
    const sent: string[] = [];
    const client = createClient<v42.Core>(core, {
      baseUrl: sandbox.baseUrl,
      auth: basic("admin", "district"),
      retry: false,
      fetch: async (request) => {
        const { pathname, searchParams } = new URL(request.url);
        const mode = searchParams.get("importMode");
        const line = `${request.method} ${pathname}${mode === null ? "" : ` ${mode}`}`;
        sent.push(line);
        await before?.(line);
        return sandbox.fetch(request);
      },
    });
    return {
      client,
      sent,
      builder: createCategoryComboBuilder(client),
      categories: createCategories<v42.Core>(client),
      combos: createCategoryCombos<v42.Core>(client),
      maintenance: createCategoryModelMaintenance(client),
      options: createCategoryOptions<v42.Core>(client),
      rows: createCategoryOptionCombos<v42.Core>(client),
    };
  }
  const writes = (sent: readonly string[]) => sent.filter((line) => !line.startsWith("GET"));
  const names = (parts: readonly { readonly name: string }[]) => parts.map(({ name }) => name);
  const sexAndAge: ComboSpec = {
    name: "Sex and age",
    code: "SEXAGE",
    categories: [
      { name: "Sex", options: ["Male", "Female"] },
      { name: "Age", options: ["Under 5", { name: "5-14", code: "5TO14" }, "15+, all"] },
    ],
  };
  const reads = ["GET /api/categoryOptions", "GET /api/categories", "GET /api/categoryCombos"];

  describe("categoryComboBuilder", () => {
    test("makes everything in one bundle, and nothing in a second run", async () => {
      const { builder, combos, rows, sent } = await server();
      const report = await builder.ensure(sexAndAge);
      const look = [`GET /api/categoryCombos/${report.combo}`, "GET /api/categoryOptionCombos"];
      const repair = `POST /api/maintenance/categoryOptionComboUpdate/categoryCombo/${report.combo}`;
      expect(sent).toEqual([...reads, "POST /api/metadata", ...look, repair, ...look]);
      expect(names(report.created)).toEqual([
        ...["Male", "Female", "Sex", "Under 5", "5-14", "15+, all", "Age", "Sex and age"],
      ]);
      expect(report).toMatchObject({ reused: [], appended: [], optionCombos: 6, staleCombos: [] });
      expect(names(await rows.listForCombo(report.combo))).toContain("Female, 15+, all");
      const combo = await combos.get(report.combo);
      expect(combo).toMatchObject({ name: "Sex and age", code: "SEXAGE", skipTotal: false });
      expect(names(combo.categories)).toEqual(["Sex", "Age"]);

      sent.length = 0;
      const again = await builder.ensure(sexAndAge);
      expect(sent).toEqual([...reads, ...look]);
      expect(again).toMatchObject({ combo: report.combo, created: [], appended: [], optionCombos: 6 });
      expect(again.reused).toEqual(report.created);
    });

    test("appends what is missing, keeps what is there and its order, and names other combos", async () => {
      const { builder, categories, combos, sent } = await server();
      const first = await builder.ensure(sexAndAge);
      const sex = first.created.find(({ name }) => name === "Sex")?.id ?? "";
      await categories.update(sex, { description: "As registered" });
      const other = await combos.create({ name: "Sex only", categories: [sex] });
      sent.length = 0;
      const wider: ComboSpec = {
        name: "Sex and age",
        categories: [
          { name: "Area", options: ["Urban", "Rural"] },
          { name: "Sex", options: ["Unknown sex", "Female"] },
        ],
      };
      const report = await builder.ensure(wider);
      expect(writes(sent)).toHaveLength(2);
      expect(names(report.created)).toEqual(["Urban", "Rural", "Area", "Unknown sex"]);
      expect(report.appended).toMatchObject([
        { to: { type: "category", name: "Sex" }, added: [{ name: "Unknown sex" }] },
        { to: { type: "categoryCombo" }, added: [{ type: "category", name: "Area" }] },
      ]);
      expect(report).toMatchObject({ optionCombos: 18, staleCombos: [other.id] });
      const stored = await categories.get(sex);
      expect(names(stored.categoryOptions)).toEqual(["Male", "Female", "Unknown sex"]);
      expect(stored).toMatchObject({ description: "As registered" });
      expect(names((await combos.get(report.combo)).categories)).toEqual(["Sex", "Age", "Area"]);
      sent.length = 0;
      await builder.ensure(wider);
      expect(writes(sent)).toEqual([]);
    });

    test("a dry run has the server check the bundle and stores nothing", async () => {
      const { builder, client, sent } = await server();
      const report = await builder.ensure(sexAndAge, { dryRun: true });
      expect(sent).toEqual([...reads, "POST /api/metadata VALIDATE"]);
      expect(report.created).toHaveLength(8);
      expect(report.optionCombos).toBe(6);
      expect(await client.resources.categoryCombos.count()).toBe(1);
      expect(await client.resources.categoryOptions.count()).toBe(1);
    });

    test("two that race end with one combo", async () => {
      let waiting = 0;
      let release = () => {};
      const both = new Promise<void>((resolve) => {
        release = resolve;
      });
      const { builder, client } = await server(async (line) => {
        if (line !== "POST /api/metadata") return;
        waiting += 1;
        if (waiting === 2) release();
        await both;
      });
      const [one, other] = await Promise.all([builder.ensure(sexAndAge), builder.ensure(sexAndAge)]);
      expect(one.combo).toBe(other.combo);
      expect([one.created.length, other.created.length].sort()).toEqual([0, 8]);
      expect(await client.resources.categoryCombos.count({ filter: ["name:eq:Sex and age"] })).toBe(1);
      expect(
        await client.resources.categoryOptionCombos.count({ filter: [`categoryCombo.id:eq:${one.combo}`] }),
      ).toBe(6);
    });

    test("a bundle whose answer is lost is looked for, not sent again", async () => {
      const sandbox = await createSandbox({ version: core.server.version, strict: true });
      let lost = 0;
      const client = createClient<v42.Core>(core, {
        baseUrl: sandbox.baseUrl,
        auth: basic("admin", "district"),
        retry: false,
        fetch: async (request) => {
          const answer = await sandbox.fetch(request);
          if (!request.url.endsWith("/api/metadata")) return answer;
          lost += 1;
          throw new TypeError("the line dropped");
        },
      });
      const report = await createCategoryComboBuilder(client).ensure(sexAndAge);
      expect(lost).toBe(1);
      expect(report).toMatchObject({ created: [], optionCombos: 6 });
    });

    test("a failure half-way says what exists, and another run goes on from there", async () => {
      let broken = true;
      const { builder, combos } = await server(async (line) => {
        if (broken && line.includes("/maintenance/")) throw new TypeError("the line dropped");
      });
      const failure = await builder.ensure(sexAndAge).catch((error: unknown) => error);
      expect(failure).toMatchObject({
        code: "CATEGORY_MODEL.INCOMPLETE",
        report: { optionCombos: 6 },
        cause: { code: "NETWORK.FAILED" },
      });
      const { report } = failure as { report: { combo: string; created: object[] } };
      expect(report.created).toHaveLength(8);
      expect((await combos.get(report.combo)).name).toBe("Sex and age");
      broken = false;
      expect(await builder.ensure(sexAndAge)).toMatchObject({ combo: report.combo, created: [] });
      expect(await combos.waitForCocGeneration(report.combo)).toBe(6);
    });

    test("what the server refuses is its conflict, and nothing is stored", async () => {
      const { builder, client, options } = await server();
      await options.create({ name: "Other", shortName: "Male" });
      await expect(builder.ensure(sexAndAge)).rejects.toMatchObject({ code: "HTTP.CONFLICT" });
      expect(await client.resources.categories.count()).toBe(1);
    });

    test("a combo in use gets no further category, but its categories get options", async () => {
      const { builder, client, sent } = await server();
      const { combo } = await builder.ensure(sexAndAge);
      await client.resources.dataElements.create({
        name: "Births",
        shortName: "Births",
        domainType: "AGGREGATE",
        valueType: "NUMBER",
        aggregationType: "SUM",
        categoryCombo: { id: combo },
      });
      sent.length = 0;
      const area = { name: "Area", options: ["Urban"] };
      await expect(builder.ensure({ name: "Sex and age", categories: [area] })).rejects.toMatchObject({
        code: "CATEGORY_COMBO.IN_USE",
        users: [{ resource: "dataElements", name: "Births" }],
      });
      expect(writes(sent)).toEqual([]);
      const sex = { name: "Sex", options: ["Unknown sex"] };
      expect(await builder.ensure({ name: "Sex and age", categories: [sex] })).toMatchObject({
        optionCombos: 9,
      });
    });

    test.each<[string, string, ComboSpec]>([
      ["another case", "MISMATCH", { name: "X", categories: [{ name: "sex", options: ["Male"] }] }],
      ["another code", "MISMATCH", { name: "Sex and age", code: "OTHER", categories: sexAndAge.categories }],
      ["another kind", "MISMATCH", { ...sexAndAge, dataDimensionType: "ATTRIBUTE" }],
      [
        "an option of another category",
        "SHARED_OPTION",
        { name: "Sex and age", categories: [{ name: "Gender", options: ["Male"] }] },
      ],
    ])("%s than what is there is refused before any write", async (_, code, spec) => {
      const { builder, sent } = await server();
      await builder.ensure(sexAndAge);
      sent.length = 0;
      await expect(builder.ensure(spec)).rejects.toMatchObject({ code: `CATEGORY_MODEL.${code}` });
      expect(writes(sent)).toEqual([]);
    });

    test.each<[string, ComboSpec]>([
      ["no category", { name: "X", categories: [] }],
      ["a category without options", { name: "X", categories: [{ name: "Sex", options: [] }] }],
      ["an option twice", { name: "X", categories: [{ name: "Sex", options: ["Male", "Male"] }] }],
      [
        "options that differ in case",
        { name: "X", categories: [{ name: "Sex", options: ["Male", "MALE"] }] },
      ],
      [
        "options that differ in blanks",
        { name: "X", categories: [{ name: "Sex", options: ["A B", "A  B"] }] },
      ],
      ["blanks at the ends", { name: "X", categories: [{ name: "Sex", options: ["Male "] }] }],
      ["a name that is built in", { name: "default", categories: [{ name: "Sex", options: ["Male"] }] }],
      ["an empty name", { name: "", categories: [{ name: "Sex", options: ["Male"] }] }],
      [
        "a long name without a short one",
        { name: "X", categories: [{ name: "Sex", options: ["x".repeat(51)] }] },
      ],
      [
        "categories that differ in case",
        {
          name: "X",
          categories: [
            { name: "Sex", options: ["Male"] },
            { name: "SEX", options: ["Female"] },
          ],
        },
      ],
    ])("%s is refused before any request", async (_, spec) => {
      const { builder, sent } = await server();
      await expect(builder.ensure(spec)).rejects.toBeInstanceOf(RangeError);
      expect(sent).toEqual([]);
    });

    test("an option in two categories is refused before any request", async () => {
      const { builder, sent } = await server();
      const spec = {
        name: "X",
        categories: [
          { name: "Sex", options: ["Male", "Unknown"] },
          { name: "Age", options: ["Old", "unknown"] },
        ],
      };
      await expect(builder.ensure(spec)).rejects.toMatchObject({
        code: "CATEGORY_MODEL.SHARED_OPTION",
        categories: ["Sex", "Age"],
      });
      expect(sent).toEqual([]);
    });

    test("a combo above the limits of the release is refused before any write", async () => {
      const { builder, sent } = await server();
      const category = (name: string, size: number) => ({
        name,
        options: Array.from({ length: size }, (_, place) => `${name} ${place}`),
      });
      const tooLarge = [
        { name: "Six", categories: ["A", "B", "C", "D", "E", "F"].map((name) => category(name, 1)) },
        { name: "Long", categories: [category("G", 51)] },
        { name: "Many", categories: [category("H", 26), category("I", 20)] },
      ];
      for (const spec of tooLarge)
        if (core.server.version === 41) await builder.ensure(spec);
        else await expect(builder.ensure(spec)).rejects.toMatchObject({ code: "CATEGORY_MODEL.LIMIT" });
      if (core.server.version !== 41) expect(writes(sent)).toEqual([]);
    });
  });

  test("a category's life: made, renamed, its options changed, deleted", async () => {
    const { categories, combos, options, rows } = await server();
    const [male, female, other] = await Promise.all(
      ["Male", "Female", "Other"].map((name) => options.create({ name })),
    );
    if (male === undefined || female === undefined || other === undefined) throw new Error("three were made");
    const sex = await categories.create({ name: "Sex", code: "SEX", categoryOptions: [male.id, female.id] });
    expect(sex).toMatchObject({ shortName: "Sex", dataDimension: true, dataDimensionType: "DISAGGREGATION" });
    expect(names(sex.categoryOptions)).toEqual(["Male", "Female"]);
    const combo = await combos.create({ name: "Sex", categories: [sex.id] });

    expect(await categories.addOption(sex.id, other.id)).toEqual({ changed: true, staleCombos: [combo.id] });
    expect(await categories.addOption(sex.id, other.id)).toEqual({ changed: false, staleCombos: [] });
    expect(await rows.compare(combo.id)).toMatchObject({
      expected: 3,
      stored: 2,
      missing: [{ name: "Other", categoryOptions: [{ id: other.id, name: "Other" }] }],
      duplicate: [],
      stale: [],
    });
    expect(await combos.waitForCocGeneration(combo.id)).toBe(3);

    expect(await categories.reorderOptions(sex.id, [other.id, male.id, female.id])).toBe(true);
    expect(await categories.reorderOptions(sex.id, [other.id, male.id, female.id])).toBe(false);
    await expect(categories.reorderOptions(sex.id, [male.id, female.id])).rejects.toBeInstanceOf(RangeError);
    expect(names((await categories.get(sex.id)).categoryOptions)).toEqual(["Other", "Male", "Female"]);
    expect(names(await rows.expectedMatrix(combo.id))).toEqual(["Other", "Male", "Female"]);

    expect(await categories.removeOption(sex.id, other.id)).toMatchObject({ changed: true });
    expect((await rows.compare(combo.id)).stale).toMatchObject([{ name: "Other" }]);
    expect(await categories.rename(sex.id, { name: "Gender", code: null })).not.toHaveProperty("code");
    expect(await categories.update(sex.id, { dataDimension: false })).toMatchObject({ name: "Gender" });

    await expect(categories.delete(sex.id)).rejects.toMatchObject({
      code: "CATEGORY.IN_USE",
      users: [{ id: combo.id, name: "Sex" }],
    });
    await combos.delete(combo.id);
    await categories.delete(sex.id);
    await expect(categories.get(sex.id)).rejects.toMatchObject({ code: "HTTP.NOT_FOUND" });
    expect((await options.get(male.id)).categories).toEqual([]);
  });

  test("an option that another category of a combo has is not added", async () => {
    const { builder, categories, sent } = await server();
    const { created } = await builder.ensure(sexAndAge);
    const uidOf = (name: string) => created.find((part) => part.name === name)?.id ?? "";
    sent.length = 0;
    await expect(categories.addOption(uidOf("Sex"), uidOf("Under 5"))).rejects.toMatchObject({
      code: "CATEGORY_MODEL.SHARED_OPTION",
      categories: ["Sex", "Age"],
    });
    expect(writes(sent)).toEqual([]);
  });

  test("an option's life: made, limited in time, renamed, deleted", async () => {
    const { builder, maintenance, options, rows } = await server();
    const project = await options.create({ name: "Project A", startDate: "2026-01-01", code: "A" });
    expect(project).toMatchObject({ shortName: "Project A", code: "A", categories: [] });
    expect(project.startDate).toMatch(/^2026-01-01/);
    const open = await options.setValidity(project.id, { startDate: null, endDate: "2026-12-31" });
    expect(open.startDate).toBeUndefined();
    expect(open.endDate).toMatch(/^2026-12-31/);
    await expect(options.setValidity(project.id, { endDate: "2026-02-30" })).rejects.toBeInstanceOf(
      RangeError,
    );
    const upsideDown = { startDate: "2026-02-01", endDate: "2026-01-01" };
    await expect(options.setValidity(project.id, upsideDown)).rejects.toBeInstanceOf(RangeError);

    const { combo } = await builder.ensure({
      name: "Projects",
      categories: [{ name: "Project", options: ["Project A", "Project B"] }],
    });
    await options.rename(project.id, { name: "Project 1" });
    expect(names(await rows.listForCombo(combo))).toEqual(["Project A", "Project B"]);
    await maintenance.regenerate(combo);
    expect(names(await rows.listForCombo(combo))).toEqual(["Project 1", "Project B"]);
    await maintenance.regenerate();

    await expect(options.delete(project.id)).rejects.toMatchObject({
      code: "CATEGORY_OPTION.IN_USE",
      users: [{ name: "Project" }],
    });
    await options.delete(project.id, { evenIfUsed: true });
    expect(names(await rows.listForCombo(combo))).toEqual(["Project B"]);
  });

  test("an option combo gets a code and loses it", async () => {
    const { builder, rows } = await server();
    const { combo } = await builder.ensure(sexAndAge);
    const [row] = await rows.listForCombo(combo);
    if (row === undefined) throw new Error("there are six");
    await rows.setCode(row.id, "F_5TO14");
    expect(await rows.get(row.id)).toMatchObject({ code: "F_5TO14", name: row.name });
    await rows.setCode(row.id, null);
    expect(await rows.get(row.id)).not.toHaveProperty("code");
  });

  test("built-in objects stay as they are", async () => {
    const { categories, client, options } = await server();
    const refusal = { code: "CATEGORY_MODEL.DEFAULT" };
    const [category] = await client.resources.categories.list({ filter: ["name:eq:default"] });
    const [option] = await client.resources.categoryOptions.list({ filter: ["name:eq:default"] });
    if (category === undefined || option === undefined) throw new Error("every server has them");
    await expect(categories.rename(category.id, { name: "Mine" })).rejects.toMatchObject(refusal);
    await expect(categories.removeOption(category.id, option.id)).rejects.toMatchObject(refusal);
    await expect(categories.delete(category.id)).rejects.toMatchObject(refusal);
    await expect(options.rename(option.id, { name: "Mine" })).rejects.toMatchObject(refusal);
    await expect(options.delete(option.id, { evenIfUsed: true })).rejects.toMatchObject(refusal);
  });

  test("merges where the release has them", async () => {
    const { builder, combos, maintenance, rows, sent } = await server();
    const { combo, created } = await builder.ensure(sexAndAge);
    const uidOf = (name: string) => created.find((part) => part.name === name)?.id ?? "";
    const merge = { sources: [uidOf("Under 5")], target: uidOf("5-14") };
    sent.length = 0;
    if (core.server.version === 41) {
      await expect(maintenance.mergeCategoryOptions(merge)).rejects.toMatchObject({
        code: "MERGE.UNSUPPORTED",
      });
      await expect(maintenance.mergeDuplicates(combo, "DISCARD")).rejects.toMatchObject({
        code: "MERGE.UNSUPPORTED",
      });
      expect(sent).toEqual([]);
      return;
    }
    expect(await maintenance.mergeCategoryOptions(merge)).toEqual(merge.sources);
    const gone = await maintenance.mergeDuplicates(combo, "LAST_UPDATED");
    const { duplicate } = await rows.compare(combo);
    expect(duplicate).toEqual([]);
    expect(gone).toHaveLength(2);
    expect(await combos.waitForCocGeneration(combo)).toBe(4);
    const categories = maintenance.mergeCategories({ sources: [uidOf("Sex")], target: uidOf("Age") });
    await expect(categories).rejects.toMatchObject({
      code: core.server.version === 42 ? "MERGE.UNSUPPORTED" : "HTTP.CONFLICT",
    });
  });
});
