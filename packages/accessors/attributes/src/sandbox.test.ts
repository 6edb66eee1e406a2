import { cores } from "@dhis2w/all-cores";
import type * as v42 from "@dhis2w/core-v42";
import { basic, createClient } from "@dhis2w/runtime";
import { createSandbox } from "@dhis2w/sandbox";
import { describe, expect, test } from "vitest";
import { createAttributes } from "./attributes.ts";

describe.each(Object.values(cores))("against a sandbox of $server.release", (core) => {
  async function server() {
    const sandbox = await createSandbox({ version: core.server.version, strict: true });
    const client = createClient<v42.Core>(core, {
      baseUrl: sandbox.baseUrl,
      auth: basic("admin", "district"),
      fetch: sandbox.fetch,
    });
    return createAttributes<v42.Core>(client);
  }

  test("an attribute is listed for its resources and found by its code", async () => {
    const attributes = await server();
    const snomed = await attributes.create({
      name: "SNOMED CT",
      code: "SNOMED",
      valueType: "TEXT",
      resources: ["options", "categories"],
    });
    expect(snomed).toMatchObject({ code: "SNOMED", unique: false, mandatory: false });
    await attributes.create({ name: "Level", valueType: "INTEGER", resources: ["options"], unique: true });
    expect((await attributes.listFor("options")).map(({ name }) => name)).toEqual(["Level", "SNOMED CT"]);
    expect((await attributes.listFor("categories")).map(({ name }) => name)).toEqual(["SNOMED CT"]);
    expect(await attributes.listFor("dataElements")).toEqual([]);
    expect(await attributes.getByCode("SNOMED")).toEqual(snomed);
  });

  test("every resource that the release's table names can be assigned to", async () => {
    const attributes = await server();
    const resources = core.resources.attributable as readonly "options"[];
    const all = await attributes.create({ name: "All", valueType: "TEXT", resources });
    expect(all.resources).toEqual(resources);
  });
});
