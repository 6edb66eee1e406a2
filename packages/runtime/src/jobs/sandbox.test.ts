import { cores } from "@dhis2w/all-cores";
import type * as v42 from "@dhis2w/core-v42";
import { createSandbox } from "@dhis2w/sandbox";
import { describe, expect, test } from "vitest";
import { basic, createClient, startMetadataImport, waitForJob } from "../index.ts";
import { fakeClock } from "../testing/fixtures.ts";

describe.each(Object.values(cores))("jobs of a sandbox of $server.release", (core) => {
  async function client() {
    const clock = fakeClock();
    const sandbox = await createSandbox({
      version: core.server.version,
      strict: true,
      clock: () => Date.UTC(2026, 0, 1, 12, 0, 1) + clock.now(),
    });
    const looks: string[] = [];
    const dhis2 = createClient<v42.Core>(core, {
      baseUrl: sandbox.baseUrl,
      auth: basic("admin", "district"),
      clock,
      fetch: (request) => {
        const { pathname } = new URL(request instanceof Request ? request.url : String(request));
        if (pathname.includes("/system/tasks/")) looks.push(pathname);
        return sandbox.fetch(request);
      },
    });
    return { dhis2, looks };
  }

  const constant = { id: "ConstPi0000", name: "Pi", shortName: "Pi", value: 3.14 };

  test("an import in the background is done, and tells what it did", async () => {
    const { dhis2 } = await client();
    const job = await startMetadataImport(dhis2, { constants: [constant] });
    const { message, summary, rows } = await waitForJob(dhis2, job);
    expect(message).toBe("Import complete with status OK, 1 created, 0 updated, 0 deleted, 0 ignored");
    expect(summary).toMatchObject({ status: "OK", stats: { created: 1, total: 1 } });
    expect(rows).toEqual([]);
    expect(await dhis2.resources.constants.get("ConstPi0000", { fields: "name" })).toEqual({ name: "Pi" });
    expect(await dhis2.resources.jobConfigurations.get(job.id, { fields: "jobType,enabled" })).toEqual({
      jobType: "METADATA_IMPORT",
      enabled: false,
    });
  });

  test("an import that fails in the background says why, and saves nothing", async () => {
    const { dhis2 } = await client();
    const tooLong = { ...constant, id: "ConstBad000", name: "x".repeat(231), shortName: "Bad" };
    const job = await startMetadataImport(dhis2, { constants: [constant, tooLong] });
    await expect(waitForJob(dhis2, job)).rejects.toMatchObject({
      code: "JOB.FAILED",
      rows: [{ uid: "ConstBad000", property: "name", code: "E4001" }],
    });
    expect(await dhis2.resources.constants.count()).toBe(0);
  });

  test("a job that waits for the scheduler is looked at until it has run", async () => {
    const { dhis2, looks } = await client();
    const answer = (await dhis2.request("POST", "/api/resourceTables")) as {
      response: { id: string; jobType: string };
    };
    const { message } = await waitForJob(dhis2, answer.response, { pollInterval: 5_000 });
    expect(message).toBe("Resource tables generated: 00:00:00.000");
    expect(looks).toHaveLength(5);
  });
});
