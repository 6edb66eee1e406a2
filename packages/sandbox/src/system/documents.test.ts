import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";

describe.each(versions)("the documents of version %i", (version) => {
  it("come whole, with the addresses of the sandbox", async () => {
    const { call, sandbox } = await startedWith({ version });
    const { schemas } = (await call("GET", "/api/schemas")).body;
    expect(schemas.length).toBeGreaterThan(80);
    const schema = schemas.find(({ singular }: { singular: string }) => singular === "dataElement");
    expect(schema).toMatchObject({
      klass: "org.hisp.dhis.dataelement.DataElement",
      apiEndpoint: `${sandbox.baseUrl}/api/dataElements`,
    });
    expect((await call("GET", "/api/schemas/dataElement")).body).toEqual(schema);
    const openapi = (await call("GET", "/api/openapi/openapi.json")).body;
    expect(Object.keys(openapi.paths).length).toBeGreaterThan(1000);
  });

  it("give what is asked for of them", async () => {
    const { call } = await startedWith({ version });
    const answer = await call("GET", "/api/schemas/constant?fields=plural,properties[name]");
    expect(answer.body).toMatchObject({ plural: "constants" });
    expect(answer.body.properties).toContainEqual({ name: "value" });
  });
});
