import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";

const element = {
  id: "DeOne000000",
  name: "One",
  shortName: "One",
  valueType: "NUMBER",
  domainType: "AGGREGATE",
  aggregationType: "SUM",
};
const patch = [{ op: "replace", path: "/sharing/public", value: "r-------" }];

describe.each(versions)("sharing in version %i", (version) => {
  const made = async () => {
    const { call } = await startedWith({ version });
    await call("POST", "/api/dataElements", element);
    return call;
  };
  const publicAccess = async (call: Awaited<ReturnType<typeof made>>): Promise<unknown> =>
    (await call("GET", "/api/dataElements/DeOne000000?fields=sharing[public]")).body.sharing.public;

  it("is read and set by the older endpoint", async () => {
    const call = await made();
    const path = "/api/sharing?type=dataElement&id=DeOne000000";
    expect((await call("GET", path)).body.object).toMatchObject({
      id: "DeOne000000",
      publicAccess: "rw------",
    });
    await call("POST", path, { object: { publicAccess: "--------" } });
    expect(await publicAccess(call)).toBe("--------");
    const refused = await call("POST", path, { object: { publicAccess: "rwx" } });
    expect(refused.status).toBe(409);
    expect(await publicAccess(call)).toBe("--------");
  });

  it("is patched for several objects of one type", async () => {
    const call = await made();
    const body = { dataElements: ["DeOne000000"], patch };
    expect((await call("PATCH", "/api/dataElements/sharing", body)).body.response.stats).toMatchObject({
      updated: 1,
    });
    expect(await publicAccess(call)).toBe("r-------");
  });

  it("is patched for several types", async () => {
    const call = await made();
    const body = { dataElements: { DeOne000000: patch } };
    expect((await call("PATCH", "/api/metadata/sharing", body)).status).toBe(200);
    expect(await publicAccess(call)).toBe("r-------");
  });

  it("is left alone where a patch names nobody, or something else than sharing", async () => {
    const call = await made();
    const unknown = { dataElements: ["DeNowhere00"], patch };
    expect(await call("PATCH", "/api/dataElements/sharing", unknown)).toMatchObject({
      status: 409,
      body: { response: { typeReports: [{ objectReports: [{ errorReports: [{ errorCode: "E4014" }] }] }] } },
    });
    const name = [{ op: "replace", path: "/name", value: "Two" }];
    const other = { dataElements: ["DeOne000000"], patch: name };
    expect((await call("PATCH", "/api/dataElements/sharing", other)).status).toBe(501);
    expect((await call("GET", "/api/dataElements/DeOne000000?fields=name")).body).toEqual({ name: "One" });
  });
});
