import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";

const unit = (id: string, name: string, parent?: string) => ({
  id,
  name,
  shortName: name,
  openingDate: "2020-01-01",
  ...(parent === undefined ? {} : { parent: { id: parent } }),
});

/** Country, three regions, one with a clinic, and a group that has that region. */
async function tree(version: number) {
  const { call } = await startedWith({ version });
  await call("POST", "/api/metadata", {
    organisationUnits: [
      unit("OuCountry00", "Country"),
      unit("OuRegion000", "Region", "OuCountry00"),
      unit("OuNorth0000", "North", "OuCountry00"),
      unit("OuSouth0000", "South", "OuCountry00"),
      unit("OuClinicA00", "Clinic A", "OuRegion000"),
    ],
    organisationUnitGroups: [
      { id: "OugGroup000", name: "Group", shortName: "Group", organisationUnits: [{ id: "OuRegion000" }] },
    ],
  });
  return call;
}

describe.each(versions)("organisation units of version %i", (version) => {
  const made = async () => {
    const { call } = await startedWith({ version });
    await call("POST", "/api/metadata", {
      organisationUnits: [
        unit("OuCountry00", "Country"),
        unit("OuRegion000", "Region", "OuCountry00"),
        unit("OuClinicB00", "Clinic B", "OuRegion000"),
        unit("OuClinicA00", "Clinic A", "OuRegion000"),
      ],
    });
    return async (path: string): Promise<string[]> => {
      const { body } = await call("GET", `/api/organisationUnits${path}`);
      return body.organisationUnits.map(({ name }: { name: string }) => name);
    };
  };

  it("are listed by level", async () => {
    const names = await made();
    expect(await names("?fields=name&level=2")).toEqual(["Region"]);
    expect(await names("?fields=name&maxLevel=2")).toEqual(["Country", "Region"]);
    expect(await names("?fields=name&userOnly=true")).toEqual([]);
  });

  it("are listed around one of them", async () => {
    const names = await made();
    expect(await names("/OuRegion000/children?fields=name")).toEqual(["Clinic A", "Clinic B", "Region"]);
    expect(await names("/OuCountry00?fields=name&includeDescendants=true")).toHaveLength(4);
    expect(await names("/OuCountry00?fields=name&level=2")).toEqual(["Clinic A", "Clinic B"]);
    expect(await names("/OuClinicA00/parents?fields=name")).toEqual(["Country", "Region"]);
    expect(await names("/OuClinicA00?fields=name&includeAncestors=true")).toEqual(
      version === 41 ? ["Clinic A", "Country", "Region"] : ["Country", "Region", "Clinic A"],
    );
  });

  it("leave the level of what is below behind when they move (BUG-298)", async () => {
    const call = await tree(version);
    const move = [{ op: "replace", path: "/parent", value: { id: "OuSouth0000" } }];
    const moved = await call(
      "PATCH",
      "/api/organisationUnits/OuRegion000",
      move,
      "application/json-patch+json",
    );
    expect(moved.status).toBe(200);
    const { body } = await call("GET", "/api/organisationUnits/OuClinicA00?fields=path,level");
    expect(body).toEqual({ path: "/OuCountry00/OuSouth0000/OuRegion000/OuClinicA00", level: 3 });
    const found = "/api/organisationUnits?fields=id&filter=path:like:OuSouth0000/";
    expect((await call("GET", found)).body.organisationUnits).toEqual([{ id: "OuRegion000" }]);
    const added = await call("POST", "/api/organisationUnits/OuSouth0000/children/OuClinicA00");
    expect(added).toMatchObject({
      status: 409,
      body: { response: { objectReports: [{ uid: "OuClinicA00", errorReports: [{ errorCode: "E1108" }] }] } },
    });
  });

  it("stand below themselves where the release lets them (BUG-119)", async () => {
    const call = await tree(version);
    const circle = [{ op: "replace", path: "/parent", value: { id: "OuClinicA00" } }];
    const moved = await call(
      "PATCH",
      "/api/organisationUnits/OuRegion000",
      circle,
      "application/json-patch+json",
    );
    expect(moved.status).toBe(version === 42 ? 500 : 200);
    const { body } = await call("GET", "/api/organisationUnits/OuRegion000?fields=path");
    expect(body.path).toBe(
      version === 42 ? "/OuCountry00/OuRegion000" : "/OuRegion000/OuClinicA00/OuRegion000",
    );
  });

  it("split and merge with what refers to them", async () => {
    const call = await tree(version);
    const split = { source: "OuRegion000", targets: ["OuNorth0000", "OuSouth0000"] };
    expect(await call("POST", "/api/organisationUnits/split", split)).toMatchObject({
      status: 200,
      body: { message: "Organisation unit split" },
    });
    const group = "/api/organisationUnitGroups/OugGroup000?fields=organisationUnits";
    const members = async (): Promise<string[]> =>
      (await call("GET", group)).body.organisationUnits.map(({ id }: { id: string }) => id).sort();
    expect(await members()).toEqual(["OuNorth0000", "OuSouth0000"]);
    const { body } = await call("GET", "/api/organisationUnits/OuClinicA00?fields=path");
    expect(body.path).toBe("/OuCountry00/OuNorth0000/OuClinicA00");
    const merge = { sources: ["OuNorth0000", "OuSouth0000"], target: "OuCountry00" };
    expect((await call("POST", "/api/organisationUnits/merge", merge)).status).toBe(200);
    expect(await members()).toEqual(["OuCountry00"]);
    expect((await call("GET", "/api/organisationUnits/OuSouth0000")).status).toBe(404);
  });

  it.each([
    ["split", { source: "OuNowhere00", targets: ["OuNorth0000", "OuSouth0000"] }, "E1510"],
    ["split", { source: "OuRegion000", targets: ["OuNorth0000"] }, "E1511"],
    ["split", { source: "OuRegion000", targets: ["OuRegion000", "OuSouth0000"] }, "E1512"],
    ["split", { source: "OuRegion000", targets: ["OuNowhere00", "OuSouth0000"] }, "E1515"],
    ["split", { source: "OuRegion000", targets: ["OuClinicA00", "OuSouth0000"] }, "E1516"],
    ["merge", { sources: ["OuNorth0000"], target: "OuSouth0000" }, "E1500"],
    ["merge", { sources: ["OuNorth0000", "OuSouth0000"] }, "E1501"],
    ["merge", { sources: ["OuNorth0000", "OuSouth0000"], target: "OuSouth0000" }, "E1502"],
    ["merge", { sources: ["OuNowhere00"], target: "OuSouth0000" }, "E1503"],
    ["merge", { sources: ["OuRegion000", "OuSouth0000"], target: "OuClinicA00" }, "E1504"],
  ])("do not %s as %j says: %s", async (what, body, errorCode) => {
    const call = await tree(version);
    expect(await call("POST", `/api/organisationUnits/${what}`, body)).toMatchObject({
      status: 409,
      body: { errorCode },
    });
  });

  it("have geometries, which come and go as GeoJSON", async () => {
    const call = await tree(version);
    const point = { type: "Point", coordinates: [3, 4] };
    const features = [
      { type: "Feature", id: "OuRegion000", geometry: point },
      { type: "Feature", id: "OuNowhere00", geometry: point },
      { type: "Feature", id: "OuSouth0000" },
    ];
    const imported = await call("POST", "/api/organisationUnits/geometry", {
      type: "FeatureCollection",
      features,
    });
    expect(imported.body).toMatchObject({
      message: "Import partially successful.",
      response: {
        importCount: { imported: 1, updated: 0, ignored: 2 },
        conflicts: [
          { errorCode: "E7708", indexes: [1] },
          { errorCode: "E7706", indexes: [2] },
        ],
      },
    });
    const listed = await call("GET", "/api/organisationUnits.geojson?level=2");
    expect(listed.body.features).toMatchObject([
      { id: "OuRegion000", geometry: point, properties: { level: "2", parentGraph: "OuCountry00" } },
    ]);
    await call("DELETE", "/api/organisationUnits/OuRegion000/geometry");
    expect((await call("GET", "/api/organisationUnits.geojson?level=2")).body.features).toEqual([]);
  });

  it("have names for their levels", async () => {
    const call = await tree(version);
    const levels = ["Country", "Region", "Clinic"].map((name, index) => ({ name, level: index + 1 }));
    const made = await call("POST", "/api/filledOrganisationUnitLevels", { organisationUnitLevels: levels });
    expect(made.status).toBe(201);
    expect((await call("GET", "/api/filledOrganisationUnitLevels")).body).toMatchObject(levels);
    await call("POST", "/api/filledOrganisationUnitLevels", {
      organisationUnitLevels: [{ name: "Nation", level: 1 }],
    });
    expect((await call("GET", "/api/organisationUnitLevels?fields=name&order=level")).body).toMatchObject({
      organisationUnitLevels: [{ name: "Nation" }, { name: "Region" }, { name: "Clinic" }],
    });
  });

  it("close after they open, and have points with two numbers", async () => {
    const { call } = await startedWith({ version });
    const closed = { ...unit("OuCountry00", "Country"), closedDate: "2019-01-01" };
    expect(await call("POST", "/api/organisationUnits", closed)).toMatchObject({
      status: 409,
      body: {
        response: {
          errorReports: [
            { errorCode: "E4013", args: ["Tue Jan 01 00:00:00 UTC 2019", "Wed Jan 01 00:00:00 UTC 2020"] },
          ],
        },
      },
    });
    const pointless = { ...unit("OuCountry00", "Country"), geometry: { type: "Point", coordinates: [1] } };
    expect((await call("POST", "/api/organisationUnits", pointless)).status).toBe(version >= 43 ? 409 : 500);
  });
});
