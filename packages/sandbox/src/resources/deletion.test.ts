import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";

const element = (id: string) => ({
  id,
  name: id,
  shortName: id,
  domainType: "TRACKER",
  valueType: "NUMBER",
  aggregationType: "SUM",
});
const named = (id: string, rest: object = {}) => ({ id, name: id, shortName: id, ...rest });

/** A program with what belongs to one, and what else refers to parts of it. */
const bundle = {
  dataElements: [
    element("DeStage0000"),
    element("DeForecast0"),
    { ...element("DeSet000000"), domainType: "AGGREGATE" },
  ],
  trackedEntityTypes: [named("TetPerson00")],
  programs: [
    named("ProgCare000", { programType: "WITH_REGISTRATION", trackedEntityType: { id: "TetPerson00" } }),
  ],
  programStages: [
    named("PsVisit0000", {
      program: { id: "ProgCare000" },
      programStageDataElements: [{ dataElement: { id: "DeStage0000" } }],
    }),
    named("PsLater0000", { program: { id: "ProgCare000" } }),
  ],
  programRules: [
    named("PrRule00000", {
      program: { id: "ProgCare000" },
      programStage: { id: "PsVisit0000" },
      condition: "true",
    }),
  ],
  dataApprovalLevels: [],
  dataSets: [
    named("DsMonthly00", {
      periodType: "Monthly",
      dataSetElements: [{ dataElement: { id: "DeSet000000" } }],
    }),
  ],
  sections: [named("SecOne00000", { dataSet: { id: "DsMonthly00" }, dataElements: [{ id: "DeSet000000" }] })],
  dataElementGroups: [named("DegOne00000", { dataElements: [{ id: "DeSet000000" }] })],
};

describe.each(versions)("deleting in version %i", (version) => {
  const made = async () => {
    const { call } = await startedWith({ version });
    const { status, body } = await call("POST", "/api/metadata", bundle);
    expect([
      status,
      body.response?.typeReports?.flatMap((one: { objectReports: unknown[] }) => one.objectReports),
    ]).toEqual([200, []]);
    return call;
  };

  it.each([
    ["dataElements/DeStage0000", "ProgramStage"],
    ["trackedEntityTypes/TetPerson00", "Program"],
    ["programStages/PsVisit0000", "ProgramRule (PrRule00000)"],
  ])("%s is refused because of %s", async (path, what) => {
    const call = await made();
    const { status, body } = await call("DELETE", `/api/${path}`);
    expect([status, body.response.errorReports[0].message]).toEqual([
      409,
      `Object could not be deleted because it is associated with another object: ${what}`,
    ]);
  });

  it("a program takes along what belongs to it", async () => {
    const call = await made();
    expect((await call("DELETE", "/api/programs/ProgCare000")).status).toBe(200);
    for (const path of ["programStages/PsVisit0000", "programStages/PsLater0000", "programRules/PrRule00000"])
      expect((await call("GET", `/api/${path}`)).status).toBe(404);
    expect((await call("DELETE", "/api/trackedEntityTypes/TetPerson00")).status).toBe(200);
  });

  it("an element leaves sets, sections and groups", async () => {
    const call = await made();
    expect((await call("DELETE", "/api/dataElements/DeSet000000")).status).toBe(200);
    expect((await call("GET", "/api/dataSets/DsMonthly00?fields=dataSetElements")).body).toEqual({
      dataSetElements: [],
    });
    expect((await call("GET", "/api/sections/SecOne00000?fields=dataElements")).body).toEqual({
      dataElements: [],
    });
    expect((await call("GET", "/api/dataElementGroups/DegOne00000?fields=dataElements")).body).toEqual({
      dataElements: [],
    });
  });

  it("a data set takes its sections along, and leaves its elements", async () => {
    const call = await made();
    expect((await call("DELETE", "/api/dataSets/DsMonthly00")).status).toBe(200);
    expect((await call("GET", "/api/sections/SecOne00000")).status).toBe(404);
    expect((await call("GET", "/api/dataElements/DeSet000000")).status).toBe(200);
  });
});
