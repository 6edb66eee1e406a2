import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";

const indicator = {
  indicatorType: { id: "IntType0000" },
  numerator: "1",
  denominator: "1",
};

describe.each(versions)("merging in version %i", (version) => {
  const made = async () => {
    const { call } = await startedWith({ version });
    await call("POST", "/api/indicatorTypes", { id: "IntType0000", name: "Number", factor: 1 });
    for (const id of ["IndSource00", "IndTarget00"])
      await call("POST", "/api/indicators", { id, name: id, shortName: id, ...indicator });
    await call("POST", "/api/indicatorGroups", {
      id: "IngOne00000",
      name: "Group",
      indicators: [{ id: "IndSource00" }],
    });
    return call;
  };

  it("puts the target where the source was, and takes the source away", async () => {
    const call = await made();
    const body = { sources: ["IndSource00"], target: "IndTarget00", deleteSources: true };
    expect(await call("POST", "/api/indicators/merge", body)).toMatchObject({
      status: 200,
      body: { response: { mergeReport: { sourcesDeleted: ["IndSource00"] } } },
    });
    expect((await call("GET", "/api/indicatorGroups/IngOne00000?fields=indicators[id]")).body).toEqual({
      indicators: [{ id: "IndTarget00" }],
    });
    expect((await call("GET", "/api/indicators/IndSource00")).status).toBe(404);
  });

  it.each([
    ["nothing to merge", { sources: [], target: "IndTarget00" }, "E1530"],
    ["no target", { sources: ["IndSource00"] }, "E1531"],
    ["a target that is a source", { sources: ["IndTarget00"], target: "IndTarget00" }, "E1532"],
    ["an unknown source", { sources: ["IndNowhere0"], target: "IndTarget00" }, "E1533"],
  ])("refuses %s", async (_, body, errorCode) => {
    const call = await made();
    expect(await call("POST", "/api/indicators/merge", body)).toMatchObject({
      status: 409,
      body: { response: { mergeReport: { mergeErrors: [{ errorCode }] } } },
    });
    expect((await call("GET", "/api/indicators/IndSource00")).status).toBe(200);
  });

  it("is there for the types of the release", async () => {
    const call = await made();
    expect((await call("POST", "/api/categories/merge", {})).status).toBe(version >= 43 ? 409 : 405);
    expect((await call("POST", "/api/organisationUnits/merge", {})).status).toBe(409);
  });
});
