import { cores } from "@dhis2w/all-cores";
import type * as v42 from "@dhis2w/core-v42";
import { basic, type Connection, createClient, Resource } from "@dhis2w/runtime";
import { createSandbox } from "@dhis2w/sandbox";
import { describe, expect, test } from "vitest";
import { createAttributeValues } from "./attribute-values.ts";

describe.each(Object.values(cores))("against a sandbox of $server.release", (core) => {
  const post = (connection: Connection, resource: string, body: object) =>
    new Resource<object, { create: object }>(connection, resource).create(body);

  /** A server with three attributes of data elements, one of them with a code that looks like a UID. */
  async function server() {
    const sandbox = await createSandbox({ version: core.server.version, strict: true });
    const client = createClient<v42.Core>(core, {
      baseUrl: sandbox.baseUrl,
      auth: basic("admin", "district"),
      fetch: sandbox.fetch,
    });
    for (const [id, code, valueType] of [
      ["AttText0000", "SOURCE", "TEXT"],
      ["AttInt00000", "LIKEAUID123", "INTEGER"],
      ["AttOther000", "OTHER", "TEXT"],
    ])
      await post(client, "attributes", {
        id,
        name: code,
        shortName: code,
        code,
        valueType,
        dataElementAttribute: true,
      });
    const element = async (name: string): Promise<string> => {
      const facts = { domainType: "AGGREGATE", valueType: "NUMBER", aggregationType: "SUM" };
      return (await post(client, "dataElements", { name, shortName: name, ...facts })).uid;
    };
    return { client, element, values: createAttributeValues<v42.Core>(client) };
  }

  test("a value's life: set, read, listed, changed, taken away", async () => {
    const { client, element, values } = await server();
    const uid = await element("Births");
    expect(await values.getValue("dataElements", uid, "SOURCE")).toBeUndefined();
    await values.setValue("dataElements", uid, "SOURCE", "register");
    await values.setValue("dataElements", uid, "LIKEAUID123", "5");
    expect(await values.getValue("dataElements", uid, "AttText0000")).toBe("register");
    const listed = await values.listFor("dataElements", uid);
    expect(listed).toHaveLength(2);
    expect(listed).toEqual(
      expect.arrayContaining([
        { attribute: { id: "AttText0000", code: "SOURCE", name: "SOURCE" }, value: "register" },
        { attribute: { id: "AttInt00000", code: "LIKEAUID123", name: "LIKEAUID123" }, value: "5" },
      ]),
    );
    await values.setValue("dataElements", uid, "SOURCE", "survey");
    expect(await values.deleteValue("dataElements", uid, "LIKEAUID123")).toBe(true);
    expect(await values.deleteValue("dataElements", uid, "LIKEAUID123")).toBe(false);
    const whole = await client.resources.dataElements.get(uid);
    expect(whole).toMatchObject({
      name: "Births",
      valueType: "NUMBER",
      attributeValues: [{ attribute: { id: "AttText0000" }, value: "survey" }],
    });
  });

  test("many at once on one object are all stored", async () => {
    const { element, values } = await server();
    const uid = await element("Births");
    await Promise.all([
      values.setValue("dataElements", uid, "SOURCE", "register"),
      values.setValue("dataElements", uid, "OTHER", "x"),
      values.setValue("dataElements", uid, "AttInt00000", "7"),
    ]);
    expect(await values.listFor("dataElements", uid)).toHaveLength(3);
  });

  test("an invalid value is a conflict that says so", async () => {
    const { element, values } = await server();
    const uid = await element("Births");
    await expect(values.setValue("dataElements", uid, "AttInt00000", "five")).rejects.toMatchObject({
      code: "HTTP.CONFLICT",
      rows: [{ code: "E6006" }],
    });
  });

  test("objects are found by exactly their value", async () => {
    const { element, values } = await server();
    const texts = ["a", "a,b", "a,b,c", "b", " a", "a ", "A", "100%", "[x]", "x:y & z+1"];
    const uids = new Map<string, string>();
    for (const text of texts) {
      const uid = await element(`Element of '${text}'`);
      uids.set(text, uid);
      await values.setValue("dataElements", uid, "SOURCE", text);
      await values.setValue("dataElements", uid, "OTHER", "all");
    }
    for (const text of texts)
      expect([text, await values.findUidsByValue("dataElements", "SOURCE", text)]).toEqual([
        text,
        [uids.get(text)],
      ]);
    expect(await values.findUidsByValue("dataElements", "OTHER", "all")).toEqual([...uids.values()].sort());
    expect(
      await values.findUidsByValue("dataElements", "OTHER", "all", { filter: "name:!null" }),
    ).toHaveLength(10);
    expect(
      await values.findUidsByValue("dataElements", "OTHER", "all", { filter: ["name:like:100"] }),
    ).toEqual([uids.get("100%")]);
    expect(await values.findOneUidByValue("dataElements", "SOURCE", "a,b")).toBe(uids.get("a,b"));
    expect(await values.findOneUidByValue("dataElements", "SOURCE", "nowhere")).toBeUndefined();
  });

  test("an unknown attribute is an error, not an empty list", async () => {
    const { element, values } = await server();
    const uid = await element("Births");
    for (const attribute of ["NOWHERE", "AttNowhere0"]) {
      await expect(values.getValue("dataElements", uid, attribute)).rejects.toMatchObject({
        code: "ATTRIBUTE.UNKNOWN",
      });
      await expect(values.findUidsByValue("dataElements", attribute, "x")).rejects.toMatchObject({
        code: "ATTRIBUTE.UNKNOWN",
      });
    }
  });

  test("an unknown object is HTTP.NOT_FOUND", async () => {
    const { values } = await server();
    await expect(values.setValue("dataElements", "DeNowhere00", "SOURCE", "x")).rejects.toMatchObject({
      code: "HTTP.NOT_FOUND",
    });
    await expect(values.listFor("dataElements", "DeNowhere00")).rejects.toMatchObject({
      code: "HTTP.NOT_FOUND",
    });
  });

  test("a resource known at run time only", async () => {
    const { element, values } = await server();
    const resource: string = "dataElements";
    const uid = await element("Births");
    await values.setValue(resource, uid, "SOURCE", "x");
    expect(await values.getValue(resource, uid, "SOURCE")).toBe("x");
  });
});
