import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";

const unit = { id: "OuCountry00", name: "Country", shortName: "Country", openingDate: "2020-01-01" };
const element = {
  id: "DeOne000000",
  name: "One",
  shortName: "One",
  valueType: "NUMBER",
  domainType: "AGGREGATE",
  aggregationType: "SUM",
};
const axis = (dimension: string, ...items: string[]) => [{ dimension, items: items.map((id) => ({ id })) }];
const visualization = {
  id: "VizOne00000",
  name: "One",
  type: "COLUMN",
  columns: axis("dx", "DeOne000000", "DeNowhere00"),
  rows: axis("pe", "LAST_12_MONTHS", "202401"),
  filters: axis("ou", "OuCountry00", "USER_ORGUNIT", "LEVEL-2"),
};

describe.each(versions)("analytical objects of version %i", (version) => {
  const made = async (strict = false) => {
    const { call } = await startedWith({ version, strict });
    await call("POST", "/api/metadata", { organisationUnits: [unit], dataElements: [element] });
    expect((await call("POST", "/api/visualizations", visualization)).status).toBe(201);
    return call;
  };
  const path = "/api/visualizations/VizOne00000";

  it("keep what their axes say", async () => {
    const call = await made();
    const { body } = await call("GET", `${path}?fields=:owner,columns,relativePeriods`);
    expect(body).toMatchObject({
      columnDimensions: ["dx"],
      rowDimensions: ["pe"],
      filterDimensions: ["ou"],
      dataDimensionItems: [{ dataDimensionItemType: "DATA_ELEMENT", dataElement: { id: "DeOne000000" } }],
      rawPeriods: ["LAST_12_MONTHS", "202401"],
      organisationUnits: [{ id: "OuCountry00" }],
      organisationUnitLevels: [2],
      userOrganisationUnit: true,
      columns: [{ id: "dx" }],
      relativePeriods: { last12Months: true, lastYear: false },
    });
    const axes = await call("GET", `${path}?fields=columns[dimension,items[id,name]],filters[items[id]]`);
    expect(axes.body).toEqual({
      columns: [{ dimension: "dx", items: [{ id: "DeOne000000", name: "One" }] }],
      filters: [{ items: [{ id: "OuCountry00" }, { id: "USER_ORGUNIT" }, { id: "LEVEL-2" }] }],
    });
  });

  it("lose whatever else the body says of their layout (BUG-299)", async () => {
    const call = await made();
    const owned = {
      name: "One",
      type: "BAR",
      columnDimensions: ["dx"],
      organisationUnits: [{ id: "OuCountry00" }],
      dataDimensionItems: [{ dataDimensionItemType: "DATA_ELEMENT", dataElement: { id: "DeNowhere00" } }],
    };
    expect((await call("PUT", path, owned)).status).toBe(200);
    const { body } = await call(
      "GET",
      `${path}?fields=columnDimensions,organisationUnits,dataDimensionItems`,
    );
    expect(body).toEqual({ columnDimensions: [], organisationUnits: [], dataDimensionItems: [] });
  });

  it("are the layers of maps, which can be read alone", async () => {
    const call = await made();
    const layer = { layer: "boundary", rows: axis("ou", "OuCountry00") };
    await call("POST", "/api/maps", { id: "MapOne00000", name: "Map", mapViews: [layer] });
    const { body } = await call("GET", "/api/mapViews?fields=id,layer,rows,organisationUnits");
    expect(body.mapViews).toEqual([
      {
        id: expect.stringMatching(/^\w{11}$/),
        layer: "boundary",
        rows: [{ id: "ou" }],
        organisationUnits: [{ id: "OuCountry00" }],
      },
    ]);
    expect((await call("POST", "/api/mapViews", layer)).status).toBe(405);
    const replaced = await call("PUT", "/api/maps/MapOne00000", { name: "Map", mapViews: [] });
    expect(replaced.body).toEqual({ httpStatus: "OK", httpStatusCode: 200, status: "OK" });
  });

  it("stand on dashboards, whose items say what they show (BUG-299)", async () => {
    const call = await made();
    const items = [{ visualization: { id: "VizOne00000" } }, { text: "words" }];
    await call("POST", "/api/dashboards", { id: "DashOne0000", name: "Board", dashboardItems: items });
    const { body } = await call("GET", "/api/dashboards/DashOne0000?fields=itemCount,dashboardItems[type]");
    expect(body).toEqual({ itemCount: 2, dashboardItems: [{ type: "VISUALIZATION" }, { type: "TEXT" }] });
    const empty = await call("POST", "/api/dashboards", { name: "Bad", dashboardItems: [{ x: 1 }] });
    expect(empty).toMatchObject({ status: 409, body: { errorCode: "E1004" } });
    const patch = [{ op: "replace", path: "/name", value: "Other" }];
    const patched = await call("PATCH", "/api/dashboards/DashOne0000", patch, "application/json-patch+json");
    expect(patched.status).toBe(version >= 43 ? 400 : 200);
  });

  it.each([false, true])("are found for dashboards, strict: %s", async (strict) => {
    const call = await made(strict);
    const found = { searchCount: 1, visualizations: [{ id: "VizOne00000" }] };
    expect((await call("GET", "/api/dashboards/q/on")).body).toMatchObject(found);
    expect((await call("GET", "/api/dashboards/search?q=on")).body).toMatchObject(found);
  });

  it("have interpretations, which are commented on and liked once", async () => {
    const call = await made();
    const about = "/api/interpretations/visualization/VizOne00000";
    expect((await call("POST", about, "Words", "text/plain")).status).toBe(201);
    const { body } = await call("GET", "/api/interpretations?fields=id,type");
    const [{ id, type }] = body.interpretations;
    expect(type).toBe("VISUALIZATION");
    const one = `/api/interpretations/${id}`;
    await call("POST", `${one}/comments`, "More words", "text/plain");
    expect((await call("POST", `${one}/like`)).status).toBe(201);
    expect((await call("POST", `${one}/like`)).status).toBe(409);
    expect((await call("GET", `${one}?fields=text,likes,comments[text]`)).body).toEqual({
      text: "Words",
      likes: 1,
      comments: [{ text: "More words" }],
    });
    await call("DELETE", `${one}/like`);
    expect((await call("GET", `${one}?fields=likes`)).body).toEqual({ likes: 0 });
    expect((await call("DELETE", one)).status).toBe(204);
    expect((await call("GET", one)).status).toBe(404);
  });
});
