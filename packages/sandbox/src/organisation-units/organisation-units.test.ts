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
    expect(await names("/OuClinicA00?fields=name&includeAncestors=true")).toEqual([
      "Country",
      "Region",
      "Clinic A",
    ]);
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
