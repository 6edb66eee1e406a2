import { type Core, resources, server } from "@dhis2w/core-v42";
import {
  type Exchange,
  plainRequest,
  recordedGroup,
  recordedVersions,
  type ScriptedAnswer,
  scriptedFetch,
} from "@dhis2w/recordings";
import { describe, expect, test } from "vitest";
import {
  basic,
  createClient,
  Dhis2AbortError,
  Dhis2TimeoutError,
  type JobReference,
  type MetadataBundle,
  startMetadataImport,
  waitForJob,
} from "../index.ts";
import { fakeClock } from "../testing/fixtures.ts";

function clientFor(...answers: readonly ScriptedAnswer[]) {
  const { fetch, sent } = scriptedFetch(...answers);
  const clock = fakeClock();
  const dhis2 = createClient<Core>(
    { resources, server },
    { baseUrl: "https://dhis2.test", auth: basic("admin", "district"), fetch, clock },
  );
  return { dhis2, sent, clock };
}

const nothing: ScriptedAnswer = { status: 200, headers: new Headers(), body: "" };
const underWay: ScriptedAnswer = {
  json: [{ level: "INFO", message: "Validating bundle", completed: false }],
};
const job: JobReference<"ANALYTICS_TABLE"> = { id: "JobOne00000", jobType: "ANALYTICS_TABLE" };
const tasks = "/api/system/tasks/ANALYTICS_TABLE/JobOne00000";
const summaries = "/api/system/taskSummaries/ANALYTICS_TABLE/JobOne00000";

describe.each(recordedVersions())("jobs as recorded on %s", (version) => {
  const { step } = recordedGroup(version, "12-jobs");
  const started = async (exchange: Exchange) => {
    const { dhis2, sent } = clientFor(exchange.response);
    const bundle = JSON.parse(exchange.request.body ?? "") as MetadataBundle<object>;
    const reference = await startMetadataImport<object>(dhis2, bundle);
    expect(sent).toEqual([plainRequest(exchange.request)]);
    return reference;
  };

  test("an import in the background is begun, waited for, and gives its report", async () => {
    const reference = await started(step("async metadata import"));
    const done = step("notifications: final");
    const summary = step("summary: final");
    const { dhis2, sent, clock } = clientFor(
      { json: [] },
      underWay,
      done.response,
      nothing,
      summary.response,
    );
    expect(await waitForJob(dhis2, reference)).toEqual({
      message: "Import complete with status OK, 1 created, 0 updated, 0 deleted, 0 ignored",
      summary: {
        status: "OK",
        stats: { created: 1, updated: 0, deleted: 0, ignored: 0, total: 1 },
        rows: [],
      },
      rows: [],
    });
    expect(clock.slept).toEqual([1000, 1000, 1000]);
    expect(sent.slice(2)).toEqual([done, summary, summary].map(({ request }) => plainRequest(request)));
  });

  test("an import that failed in the background is an error with its findings", async () => {
    const reference = await started(step("async import with an error"));
    const { dhis2 } = clientFor(
      step("notifications of the failed: final").response,
      step("summary of the failed: final").response,
    );
    await expect(waitForJob(dhis2, reference)).rejects.toMatchObject({
      code: "JOB.FAILED",
      message: expect.stringContaining("Import complete with status ERROR"),
      job: reference,
      summary: { status: "ERROR", stats: { ignored: 1 } },
      rows: ["aggregationType", "domainType", "valueType", "shortName"].map((property) => ({
        type: "DataElement",
        uid: "DeAsyncBad0",
        index: 0,
        property,
        code: "E4000",
      })),
    });
  });

  test("a job that broke leaves no report, and is an error with what it said last", async () => {
    const [id = "", notifications] = Object.entries(
      JSON.parse(step("tasks of a type").response.body) as Record<string, { readonly message: string }[]>,
    ).find(([, [last]]) => last?.message.startsWith("Process failed")) ?? ["", []];
    const { dhis2 } = clientFor({ json: notifications }, nothing, nothing);
    await expect(waitForJob(dhis2, { id, jobType: "METADATA_IMPORT" })).rejects.toMatchObject({
      code: "JOB.FAILED",
      message: expect.stringContaining("Unexpected end-of-input"),
      summary: undefined,
      rows: [],
    });
  });

  test("a job that the server does not know looks like one that says nothing yet, until the timeout (BUG-212)", async () => {
    const { response } = step("unknown job");
    const { dhis2, clock } = clientFor(response, response, response);
    const waiting = waitForJob(dhis2, job, { timeout: 2_500, pollInterval: 2_000 });
    const error: unknown = await waiting.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Dhis2TimeoutError);
    expect(error).toMatchObject({ code: "JOB.TIMEOUT", timeout: 2_500, job });
    expect(clock.slept).toEqual([2_000, 500]);
  });

  test("other jobs that an answer names are waited for in the same way", async () => {
    const analytics = recordedGroup(version, "16-analytics");
    const { response } = JSON.parse(analytics.answer("generate").body) as {
      response: JobReference;
    };
    const { dhis2, sent } = clientFor(analytics.answer("generate notifications: final"), nothing, nothing);
    expect(await waitForJob(dhis2, response)).toEqual({
      message: expect.stringMatching(/^Analytics tables updated/),
      summary: undefined,
      rows: [],
    });
    expect(sent[0]).toEqual(analytics.request("generate notifications: final"));
  });
});

