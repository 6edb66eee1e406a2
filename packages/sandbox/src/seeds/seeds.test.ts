import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";
import { seedNames } from "./plant.ts";

describe.each(versions)("seeds in a sandbox of version %i", (version) => {
  it.each(seedNames)("are taken by the server itself: %s, strictly", async (seed) => {
    await expect(startedWith({ version, seed, strict: true })).resolves.toBeDefined();
  });

  it("give a country of four levels with what is reported there", async () => {
    const { call, sandbox } = await startedWith({ version, seed: "country" });
    const units = await call("GET", "/api/organisationUnits?fields=id,level&paging=false");
    const levels = new Set(units.body.organisationUnits.map((unit: { level: number }) => unit.level));
    expect(levels).toEqual(new Set([1, 2, 3, 4]));
    const combo = await call("GET", "/api/categoryCombos/CcSexAge000?fields=categoryOptionCombos[id]");
    expect(combo.body.categoryOptionCombos).toHaveLength(4);
    const program = await call(
      "GET",
      "/api/programs/PrMalaria00?fields=programStages[programStageDataElements[dataElement[code]]]",
    );
    expect(program.body.programStages[0].programStageDataElements).toHaveLength(2);
    const clerk = await sandbox.fetch(`${sandbox.baseUrl}/api/me?fields=organisationUnits[name]`, {
      headers: { Authorization: `Basic ${btoa("clerk:District1!")}` },
    });
    expect(await clerk.json()).toEqual({ organisationUnits: [{ name: "Timba Health Centre" }] });
  });

  it("do not change from one start to the next", async () => {
    const first = await startedWith({ version, seed: "country" });
    const second = await startedWith({ version, seed: "country" });
    const path = "/api/metadata?skipSharing=true";
    expect((await second.call("GET", path)).body).toEqual((await first.call("GET", path)).body);
  });
});
