import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";

const named = (id: string, name: string, rest: object = {}) => ({ id, name, shortName: name, ...rest });
const data = { domainType: "AGGREGATE", valueType: "NUMBER", aggregationType: "SUM" };

describe.each(versions)("what an object is made of, in version %i", (version) => {
  it("shows a set as it fills, and once it is cached by its own size (02-fields 'data element: *')", async () => {
    const { call } = await startedWith({ version });
    const births = { dataElements: [{ id: "DeBirths000" }] };
    await call("POST", "/api/dataElements", named("DeBirths000", "Births", data));
    await call("POST", "/api/dataElementGroups", named("DegVital000", "Vital", { code: "VITAL", ...births }));
    await call("POST", "/api/dataElementGroups", named("DegAll00000", "All", births));
    const read = async () =>
      (await call("GET", "/api/dataElements/DeBirths000?fields=dataElementGroups~pluck")).body
        .dataElementGroups;
    expect(await read()).toEqual(["DegAll00000", "DegVital000"]);
    expect(await read()).toEqual(["DegVital000", "DegAll00000"]);
  });

  it("places what has a place by it", async () => {
    const { call } = await startedWith({ version });
    const sections = ["C", "A", "B"].map((name, place) =>
      named(`SecSecond00${name}`.slice(-11), name, { sortOrder: 3 - place, dataSet: { id: "DsMonthly00" } }),
    );
    await call("POST", "/api/metadata", {
      dataSets: [named("DsMonthly00", "Monthly", { periodType: "Monthly" })],
      sections,
    });
    const { body } = await call(
      "GET",
      "/api/dataSets/DsMonthly00?fields=formType,dimensionItemType,sections[name]",
    );
    expect(body).toEqual({
      formType: "SECTION",
      dimensionItemType: "REPORTING_RATE",
      sections: [{ name: "B" }, { name: "A" }, { name: "C" }],
    });
  });

  it("names an attribute on a program after both (11-tracker 'read program')", async () => {
    const { call } = await startedWith({ version });
    const attributes = ["TeaFirst000", "TeaAge00000"].map((id) =>
      named(id, id.slice(3, 6), { valueType: "TEXT", aggregationType: "NONE" }),
    );
    await call("POST", "/api/metadata", {
      trackedEntityAttributes: attributes,
      programs: [
        named("ProgCare000", "Care", {
          programType: "WITH_REGISTRATION",
          programTrackedEntityAttributes: attributes.map(({ id }) => ({ trackedEntityAttribute: { id } })),
        }),
      ],
    });
    const fields = "registration,programTrackedEntityAttributes[displayName,valueType,sortOrder]";
    expect((await call("GET", `/api/programs/ProgCare000?fields=${fields}`)).body).toEqual({
      registration: true,
      programTrackedEntityAttributes: [
        { displayName: "Care Fir", valueType: "TEXT", sortOrder: 1 },
        { displayName: "Care Age", valueType: "TEXT", sortOrder: 2 },
      ],
    });
  });
});