describe("waiting", () => {
  test("a job that saved a part did not fail: its report says what is missing", async () => {
    const report = {
      status: "WARNING",
      stats: { created: 1, updated: 0, deleted: 0, ignored: 1, total: 2 },
      typeReports: [
        {
          klass: "org.hisp.dhis.constant.Constant",
          objectReports: [
            {
              uid: "a",
              index: 1,
              errorReports: [{ errorCode: "E4000", message: "Missing", errorProperty: "name" }],
            },
          ],
        },
      ],
    };
    const { dhis2 } = clientFor(
      { json: [{ level: "ERROR", completed: true, message: "WARNING" }] },
      { json: report },
    );
    const { summary } = await waitForJob(dhis2, { id: "JobOne00000", jobType: "METADATA_IMPORT" });
    expect(summary).toMatchObject({
      status: "WARNING",
      stats: { created: 1 },
      rows: [{ uid: "a", code: "E4000", saved: false }],
    });
  });

  test("of an atomic import that failed nothing is taken for saved", async () => {
    const report = {
      status: "ERROR",
      stats: { created: 0, updated: 0, deleted: 0, ignored: 2, total: 2 },
      typeReports: [
        {
          klass: "org.hisp.dhis.constant.Constant",
          objectReports: [{ uid: "a", index: 0, errorReports: [{ errorCode: "E5002", message: "Unknown" }] }],
        },
      ],
    };
    const { dhis2 } = clientFor({ json: [{ level: "ERROR", completed: true }] }, { json: report });
    const waiting = waitForJob(dhis2, { id: "JobOne00000", jobType: "METADATA_IMPORT" });
    await expect(waiting).rejects.toMatchObject({
      code: "JOB.FAILED",
      summary: { rows: [{ uid: "a", code: "E5002", saved: false }] },
    });
  });

  test("an import that ended well without a report is no success", async () => {
    const { dhis2 } = clientFor({ json: [{ completed: true, level: "INFO" }] }, nothing, nothing);
    const waiting = waitForJob(dhis2, { id: "JobOne00000", jobType: "METADATA_IMPORT" });
    await expect(waiting).rejects.toMatchObject({ code: "PARSE.SHAPE" });
  });

  test("the caller's signal ends the wait, between two looks and within one", async () => {
    const between = new AbortController();
    const { dhis2 } = clientFor(underWay);
    const waiting = waitForJob(
      {
        ...dhis2,
        clock: {
          now: () => 0,
          sleep: async (_, signal) => {
            between.abort("enough");
            throw signal?.reason;
          },
        },
      },
      job,
      { signal: between.signal },
    );
    const error: unknown = await waiting.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Dhis2AbortError);
    expect(error).toMatchObject({ code: "ABORT.ABORTED", reason: "enough" });
    const { dhis2: idle, sent } = clientFor();
    await expect(waitForJob(idle, job, { signal: AbortSignal.abort("no") })).rejects.toMatchObject({
      code: "ABORT.ABORTED",
      reason: "no",
    });
    expect(sent).toEqual([]);
  });

  test.each([{ timeout: 0 }, { timeout: Number.NaN }, { pollInterval: 0 }, { pollInterval: -1 }])(
    "%o is no way to wait",
    async (options) => {
      const { dhis2, sent } = clientFor();
      await expect(waitForJob(dhis2, job, options)).rejects.toThrow(RangeError);
      expect(sent).toEqual([]);
    },
  );

  test("a reference that is none, and answers that are none, are told apart from a job that goes on", async () => {
    const { dhis2, sent } = clientFor({ json: { not: "a list" } });
    await expect(waitForJob(dhis2, { id: "", jobType: "TEST" })).rejects.toThrow(RangeError);
    await expect(waitForJob(dhis2, job)).rejects.toMatchObject({ code: "PARSE.SHAPE" });
    expect(sent.map(({ path }) => path)).toEqual([tasks]);
    const { dhis2: other } = clientFor({ json: { status: "OK", response: { id: "a", jobType: "TEST" } } });
    await expect(startMetadataImport(other, { constants: [] })).rejects.toMatchObject({
      code: "PARSE.SHAPE",
    });
  });

  test("a report that comes late is waited for once, a job's own words are not taken for it", async () => {
    const late = { json: { checks: 3 } };
    const { dhis2, sent } = clientFor({ json: [{ completed: true, message: "done" }] }, nothing, late);
    expect(await waitForJob(dhis2, job)).toEqual({ message: "done", summary: { checks: 3 }, rows: [] });
    expect(sent.map(({ path }) => path)).toEqual([tasks, summaries, summaries]);
  });
});
