import { cores } from "@dhis2w/all-cores";
import type * as v42 from "@dhis2w/core-v42";
import { recordedGroup, recordedReleases, type ScriptedAnswer, scriptedFetch } from "@dhis2w/recordings";
import { basic, createClient } from "@dhis2w/runtime";
import { describe, expect, test } from "vitest";
import { createAttributes } from "./attributes.ts";

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
    return { attributes: createAttributes<v42.Core>(client), sent };
  }

  test("create sends a flag for each resource, and reads back which they are", async () => {
    const { attributes, sent } = serverThatAnswers(
      answer("create unique attribute"),
      answer("read attribute"),
    );
    const recorded = request("create unique attribute");
    const { id: uid, name, shortName, code } = recorded.body as Record<string, string>;
    if (name === undefined) throw new Error("it has a name");
    const made = await attributes.create({
      ...{ uid, name, shortName, code, valueType: "TEXT", unique: true },
      resources: ["dataElements", "organisationUnits"],
    });
    expect(sent[0]).toEqual({ ...recorded, body: { ...(recorded.body as object), mandatory: false } });
    expect(sent[1]).toMatchObject({ method: "GET", path: `/api/attributes/${uid}` });
    // What was read is the attribute of five types.
    expect(made.resources.toSorted()).toEqual(
      ["categories", "categoryOptionCombos", "categoryOptions", "dataElements"].sort(),
    );
    expect(made).toMatchObject({ code: "SOURCE", valueType: "TEXT", unique: false });
    expect(made).not.toHaveProperty("dataElementAttribute");
  });

  test("an attribute for options that takes its values from an option set", async () => {
    const { attributes, sent } = serverThatAnswers(
      answer("create option set attribute"),
      answer("read attribute"),
    );
    await attributes.create({
      ...{ uid: "AttColour00", name: "Colour", shortName: "Colour", code: "COLOUR", valueType: "TEXT" },
      resources: ["dataElements"],
      optionSet: "OsColour000",
    });
    const { body } = request("create option set attribute");
    expect(sent[0]?.body).toEqual({ ...(body as object), mandatory: false, unique: false });
  });

  test("what is taken is a conflict with rows", async () => {
    const { attributes } = serverThatAnswers(answer("create attribute duplicate"));
    const made = attributes.create({ name: "Source", valueType: "TEXT", resources: ["dataElements"] });
    await expect(made).rejects.toMatchObject({ code: "HTTP.CONFLICT" });
    expect(json("create attribute duplicate").response.errorReports).toContainEqual(
      expect.objectContaining({ errorCode: "E5003" }),
    );
  });

  test("listFor filters by the flag as recorded", async () => {
    const recorded = step("attributes of data elements").request;
    const { attributes, sent } = serverThatAnswers(answer("attributes of data elements"));
    const found = await attributes.listFor("dataElements");
    expect(found.map(({ name }) => name)).toEqual(
      json("attributes of data elements").attributes.map(({ name }: { name: string }) => name),
    );
    expect(sent).toMatchObject([{ method: "GET", path: recorded.path }]);
    expect(sent[0]?.query).toContainEqual(["filter", recorded.query.get("filter")]);
  });

  test("BUG-125: object types in a create make no assignment, so flags are sent", () => {
    expect(JSON.parse(step("create attribute by object types").request.body ?? "").objectTypes).toHaveLength(
      2,
    );
    expect(json("read attribute by object types")).toMatchObject({
      constantAttribute: false,
      indicatorAttribute: false,
      objectTypes: [],
    });
  });

  test("getByCode", async () => {
    const read = json("read attribute");
    const list = (...found: object[]) => ({
      json: { pager: { page: 1, pageCount: 1, total: found.length }, attributes: found },
    });
    const { attributes, sent } = serverThatAnswers(list(read), list());
    expect(await attributes.getByCode("SOURCE")).toMatchObject({ id: "AttText0000", name: "Source" });
    await expect(attributes.getByCode("NOWHERE")).rejects.toMatchObject({ code: "ATTRIBUTE.UNKNOWN" });
    expect(sent[0]?.query).toContainEqual(["filter", "code:eq:SOURCE"]);
  });

  test("a resource without attribute values is refused before any request", async () => {
    const { attributes, sent } = serverThatAnswers();
    const combos = "categoryCombos" as "categories";
    await expect(attributes.listFor(combos)).rejects.toBeInstanceOf(RangeError);
    const draft = { name: "X", valueType: "TEXT" } as const;
    await expect(attributes.create({ ...draft, resources: [combos] })).rejects.toBeInstanceOf(RangeError);
    await expect(attributes.create({ ...draft, resources: [] })).rejects.toBeInstanceOf(RangeError);
    await expect(attributes.create({ ...draft, name: " ", resources: ["options"] })).rejects.toBeInstanceOf(
      RangeError,
    );
    expect(sent).toEqual([]);
  });
});
