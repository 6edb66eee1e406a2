import { cores } from "@dhis2w/all-cores";
import type * as v42 from "@dhis2w/core-v42";
import { createSandbox } from "@dhis2w/sandbox";
import { describe, expect, test } from "vitest";
import { basic, createClient, importMetadata, isDhis2Error, validateWith } from "../index.ts";

describe.each(Object.values(cores))("against a sandbox of $server.release", (core) => {
  async function client(options: { readonly validation?: ReturnType<typeof validateWith> } = {}) {
    const sandbox = await createSandbox({ version: core.server.version, strict: true });
    const requests: string[] = [];
    const dhis2 = createClient<v42.Core>(core, {
      ...options,
      baseUrl: sandbox.baseUrl,
      auth: basic("admin", "district"),
      fetch: (request) => {
        requests.push(request.method);
        return sandbox.fetch(request);
      },
    });
    return { dhis2, requests };
  }

  const element = (id: string, name: string): v42.DataElementCreate & { id: string } => ({
    id,
    name,
    shortName: name,
    valueType: "NUMBER",
    domainType: "AGGREGATE",
    aggregationType: "SUM",
  });
  const lacksReference = (id: string): v42.DataElementCreate => ({
    ...element(id, `Without ${id}`),
    optionSet: { id: "OsNowhere00" },
  });
  const tooLong = (id: string) => element(id, "x".repeat(231));

  test("many objects are saved and read back", async () => {
    const { dhis2, requests } = await client();
    const drafts = Array.from({ length: 30 }, (_, index) =>
      element(`DeMany000${10 + index}`, `Many ${10 + index}`),
    );
    expect(await dhis2.resources.dataElements.saveMany(drafts)).toEqual({
      status: "OK",
      stats: { created: 30, updated: 0, deleted: 0, ignored: 0, total: 30 },
      rows: [],
    });
    expect(requests).toEqual(["POST"]);
    const read = await dhis2.resources.dataElements.list({ fields: "id,name", order: "name:asc" });
    expect(read).toEqual(drafts.map(({ id, name }) => ({ id, name })));
  });

  test("by default all or nothing is saved", async () => {
    const { dhis2 } = await client();
    const { dataElements } = dhis2.resources;
    const failed = dataElements.saveMany([element("DeGood00000", "Good"), tooLong("DeLong00000")]);
    const error: unknown = await failed.catch((thrown: unknown) => thrown);
    if (!isDhis2Error(error, "HTTP.CONFLICT")) expect.fail(String(error));
    expect(
      error.rows.some(({ uid, index, property }) => `${uid} ${index} ${property}` === "DeLong00000 1 name"),
    ).toBe(true);
    expect(await dataElements.count()).toBe(0);
  });

  test("without atomicity the rows agree with what is stored (BUG-210)", async () => {
    const { dhis2 } = await client();
    const { dataElements } = dhis2.resources;
    const report = await dataElements.saveMany(
      [element("DeGood00000", "Good"), lacksReference("DeLost00000"), tooLong("DeLong00000")],
      { atomic: false },
    );
    expect(report.status).toBe("WARNING");
    expect(report.stats).toMatchObject({ created: 2 });
    const saved = (wanted: boolean) =>
      new Set(report.rows.filter((row) => row.saved === wanted).map(({ uid }) => uid));
    expect(saved(true)).toEqual(new Set(["DeLost00000"]));
    expect(saved(false)).toEqual(new Set(["DeLong00000"]));
    expect(await dataElements.list({ fields: "id,optionSet", order: "id:asc" })).toEqual([
      { id: "DeGood00000" },
      { id: "DeLost00000" },
    ]);
  });

  test("a dry run says the same and saves nothing", async () => {
    const { dhis2 } = await client();
    const { dataElements } = dhis2.resources;
    const drafts = [element("DeGood00000", "Good"), lacksReference("DeLost00000")];
    const report = await dataElements.saveMany(drafts, { atomic: false, dryRun: true });
    expect(report.rows).toEqual([
      expect.objectContaining({ uid: "DeLost00000", property: "optionSet", saved: true }),
    ]);
    expect(await dataElements.count()).toBe(0);
    await expect(dataElements.saveMany(drafts, { dryRun: true })).rejects.toMatchObject({
      code: "HTTP.CONFLICT",
    });
  });

  test("what exists is replaced whole, and its sharing kept by skipSharing only (BUG-205, BUG-208)", async () => {
    const { dhis2 } = await client();
    const { dataElements } = dhis2.resources;
    const mine = { ...element("DeMine00000", "Mine"), code: "MINE", sharing: { public: "--------" } };
    await dataElements.saveMany([mine]);
    const stored = () => dataElements.get("DeMine00000", { fields: "code,sharing[public]" });
    expect(await stored()).toEqual({ code: "MINE", sharing: { public: "--------" } });
    await dataElements.saveMany([element("DeMine00000", "Mine")], { skipSharing: true });
    expect(await stored()).toEqual({ sharing: { public: "--------" } });
    await dataElements.saveMany([element("DeMine00000", "Mine")]);
    expect(await stored()).toEqual({ sharing: { public: "rw------" } });
  });

  test("a strategy that does not allow for what is there refuses it, by uid (BUG-207)", async () => {
    const { dhis2 } = await client();
    const { dataElements } = dhis2.resources;
    await dataElements.saveMany([element("DeOne000000", "One")]);
    const both = [element("DeOne000000", "One again"), element("DeTwo000000", "Two")];
    const made = await dataElements.saveMany(both, { importStrategy: "CREATE", atomic: false });
    expect(made.stats).toMatchObject({ created: 1, ignored: 1 });
    expect(made.rows).toEqual([
      expect.objectContaining({ uid: "DeOne000000", index: undefined, code: "E5000", saved: false }),
    ]);
    const update = dataElements.saveMany([element("DeThree0000", "Three")], { importStrategy: "UPDATE" });
    await expect(update).rejects.toMatchObject({ rows: [{ uid: "DeThree0000", index: 0, code: "E5001" }] });
  });

  test("objects of several types refer to each other in any order, and go again in one request", async () => {
    const { dhis2, requests } = await client();
    const group = { id: "DegOne00000", name: "One", shortName: "One", dataElements: [{ id: "DeOne000000" }] };
    const report = await importMetadata(dhis2, {
      dataElementGroups: [group],
      dataElements: [element("DeOne000000", "One")],
      constants: undefined,
    });
    expect(report).toMatchObject({ status: "OK", stats: { created: 2 } });
    expect(
      await dhis2.resources.dataElementGroups.get("DegOne00000", { fields: "dataElements[id]" }),
    ).toEqual({ dataElements: [{ id: "DeOne000000" }] });
    const gone = await importMetadata(
      dhis2,
      { dataElementGroups: [{ id: "DegOne00000" }], dataElements: [{ id: "DeOne000000" }] },
      { importStrategy: "DELETE" },
    );
    expect(gone.stats).toMatchObject({ deleted: 2, total: 2 });
    expect(requests).toEqual(["POST", "GET", "POST"]);
  });

  test("drafts are looked at by the client's schemas before any request", async () => {
    const schema = {
      "~standard": {
        version: 1,
        vendor: "test",
        validate: (value: unknown) =>
          (value as { readonly name: string }).name.length > 230
            ? { issues: [{ message: "too long", path: ["name"] }] }
            : { value },
      },
    } as const;
    const validation = validateWith({ schemas: { dataElements: { create: schema } }, mode: "throw" });
    const { dhis2, requests } = await client({ validation });
    const drafts = [element("DeGood00000", "Good"), tooLong("DeLong00000")];
    const refused = { code: "VALIDATION.FAILED", issues: [{ path: ["dataElements", 1, "name"] }] };
    await expect(dhis2.resources.dataElements.saveMany(drafts)).rejects.toMatchObject(refused);
    await expect(importMetadata(dhis2, { dataElements: drafts })).rejects.toMatchObject(refused);
    expect(requests).toEqual([]);
    // What is to be deleted is no draft.
    const gone = importMetadata(dhis2, { dataElements: drafts }, { importStrategy: "DELETE", atomic: false });
    expect((await gone).rows).toHaveLength(2);
    const { stats } = await dhis2.resources.dataElements.saveMany(drafts.slice(0, 1));
    expect(stats.created).toBe(1);
  });
});
