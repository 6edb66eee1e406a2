import { cores } from "@dhis2w/all-cores";
import type * as v42 from "@dhis2w/core-v42";
import { recordedGroup, recordedReleases, type ScriptedAnswer, scriptedFetch } from "@dhis2w/recordings";
import { basic, createClient } from "@dhis2w/runtime";
import { describe, expect, test } from "vitest";
import { createAttributeValues } from "./attribute-values.ts";

/** The steps of the attributes, and what our accessor does when the server answers as it did there. */
describe.each(recordedReleases(cores))("recordings of %s", (version, core) => {
  const { step, answer, request } = recordedGroup(version, "05-attributes");
  const json = (name: string) => JSON.parse(answer(name).body);

  function serverThatAnswers(...answers: ScriptedAnswer[]) {
    const { fetch, sent } = scriptedFetch(...answers);
    const client = createClient(core, {
      baseUrl: "https://dhis2.test",
      auth: basic("admin", "district"),
      fetch,
      retry: false,
    });
    return { values: createAttributeValues<v42.Core>(client), sent };
  }

  /** The list of attributes in which the one of this step is, or none. */
  const attributes = (...found: { id: string; code?: string }[]): ScriptedAnswer => ({
    json: { pager: { page: 1, pageCount: 1, pageSize: 500, total: found.length }, attributes: found },
  });
  const text = { id: "AttText0000", code: "SOURCE" };
  const option = { id: "AttOption00", code: "OPTION_NOTE" };
  const list = (...dataElements: object[]): ScriptedAnswer => ({
    json: { pager: { page: 1, pageCount: 1, pageSize: 500, total: dataElements.length }, dataElements },
  });
  const lookUp = (...filters: string[]) => ({
    method: "GET",
    path: "/api/attributes",
    query: [
      ["fields", "id,code"],
      ...filters.map((filter) => ["filter", filter]),
      ["order", "id:asc"],
      ["page", "1"],
      ["pageSize", "500"],
      ["rootJunction", "OR"],
    ],
  });

  test("an attribute is looked up by code, and by both where the text may be a UID", async () => {
    const { values, sent } = serverThatAnswers(attributes(text), attributes(text));
    expect(json("read attribute")).toMatchObject(text);
    expect(await values.resolveAttributeUid("SOURCE")).toBe("AttText0000");
    expect(await values.resolveAttributeUid("AttText0000")).toBe("AttText0000");
    expect(sent).toMatchObject([lookUp("code:eq:SOURCE")]);
    const queries = recordedGroup(version, "03-queries");
    expect(queries.step("or").request.query.get("rootJunction")).toBe("OR");
    expect(queries.step("comma in code").request.query.get("filter")).toBe("code:eq:B,1");
  });

  test("an attribute as it was read needs no look", async () => {
    const { values, sent } = serverThatAnswers(answer("values after POST"));
    expect(await values.getValue("dataElements", "DeOne000000", json("read attribute"))).toBe("register");
    expect(sent).toEqual([request("values after POST")]);
    await expect(values.getValue("dataElements", "DeOne000000", { id: "../users" })).rejects.toBeInstanceOf(
      RangeError,
    );
  });

  test("getValue", async () => {
    const { values, sent } = serverThatAnswers(attributes(text), answer("values after POST"));
    expect(await values.getValue("dataElements", "DeOne000000", "SOURCE")).toBe("register");
    expect(sent[1]).toEqual(request("values after POST"));
    expect(sent).toHaveLength(2);
  });

  test("getValue of an attribute that the object has no value of", async () => {
    const { values } = serverThatAnswers(attributes(option), answer("values after POST"));
    expect(await values.getValue("dataElements", "DeOne000000", "OPTION_NOTE")).toBeUndefined();
  });

  test("setValue replaces the one value and sends the others as they are", async () => {
    const recorded = request("PATCH replace the array");
    const [{ value: written }] = recorded.body as [{ value: [object, object] }];
    const before = { id: "DeOne000000", attributeValues: [{ ...written[0], value: "before" }, written[1]] };
    const { values, sent } = serverThatAnswers(
      attributes(text),
      { json: before },
      answer("PATCH replace the array"),
      answer("values after PATCH replace"),
    );
    await values.setValue("dataElements", "DeOne000000", "SOURCE", "replaced");
    expect(sent[2]).toEqual(recorded);
    expect(sent[3]).toEqual(request("values after PATCH replace"));
    expect(sent).toHaveLength(4);
  });

  test("setValue adds the first value of an object", async () => {
    const { values, sent } = serverThatAnswers(
      attributes(option),
      { json: { id: "OptRed00000", attributeValues: [] } },
      answer("option value"),
      answer("option with value"),
    );
    await values.setValue("options", "OptRed00000", "OPTION_NOTE", "note");
    expect(sent[2]).toEqual(request("option value"));
    expect(sent).toHaveLength(4);
  });

  test("setValue of what is stored already writes nothing", async () => {
    const { values, sent } = serverThatAnswers(attributes(text), answer("values after POST"));
    await values.setValue("dataElements", "DeOne000000", "SOURCE", "register");
    expect(sent.map(({ method }) => method)).toEqual(["GET", "GET"]);
  });

  test("an empty value: refused where the release drops it", async () => {
    const { values, sent } = serverThatAnswers(
      attributes(text),
      { json: { id: "DeOne000000", attributeValues: [] } },
      answer("PATCH add the array"),
      answer("values after empty value"),
    );
    const failure = values.setValue("dataElements", "DeOne000000", "SOURCE", "");
    if (json("values after empty value").attributeValues.length === 0) {
      await expect(failure).rejects.toThrow(RangeError);
      expect(sent).toEqual([]);
    } else await expect(failure).resolves.toBeUndefined();
  });

  test("deleteValue writes the values without it", async () => {
    const { values, sent } = serverThatAnswers(
      attributes(text),
      { json: { id: "DeOne000000", attributeValues: [{ attribute: { id: "AttText0000" }, value: "x" }] } },
      answer("PATCH empty array"),
      answer("values after remove"),
    );
    expect(await values.deleteValue("dataElements", "DeOne000000", "SOURCE")).toBe(true);
    expect(sent[2]).toEqual(request("PATCH empty array"));
    expect(sent).toHaveLength(4);
  });

  test("deleteValue of what is not there writes nothing", async () => {
    const { values, sent } = serverThatAnswers(attributes(option), answer("values after POST"));
    expect(await values.deleteValue("dataElements", "DeOne000000", "OPTION_NOTE")).toBe(false);
    expect(sent.map(({ method }) => method)).toEqual(["GET", "GET"]);
  });

  test("what the server refuses is a conflict that says why", async () => {
    const must = { id: "AttMust0000", code: "OWNER" };
    const { values, sent } = serverThatAnswers(
      attributes(must),
      { json: { id: "CatOwner000", attributeValues: [{ attribute: { id: must.id }, value: "me" }] } },
      answer("mandatory removed"),
    );
    await expect(values.deleteValue("categories", "CatOwner000", "OWNER")).rejects.toMatchObject({
      code: "HTTP.CONFLICT",
      rows: [{ code: "E4011", message: "Attribute `AttMust0000` is required, but no value was found" }],
    });
    expect(sent[2]).toEqual(request("mandatory removed"));
  });

  test("listFor joins the attributes", async () => {
    const { values, sent } = serverThatAnswers(answer("values in full"));
    const found = await values.listFor("dataElements", "DeOne000000");
    expect(found).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining([
        { attribute: { id: "AttText0000", name: "Source", valueType: "TEXT" }, value: "register" },
        { attribute: { id: "AttInt00000", name: "Priority", valueType: "INTEGER" }, value: "5" },
      ]),
    );
    expect(sent).toMatchObject([
      {
        method: "GET",
        path: step("values in full").request.path,
        query: [["fields", "id,attributeValues[attribute[id,code,name],value]"]],
      },
    ]);
  });

  const findRequest = (...filters: string[]) => ({
    method: "GET",
    path: "/api/dataElements",
    query: [
      ["fields", "id,attributeValues"],
      ...filters.map((filter) => ["filter", filter]),
      ["order", "id:asc"],
      ["page", "1"],
      ["pageSize", "500"],
    ],
  });

  test("findUidsByValue finds by the attribute's UID, and looks at the values itself", async () => {
    // A list with one object that has the value and one that has none.
    const { values, sent } = serverThatAnswers(attributes(text), answer("fields attributeValues"));
    expect(await values.findUidsByValue("dataElements", "SOURCE", "register")).toEqual(["DeTwo000000"]);
    expect(sent[1]).toMatchObject(findRequest("AttText0000:eq:register"));
    expect(step("by uid eq").request.query.get("filter")).toBe("AttText0000:eq:register");
    expect(sent).toHaveLength(2);
  });

  test("further filters stand beside it", async () => {
    const { values, sent } = serverThatAnswers(attributes(text), list(), list());
    const recorded = step("by uid and name").request.query.getAll("filter");
    await values.findUidsByValue("dataElements", "SOURCE", "x", { filter: recorded.slice(1) });
    await values.findUidsByValue("dataElements", "AttText0000", "x", { filter: "name:like:Two" });
    expect(sent[1]).toMatchObject(findRequest("AttText0000:eq:x", "name:like:Two"));
    expect(sent[2]).toMatchObject(findRequest("AttText0000:eq:x", "name:like:Two"));
  });

  test("findOneUidByValue", async () => {
    const { values } = serverThatAnswers(attributes(text), answer("fields attributeValues"), list());
    expect(await values.findOneUidByValue("dataElements", "SOURCE", "register")).toBe("DeTwo000000");
    expect(await values.findOneUidByValue("dataElements", "AttText0000", "nowhere")).toBeUndefined();
  });

  test("a value with a comma, which 2.42 and later cut", async () => {
    const found = list(
      { id: "DeA00000000", attributeValues: [{ attribute: { id: "AttText0000" }, value: "alpha" }] },
      { id: "DeB00000000", attributeValues: [{ attribute: { id: "AttText0000" }, value: "a,alpha" }] },
    );
    const { values, sent } = serverThatAnswers(attributes(text), found);
    expect(await values.findUidsByValue("dataElements", "SOURCE", "a,alpha")).toEqual(["DeB00000000"]);
    const isCut =
      JSON.parse(recordedGroup(version, "03-queries").step("comma").response.body).dataElements.length === 0;
    expect(sent[1]).toMatchObject(findRequest(isCut ? "AttText0000:like:alpha" : "AttText0000:eq:a,alpha"));
    expect(step("by uid like").request.query.get("filter")).toBe("AttText0000:like:egis");
  });

  test("a code with a comma, which 2.42 and later cut", async () => {
    const comma = { id: "AttComma000", code: "A,B" };
    const { values, sent } = serverThatAnswers(attributes({ id: "AttA0000000", code: "A" }, comma));
    expect(await values.resolveAttributeUid("A,B")).toBe("AttComma000");
    const filters = sent[0]?.query.filter(([name]) => name === "filter");
    expect(filters).toEqual(version === "v41" ? [["filter", "code:eq:A,B"]] : []);
  });

  test("a value that no filter can say: whoever has any value is read", async () => {
    const held = (value: string) => ({ id: "DeOne000000", attributeValues: [{ attribute: text, value }] });
    for (const value of ["", " ", "  ,"]) {
      const { values, sent } = serverThatAnswers(attributes(text), list(held(value), held("other")));
      expect(await values.findUidsByValue("dataElements", "SOURCE", value)).toEqual(["DeOne000000"]);
      expect(sent[1]).toMatchObject(findRequest("AttText0000:!null"));
    }
    expect(step("by uid !null").request.query.get("filter")).toBe("AttText0000:!null");
  });
});
