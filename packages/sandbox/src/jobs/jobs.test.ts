import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";

const noon = Date.UTC(2026, 0, 1, 12, 0, 5);

/** A sandbox whose clock a test moves. */
async function clocked(version: number, strict = false) {
  let now = noon;
  const { call, sandbox } = await startedWith({ version, strict, clock: () => now });
  return {
    call,
    sandbox,
    pass: (seconds: number): void => {
      now += seconds * 1000;
    },
  };
}

const constant = { id: "ConstPi0000", name: "Pi", shortName: "Pi", value: 3.14 };
const fields = "fields=jobStatus,lastExecutedStatus,schedulingType,enabled";

describe.each(versions)("jobs of version %i (BUG-301)", (version) => {
  it("import what was asked for later, object by object", async () => {
    const { call } = await clocked(version);
    await call("POST", "/api/constants", constant);
    const bundle = {
      constants: [
        { ...constant, value: 3 },
        { ...constant, id: "ConstE00000", name: "E", shortName: "E" },
      ],
    };
    const { body } = await call("POST", "/api/metadata?async=true", bundle);
    expect(body.message).toBe(`Initiated METADATA_IMPORT (${noon})`);
    expect(body.response).toMatchObject({ jobStatus: "NOT_STARTED", jobParameters: { async: true } });
    const told = (await call("GET", body.response.relativeNotifierEndpoint)).body;
    expect(told.map(({ message }: { message: string }) => message)).toEqual([
      "Import complete with status OK, 1 created, 1 updated, 0 deleted, 0 ignored",
      "1 successful and 0 failed items",
      "Running postUpdate Constant bundle hooks",
      "1 successful and 0 failed items",
      "Updating 1 Constant object(s) as admin",
      "1 successful and 0 failed items",
      "Running preUpdate Constant bundle hooks",
      "1 successful and 0 failed items",
      "Running postCreate Constant bundle hooks",
      "1 successful and 0 failed items",
      "Creating 1 Constant object(s) as admin",
      "1 successful and 0 failed items",
      "Running preCreate Constant bundle hooks",
      "Validating bundle",
      "Running postCreateBundle",
      "Creating bundle",
      "Running preCreateBundle",
      "Loading file content",
      "Loading file resource",
      "Metadata import started",
    ]);
    expect((await call("GET", "/api/constants/ConstPi0000?fields=value")).body).toEqual({ value: 3 });
    const inShort = (await call("GET", "/api/system/tasks/metadata_import")).body[body.response.id];
    expect(inShort).toEqual([told[0], told.at(-1)]);
    await call("DELETE", `/api/system/tasks/METADATA_IMPORT/${body.response.id}`);
    expect((await call("GET", body.response.relativeNotifierEndpoint)).body).toEqual([]);
  });

  it("say what went wrong with a body that does not parse", async () => {
    const { call } = await clocked(version);
    const { response } = (await call("POST", "/api/metadata?async=true", '{"constants":')).body;
    const [last] = (await call("GET", response.relativeNotifierEndpoint)).body;
    expect(last).toMatchObject({ level: "ERROR", completed: true });
    expect(last.message).toContain("Process failed: Unexpected end-of-input");
    expect((await call("GET", `/api/jobConfigurations/${response.id}?${fields}`)).body).toEqual({
      jobStatus: "DISABLED",
      lastExecutedStatus: "FAILED",
      schedulingType: "ONCE_ASAP",
      enabled: false,
    });
  });

  it("run by the clock, one of a type at each beat of the scheduler", async () => {
    const { call, pass } = await clocked(version);
    const job = (id: string, delay: number) => ({
      id,
      name: id,
      jobType: "TEST",
      delay,
      jobParameters: { stages: 1 },
    });
    await call("POST", "/api/jobConfigurations", job("JobOne00000", 60));
    await call("POST", "/api/jobConfigurations", job("JobTwo00000", 60));
    const ran = async (id: string) =>
      (await call("GET", `/api/jobConfigurations/${id}?fields=lastExecuted`)).body.lastExecuted;
    expect(await ran("JobOne00000")).toBe(undefined);
    pass(15);
    expect(await ran("JobOne00000")).toBe("2026-01-01T12:00:20.000");
    expect(await ran("JobTwo00000")).toBe(undefined);
    pass(20);
    expect(await ran("JobTwo00000")).toBe("2026-01-01T12:00:40.000");
    pass(3600);
    expect(await ran("JobOne00000")).toBe("2026-01-01T13:00:20.000");
  });

  it("are executed, taken back, switched off and on", async () => {
    const { call, pass } = await clocked(version);
    const job = { id: "JobTest0000", name: "Test", jobType: "TEST", cronExpression: "0 0 1 1 * ?" };
    await call("POST", "/api/jobConfigurations", job);
    const state = async () => (await call("GET", `/api/jobConfigurations/JobTest0000?${fields}`)).body;
    const post = (path: string) => call("POST", `/api/jobConfigurations/JobTest0000/${path}`);
    await post("execute");
    expect(await state()).toMatchObject({ schedulingType: "ONCE_ASAP", lastExecutedStatus: "NOT_STARTED" });
    await post("cancel");
    expect(await state()).toMatchObject({ schedulingType: "CRON", lastExecutedStatus: "STOPPED" });
    await post("execute");
    pass(20);
    expect(await state()).toMatchObject({ schedulingType: "CRON", lastExecutedStatus: "COMPLETED" });
    await post("disable");
    pass(20);
    expect(await state()).toMatchObject({ enabled: false, jobStatus: "DISABLED" });
    expect((await post("execute")).status).toBe(409);
    await post("enable");
    expect(await state()).toMatchObject({ enabled: true, jobStatus: "SCHEDULED" });
  });

  it("keep the parameters of their type, and refuse what cannot be", async () => {
    const { call } = await clocked(version);
    const create = (values: object) => call("POST", "/api/jobConfigurations", values);
    await create({
      id: "JobPre00000",
      name: "Predict",
      jobType: "PREDICTOR",
      jobParameters: { relativeEnd: 2, more: 1 },
    });
    expect(
      (await call("GET", "/api/jobConfigurations/JobPre00000?fields=jobParameters")).body.jobParameters,
    ).toEqual({
      relativeStart: 0,
      relativeEnd: 2,
      predictors: [],
      predictorGroups: [],
    });
    expect((await call("POST", "/api/jobConfigurations/JobPre00000/execute")).status).toBe(501);
    expect(
      (await create({ name: "A", jobType: "TEST", schedulingType: "FIXED_DELAY" })).body.response
        .errorReports[0].errorCode,
    ).toBe("E7007");
    expect(
      (await create({ name: "B", jobType: "TEST", schedulingType: "CRON" })).body.response.errorReports[0]
        .errorCode,
    ).toBe("E7004");
    expect((await create({ name: "C", jobType: "HOUSEKEEPING" })).status).toBe(409);
    expect((await create({ name: "D", jobType: "TEST", cronExpression: "0 0 1 L * ?" })).status).toBe(501);
    expect((await call("DELETE", "/api/jobConfigurations/DHIS2rocks1")).body.message).toBe(
      "Job DHIS2rocks1 is a system job that cannot be deleted.",
    );
  });

  it("stand in queues behind the one that starts them", async () => {
    const { call } = await clocked(version);
    for (const [id, hour] of [
      ["JobOne00000", 1],
      ["JobTwo00000", 2],
    ])
      await call("POST", "/api/jobConfigurations", {
        id,
        name: id,
        jobType: "TEST",
        cronExpression: `0 0 ${hour} 1 * ?`,
      });
    const queue = { name: "Both", cronExpression: "0 0 5 ? * *", sequence: ["JobTwo00000", "JobOne00000"] };
    expect((await call("POST", "/api/scheduler/queues/Both", queue)).status).toBe(201);
    expect((await call("POST", "/api/scheduler/queues/Both", queue)).body.errorCode).toBe("E7021");
    expect((await call("GET", "/api/scheduler/queues/Both")).body).toEqual(queue);
    expect((await call("GET", "/api/scheduler/queues")).body).toEqual(["Both"]);
    const entries = (await call("GET", "/api/scheduler?order=name")).body;
    const entry = entries.find(({ name }: { name: string }) => name === "Both");
    expect(entry).toMatchObject({ type: "Sequence", nextExecutionTime: "2026-01-02T05:00:00.000" });
    expect(entry.sequence.map(({ id }: { id: string }) => id)).toEqual(queue.sequence);
    expect((await call("DELETE", "/api/scheduler/queues/Both")).status).toBe(204);
    expect((await call("GET", "/api/scheduler/queues/Both")).status).toBe(404);
  });

  it("come back with a snapshot", async () => {
    const { call, sandbox } = await clocked(version);
    const before = sandbox.snapshot();
    const { response } = (await call("POST", "/api/metadata?async=true", { constants: [constant] })).body;
    const after = sandbox.snapshot();
    sandbox.reset(before);
    expect((await call("GET", response.relativeNotifierEndpoint)).body).toEqual([]);
    sandbox.reset(after);
    const path = `/api/system/taskSummaries/METADATA_IMPORT/${response.id}`;
    expect((await call("GET", path)).body.stats.created).toBe(1);
  });

  it("may have a delay beyond the calendar", async () => {
    const { call } = await clocked(version);
    const job = { name: "Never", jobType: "DISABLE_INACTIVE_USERS", delay: 1e300 };
    const { status } = await call("POST", "/api/jobConfigurations", {
      ...job,
      schedulingType: "FIXED_DELAY",
      jobParameters: { inactiveMonths: 3 },
    });
    expect([201, 400, 409]).toContain(status);
    expect((await call("GET", "/api/scheduler")).status).toBe(200);
  });

  it("refuse misspelt parameters where a strict sandbox is asked", async () => {
    const { call } = await clocked(version, true);
    const job = { name: "A", jobType: "TEST", jobParameters: { stage: 1 } };
    expect((await call("POST", "/api/jobConfigurations", job)).body.message).toBe(
      "'stage' is not a parameter of TEST jobs",
    );
    expect((await call("GET", "/api/scheduler?ordre=name")).body.message).toContain("did you mean 'order'?");
  });
});
