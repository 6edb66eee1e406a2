import { describe, expect, it } from "vitest";
import { versions } from "./index.ts";
import { startedWith } from "./testing/started.ts";

describe.each(versions)("a strict sandbox of version %i", (version) => {
  it.each([
    [
      "a misspelt property",
      "POST",
      "/api/dataElements",
      { naem: "A" },
      "'naem' is not a property of DataElement (at /naem); did you mean 'name'?",
    ],
    [
      "a misspelt parameter of a list",
      "GET",
      "/api/dataElements?filters=name:eq:A",
      undefined,
      "'filters' is not a parameter of this endpoint; did you mean 'filter'?",
    ],
    [
      "a parameter that only lists of users have",
      "GET",
      "/api/dataElements?userGroup=abcdefghijk",
      undefined,
      "'userGroup' is not a parameter of this endpoint",
    ],
    [
      "a misspelt parameter of one object",
      "GET",
      "/api/me?feilds=id",
      undefined,
      "'feilds' is not a parameter of this endpoint; did you mean 'fields'?",
    ],
    [
      "a misspelt parameter of a write",
      "POST",
      "/api/metadata?importStratgy=CREATE",
      {},
      "'importStratgy' is not a parameter of this endpoint; did you mean 'importStrategy'?",
    ],
    [
      "a misspelt field",
      "GET",
      "/api/dataElements?fields=id,shortNmae",
      undefined,
      "'shortNmae' in 'fields' is not a property of DataElement; did you mean 'shortName'?",
    ],
    [
      "a misspelt field inside",
      "GET",
      "/api/dataElements?fields=id,categoryCombo[nam]",
      undefined,
      "'nam' in 'fields' is not a property of CategoryCombo; did you mean 'name'?",
    ],
    [
      "a preset that nobody knows",
      "GET",
      "/api/dataElements?fields=:ownr",
      undefined,
      "':ownr' in 'fields' is not a property of DataElement",
    ],
    [
      "a misspelt key of a change of a collection",
      "POST",
      "/api/userGroups/UgStrict000/users",
      { aditions: [] },
      "'aditions' is not read from the body of this endpoint; did you mean 'additions'?",
    ],
    [
      "a misspelt key of a sharing",
      "PUT",
      "/api/userGroups/UgStrict000/sharing",
      { publik: "rw------" },
      "'publik' is not read from the body of this endpoint; did you mean 'public'?",
    ],
    [
      "a misspelt key of a translation",
      "PUT",
      "/api/userGroups/UgStrict000/translations",
      { translations: [{ local: "fr", property: "NAME", value: "Un" }] },
      "'local' is not read from the body of this endpoint; did you mean 'locale'?",
    ],
    [
      "a type that nobody knows",
      "POST",
      "/api/metadata",
      { dataElments: [] },
      "'dataElments' is no type of objects",
    ],
    [
      "a misspelt type of an export",
      "GET",
      "/api/metadata?dataElments=true",
      undefined,
      "'dataElments' is not a parameter of this endpoint; did you mean 'dataElements'?",
    ],
  ])("refuses %s", async (_what, method, path, body, message) => {
    const { call } = await startedWith({ version, strict: true });
    await call("POST", "/api/userGroups", { id: "UgStrict000", name: "Strict" });
    const answer = await call(method, path, body);
    expect(answer).toMatchObject({ status: 400, body: { message } });
  });

  it("takes what is right", async () => {
    const { call } = await startedWith({ version, strict: true });
    expect(
      (
        await call(
          "GET",
          "/api/dataElements?fields=*,categoryCombo[id,name~rename(n)]&pageSize=5&order=name:asc",
        )
      ).status,
    ).toBe(200);
    expect(
      (await call("POST", "/api/metadata?importMode=VALIDATE&atomicMode=ALL", { dataElements: [] })).status,
    ).toBe(200);
    expect((await call("GET", "/api/metadata?dataElements=true&dataElements:fields=id")).status).toBe(200);
    expect((await call("GET", "/api/organisationUnits?userOnly=true&level=1")).status).toBe(200);
    expect((await call("GET", "/api/me?fields=id,name")).status).toBe(200);
  });
});
