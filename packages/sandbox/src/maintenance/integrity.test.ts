import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";

const run = "/api/dataIntegrity";

describe.each(versions)("data integrity of version %i (BUG-302)", (version) => {
  /** What checks find after some objects were made. */
  async function found(names: string, objects: object) {
    const { call } = await startedWith({ version });
    expect((await call("POST", "/api/metadata?importStrategy=CREATE", objects)).body.status).toBe("OK");
    await call("POST", `${run}/summary?checks=${names}`);
    await call("POST", `${run}/details?checks=${names}`);
    const { body: summaries } = await call("GET", `${run}/summary`);
    const { body: details } = await call("GET", `${run}/details`);
    return names.split(",").map((name) => ({
      count: summaries[name].count,
      percentage: summaries[name].percentage,
      issues: details[name].issues,
    }));
  }

  it("counts and names what is wrong", async () => {
    const categoryOptions = [
      { id: "CoMale00000", name: "Male", shortName: "Male" },
      { id: "CoLost00000", name: "Lost", shortName: "Lost" },
    ];
    const categories = [
      {
        id: "CatSex00000",
        name: "Sex",
        shortName: "Sex",
        dataDimensionType: "DISAGGREGATION",
        categoryOptions: [{ id: "CoMale00000" }],
      },
      { id: "CatEmpty000", name: "Empty", shortName: "Empty", dataDimensionType: "DISAGGREGATION" },
    ];
    expect(
      await found("categories_no_options,category_options_no_categories", { categoryOptions, categories }),
    ).toEqual([
      { count: 1, percentage: 33, issues: [{ id: "CatEmpty000", name: "Empty" }] },
      { count: 1, percentage: 100 / 3, issues: [{ id: "CoLost00000", name: "Lost" }] },
    ]);
  });

  it("looks at units and groups", async () => {
    const unit = (id: string, name: string, more = {}) => ({
      id,
      name,
      shortName: name,
      openingDate: "2020-01-01",
      ...more,
    });
    const organisationUnits = [unit("OuOne000000", "One"), unit("OuTwo000000", "Two  spaces")];
    const names = "orgunits_multiple_roots,orgunits_multiple_spaces,orgunits_no_coordinates";
    const comment = "One ; Two  spaces";
    expect(await found(names, { organisationUnits })).toEqual([
      {
        count: 2,
        percentage: 100,
        issues: [
          { id: "OuOne000000", name: "One", comment },
          { id: "OuTwo000000", name: "Two  spaces", comment },
        ],
      },
      {
        count: 1,
        percentage: 50,
        issues: [{ id: "OuTwo000000", name: "Two  spaces", comment: "Two  spaces" }],
      },
      {
        count: 2,
        percentage: 100,
        issues: [
          { id: "OuOne000000", name: "One", comment: "1" },
          { id: "OuTwo000000", name: "Two  spaces", comment: "1" },
        ],
      },
    ]);
  });

  it("says nothing of what has not run, of what nobody knows, and refuses what it cannot do", async () => {
    const { call } = await startedWith({ version });
    expect((await call("GET", `${run}?checks=no_such_check`)).body).toEqual([]);
    expect((await call("GET", `${run}/categories_no_options/summary`)).body).toBe("");
    expect((await call("GET", `${run}?checks=CNO`)).body).toMatchObject([{ name: "categories_no_options" }]);
    expect((await call("GET", `${run}?checks=options*empty`)).body).toMatchObject([
      { name: "options_sets_empty" },
    ]);
    expect((await call("GET", run)).status).toBe(501);
    const unknown = await call("POST", `${run}/summary?checks=orgunits_invalid_geometry`);
    expect(unknown.body.message).toBe(
      "The sandbox does not support the data integrity check 'orgunits_invalid_geometry'",
    );
  });

  it("is not at fault in the seeded country", async () => {
    const { call } = await startedWith({ version, seed: "country" });
    const names =
      "categories_no_options,cocs_wrong_cardinality,category_option_combos_disjoint,options_sets_empty";
    await call("POST", `${run}/summary`, names.split(","));
    const { body } = await call("GET", `${run}/summary?checks=${names}`);
    expect(Object.values(body).map((found) => (found as { count: number }).count)).toEqual([0, 0, 0, 0]);
  });
});

describe.each(versions)("data integrity of version %i (BUG-302)", (version) => {
  it.each([
    ["%00", undefined],
    ["%C3%A9,toString", undefined],
    ["", ["\ud800"]],
    ["", ["a,b", "__proto__"]],
  ])("has an answer to checks nobody knows: %s %j", async (names, body) => {
    const { call } = await startedWith({ version });
    const { status } = await call("POST", `${run}/summary?checks=${names}`, body);
    expect([200, 404, 409, 501]).toContain(status);
  });
});

describe.each(versions)("maintenance of version %i (BUG-302)", (version) => {
  it("answers what it did, and knows no other", async () => {
    const { call } = await startedWith({ version });
    const done = version >= 43 ? 200 : 204;
    expect((await call("POST", "/api/maintenance?cacheClear=true")).status).toBe(done);
    expect((await call("PUT", "/api/maintenance/ouPathsUpdate")).status).toBe(done);
    expect((await call("POST", "/api/maintenance/softDeletedProgramInstanceRemoval")).status).toBe(
      version === 41 ? 204 : 404,
    );
    expect((await call("POST", "/api/maintenance/noSuchOperation")).status).toBe(404);
    expect(
      (await call("POST", "/api/maintenance/dataPruning/organisationUnits/OuNowhere00")).body.message,
    ).toBe("Organisation unit does not exist: OuNowhere00");
  });

  it.each([
    ["#{DeOne000000} / 2", 200, "OK", "One / 2"],
    ["(#{DeOne000000} + -1) * C{ConstPi0000} ^ 2", 200, "OK", "(One + -1) * Pi ^ 2"],
    ["#{DeOne000000", 200, "ERROR", undefined],
    ["#{DeOne000000} 2", 200, "ERROR", undefined],
    ["(1 + 2", 200, "ERROR", undefined],
    ["", 200, "ERROR", undefined],
    ["if(1,2,3)", 501, "ERROR", undefined],
    ["#{DeNowhere00}", 501, "ERROR", undefined],
    ["#{DeOne000000.CoMale00000}", 501, "ERROR", undefined],
  ])("describes %s", async (expression, status, outcome, description) => {
    const { call } = await startedWith({ version });
    const element = { valueType: "NUMBER", domainType: "AGGREGATE", aggregationType: "SUM" };
    await call("POST", "/api/dataElements", { id: "DeOne000000", name: "One", shortName: "One", ...element });
    await call("POST", "/api/constants", { id: "ConstPi0000", name: "Pi", shortName: "Pi", value: 3.14 });
    const answer = await call("POST", "/api/indicators/expression/description", expression, "text/plain");
    expect([answer.status, answer.body.status, answer.body.description]).toEqual([
      status,
      outcome,
      description,
    ]);
  });
});
