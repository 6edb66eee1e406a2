import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";

const january = { dataElement: "DeVisits000", period: "202501", orgUnit: "OuClinic000", value: "3" };

describe.each(versions)("data values in version %i", (version) => {
  const made = async () => {
    const { call, sandbox } = await startedWith({ version });
    const bundle = {
      organisationUnits: [
        { id: "OuClinic000", name: "Clinic", shortName: "Clinic", openingDate: "2020-01-01" },
      ],
      dataElements: [
        {
          id: "DeVisits000",
          name: "Visits",
          shortName: "Visits",
          domainType: "AGGREGATE",
          valueType: "INTEGER",
          aggregationType: "SUM",
        },
      ],
      dataSets: [
        {
          id: "DsMonthly00",
          name: "Monthly",
          shortName: "Monthly",
          periodType: "Monthly",
          dataSetElements: [{ dataElement: { id: "DeVisits000" } }],
          organisationUnits: [{ id: "OuClinic000" }],
        },
      ],
    };
    expect((await call("POST", "/api/metadata", bundle)).status).toBe(200);
    const send = (...dataValues: unknown[]) =>
      call("POST", "/api/dataValueSets", { dataSet: "DsMonthly00", dataValues });
    return { call, send, sandbox };
  };

  it("are not said to be without zeros, which the sandbox cannot tell", async () => {
    const { call, send } = await made();
    const removal = "/api/maintenance/zeroDataValueRemoval";
    expect((await call("POST", removal)).status).toBeLessThan(300);
    await send({ ...january, value: "0" });
    expect((await call("POST", removal)).status).toBe(501);
  });

  it("counts them as the release does (BUG-305)", async () => {
    const { send } = await made();
    const counts = [];
    for (const value of ["3", "3", "4"]) {
      const { imported, updated, ignored } = (await send({ ...january, value })).body.response.importCount;
      counts.push([imported, updated, ignored]);
    }
    const asUpdated = [
      [0, 1, 0],
      [0, 1, 0],
      [0, 1, 0],
    ];
    const apart = [
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ];
    expect(counts).toEqual(version >= 43 ? asUpdated : apart);
  });

  it("hold what they are values of in its place (BUG-305)", async () => {
    const { call, send } = await made();
    await send(january);
    const veto = version >= 43 ? "DataValueChangelog" : "DataValue";
    for (const path of ["/api/dataElements/DeVisits000", "/api/organisationUnits/OuClinic000"]) {
      const { status, body } = await call("DELETE", path);
      expect(status).toBe(409);
      expect(body.response.errorReports[0].message).toMatch(new RegExp(`: ${veto}$`));
    }
  });

  it("go with a reset", async () => {
    const { call, send, sandbox } = await made();
    const before = sandbox.snapshot();
    await send(january);
    sandbox.reset(before);
    expect((await call("DELETE", "/api/dataElements/DeVisits000")).status).toBe(200);
  });

  it.each([
    ["an unknown element", { dataElement: "DeNowhere00" }],
    ["a value of another type", { value: "many" }],
    ["a period of another type", { period: "2025" }],
    ["a period that has not begun", { period: "209901" }],
    ["a unit that was not open", { period: "201001" }],
    ["a comment", { comment: "by hand" }],
  ])("are not stored where there is %s: that is not supported", async (_, change) => {
    const { call, send } = await made();
    expect((await send(january, { ...january, ...change })).status).toBe(501);
    expect((await call("DELETE", "/api/dataElements/DeVisits000")).status).toBe(200);
  });
});
