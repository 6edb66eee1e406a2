import { beforeAll, describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { type Called, startedWith } from "../testing/started.ts";

const element = (id: string, name: string, more: object = {}): object => ({
  id,
  name,
  shortName: name,
  domainType: "AGGREGATE",
  valueType: "NUMBER",
  aggregationType: "SUM",
  ...more,
});

const bundle = {
  optionSets: [{ id: "OsYesNo0000", name: "Yes or no", valueType: "TEXT" }],
  dataElements: [
    element("DeAlpha0000", "Alpha", { code: "A" }),
    element("DeBeta00000", "Beta", { code: "B", optionSet: { id: "OsYesNo0000" }, valueType: "TEXT" }),
    element("DeGamma0000", "Gamma"),
  ],
  dataElementGroups: [
    {
      id: "DegOne00000",
      name: "One",
      shortName: "One",
      dataElements: [{ id: "DeAlpha0000" }, { id: "DeBeta00000" }],
    },
    { id: "DegTwo00000", name: "Two", shortName: "Two", dataElements: [{ id: "DeAlpha0000" }] },
  ],
};

describe.each(versions)("the gist of version %i", (version) => {
  let get: (path: string) => Promise<Called>;
  beforeAll(async () => {
    const { call } = await startedWith({ version });
    const made = await call("POST", "/api/metadata", bundle);
    expect(made.status).toBe(200);
    get = (path) => call("GET", `/api/${path}`);
  });
  const list = async (query: string): Promise<unknown> =>
    (await get(`dataElements/gist?${query}`)).body.dataElements;
  const names = (query: string): Promise<unknown> => list(`fields=name&${query}`);
  const root = version === 41 ? "" : "/api";

  it("shows more of an object the larger it is asked for", async () => {
    const [small] = (await list("auto=XS")) as object[];
    expect(small).toEqual({ id: "DeAlpha0000", code: "A", name: "Alpha", shortName: "Alpha" });
    const { body: large } = await get("dataElements/DeAlpha0000/gist");
    expect(large).toMatchObject({
      attributeValues: {},
      dataElementGroups: ["DegOne00000", "DegTwo00000"],
      dataSetElements: 0,
    });
    expect(large).not.toHaveProperty("sharing");
  });

  it("shows one field as a list of values, several as objects", async () => {
    expect(await list("fields=id")).toEqual(["DeAlpha0000", "DeBeta00000", "DeGamma0000"]);
    expect(await list("fields=code&order=id")).toEqual(["A", "B", null]);
    expect(await list("fields=id,code&filter=code:null")).toEqual([{ id: "DeGamma0000" }]);
  });

  it.each([
    ["size", [2, 1, 0]],
    ["isNotEmpty", [true, true, false]],
    ["member(DegTwo00000)", [true, false, false]],
    ["not-member(DegTwo00000)", [false, true, true]],
    ["ids", [["DegOne00000", "DegTwo00000"], ["DegOne00000"], undefined]],
    ["id-objects", [[{ id: "DegOne00000" }, { id: "DegTwo00000" }], [{ id: "DegOne00000" }], undefined]],
    ["pluck(name)", [["One", "Two"], ["One"], undefined]],
    ["pluck(id,name)", [expect.anything(), [{ id: "DegOne00000", name: "One" }], undefined]],
  ])("transforms a collection by %s", async (transform, expected) => {
    const entries = (await list(`fields=id,dataElementGroups::${transform}&references=false&order=id`)) as {
      dataElementGroups?: unknown;
    }[];
    expect(entries.map(({ dataElementGroups }) => dataElementGroups)).toEqual(expected);
  });

  it("links what an entry refers to, where there is something", async () => {
    const entries = (await list("fields=id,dataElementGroups::size,categoryCombo&order=id")) as {
      categoryCombo: string;
      apiEndpoints: object;
    }[];
    const [alpha, , gamma] = entries;
    const combo = { categoryCombo: `${root}/categoryCombos/${alpha?.categoryCombo ?? ""}/gist` };
    expect(alpha?.apiEndpoints).toEqual({
      ...combo,
      dataElementGroups: `${root}/dataElements/DeAlpha0000/dataElementGroups/gist`,
    });
    expect(gamma?.apiEndpoints).toEqual(combo);
  });

  it("joins what a reference leads to: entries without it fall out", async () => {
    expect(await list("fields=id,optionSet[id,name]")).toEqual([
      { id: "DeBeta00000", optionSet: { id: "OsYesNo0000", name: "Yes or no" } },
    ]);
  });

  it("shows references and collections of nothing as the release does (BUG-296)", async () => {
    const [, , gamma] = (await list("fields=id,dataElementGroups[id,name]&order=id")) as object[];
    expect(gamma).toEqual({ id: "DeGamma0000", ...(version >= 43 ? { dataElementGroups: [] } : {}) });
    const [alpha] = (await list("auto=XL&order=id")) as { categoryCombo: unknown }[];
    expect(typeof alpha?.categoryCombo).toBe(version >= 43 ? "string" : "object");
  });

  it.each([
    ["name:like:*a&order=name:desc", ["Gamma", "Beta", "Alpha"]],
    ["name:like:et", ["Beta"]],
    ["name:$ilike:al", ["Alpha"]],
    ["name:!like:a", []],
    ["code:!null,name:like:Al", ["Alpha"]],
    ["code:in:[A,B]", ["Alpha", "Beta"]],
    ["dataElementGroups:empty", ["Gamma"]],
    ["dataElementGroups:gt:1", ["Alpha"]],
    ["dataElementGroups:in:[DegTwo00000]", ["Alpha"]],
    ["dataElementGroups.name:eq:One", ["Alpha", "Beta"]],
    ["optionSet.name:like:Yes", ["Beta"]],
    ["0:name:eq:Alpha,0:name:eq:Gamma,code:!null", ["Alpha"]],
    ["created:lt:now,valueType:eq:TEXT", []],
  ])("filters by %s", async (filter, expected) => {
    expect(await names(`filter=${filter}`)).toEqual(expected);
  });

  it("joins filters by OR where asked to", async () => {
    expect(await names("filter=code:eq:A,code:eq:B&rootJunction=OR")).toEqual(["Alpha", "Beta"]);
  });

  it("keeps to what does not work on real servers (BUG-297)", async () => {
    expect(await names("filter=name:ieq:ALPHA")).toEqual([]);
    expect(await names("filter=name:ieq:alpha")).toEqual(["Alpha"]);
    expect(await names("filter=name:eq:5")).toEqual(["Alpha", "Gamma"]);
    expect((await get("dataElements/gist?fields=id,dataElementGroups::isEmpty")).status).toBe(409);
    expect((await get("dataElements/gist?filter=id:canRead")).status).toBe(version >= 43 ? 500 : 200);
  });

  it("pages with links of the release (BUG-295)", async () => {
    const { pager } = (await get("dataElements/gist?fields=id,name&pageSize=2&page=1")).body;
    const next = `/dataElements/gist?fields=id,name&pageSize=2&page=2`;
    expect(pager).toEqual({
      page: 1,
      pageSize: 2,
      nextPage: version === 41 ? next : `http://sandbox.dhis2.test/api${next}`,
    });
    const last = (await get("dataElements/gist?fields=id&pageSize=2&page=2")).body.pager;
    expect(last).toHaveProperty("prevPage");
    expect("nextPage" in last).toBe(version >= 43);
    const counted = (await get("dataElements/gist?fields=id&pageSize=2&page=2&total=true")).body.pager;
    expect(counted).toMatchObject({ total: 3, pageCount: 2 });
    expect(counted).not.toHaveProperty("nextPage");
  });

  it("describes its plan where the release does (BUG-297)", async () => {
    const { body } = await get(
      "dataElements/gist?describe=true&fields=id,categoryCombo,optionSet&order=name",
    );
    if (version >= 43) {
      expect(body).toHaveProperty("dataElements");
      return;
    }
    expect(body).toMatchObject({
      unplanned: { fields: [{ propertyPath: "id", transformation: "AUTO" }, {}, {}], auto: "S" },
      planned: { summary: ["id", "categoryCombo", "optionSet", "apiEndpoints"] },
      status: "ok",
    });
    expect(body.hql.fetch).toBe(
      "select e.uid, e.categoryCombo.uid, (select t_2.uid from OptionSet t_2 where t_2 = e.optionSet), cast(null as char) from DataElement e where (1=1) and (1=1) order by  e.name asc",
    );
    expect((await get("dataElements/gist?describe=true&filter=name:eq:A")).status).toBe(501);
  });

  it("answers as a bare list, under another name, and as CSV", async () => {
    expect((await get("dataElements/gist?fields=id&headless=true")).body).toHaveLength(3);
    expect((await get("dataElements/gist?fields=id&pageListName=items")).body.items).toHaveLength(3);
    const { body } = await get(
      "dataElements/gist.csv?fields=id,code,optionSet.name::rename(set)&references=false",
    );
    expect(body).toBe("id,code,set\nDeBeta00000,B,Yes or no\n");
  });

  it("has the gist of a collection, of what is not in it, and of a plain property", async () => {
    const path = "dataElementGroups/DegOne00000/dataElements/gist?fields=name";
    expect((await get(path)).body.dataElements).toEqual(["Alpha", "Beta"]);
    expect((await get(`${path}&inverse=true`)).body.dataElements).toEqual(["Gamma"]);
    expect((await get("dataElementGroups/DegOne00000/name/gist")).body).toBe("One");
  });

  it.each([
    ["dataElements/gist?fields=noSuch", 400, "Property `noSuch` does not exist in dataElement"],
    ["dataElements/gist?filter=name", 400, "Not a valid filter expression: name"],
    ["dataElements/gist?filter=name:nope:1", 400, "Not an comparison operator symbol: nope"],
    ["dataElements/gist?filter=valueType:eq:NO", 400, expect.stringContaining("is not compatible")],
    ["dataElements/gist?order=dataElementGroups", 400, expect.stringContaining("order property")],
    ["dataElements/gist?auto=nope", 400, expect.stringContaining("[XL, L, M, S, XS]")],
    ["dataElements/DeNowhere00/gist", 404, "DataElement with id DeNowhere00 could not be found."],
    ["dataElementGroups/DegOne00000/noSuch/gist", 400, "No such property: noSuch"],
  ])("refuses %s", async (path, status, message) => {
    expect(await get(path)).toMatchObject({ status, body: { message } });
  });

  it("shows to others what is shared with them", async () => {
    const { sandbox, call } = await startedWith({
      version,
      users: [{ username: "reader", password: "District1!" }],
    });
    await call("POST", "/api/metadata", bundle);
    await call("POST", "/api/sharing?type=dataElement&id=DeAlpha0000", {
      object: { publicAccess: "--------" },
    });
    const seen = async (path: string): Promise<unknown> =>
      (
        await sandbox.fetch(`${sandbox.baseUrl}/api/${path}`, {
          headers: { Authorization: `Basic ${btoa("reader:District1!")}` },
        })
      ).json();
    expect(await seen("dataElements/gist?fields=name&total=true")).toMatchObject({
      pager: { total: 2 },
      dataElements: ["Beta", "Gamma"],
    });
    expect(await seen("dataElementGroups/gist?fields=dataElements::ids&references=false")).toMatchObject({
      dataElementGroups: [["DeBeta00000"], null],
    });
    expect(await seen("dataElements/DeAlpha0000/gist")).toMatchObject({ httpStatusCode: 404 });
  });

  it("is held to its parameters in strict mode", async () => {
    const { call } = await startedWith({ version, strict: true });
    expect(await call("GET", "/api/dataElements/gist?filters=a:eq:b")).toMatchObject({
      status: 400,
      body: { message: "'filters' is not a parameter of this endpoint; did you mean 'filter'?" },
    });
    expect((await call("GET", "/api/dataElements/gist?fields=id&headless=true")).status).toBe(200);
  });
});
