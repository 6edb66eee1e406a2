import { describe, expect, it } from "vitest";
import { startedWith } from "./testing/started.ts";

const element = {
  id: "DeOne000000",
  name: "One",
  shortName: "One",
  domainType: "AGGREGATE",
  valueType: "NUMBER",
  aggregationType: "SUM",
};

describe("what a test does with a sandbox", () => {
  it("goes back to how it began, down to the UIDs that it makes", async () => {
    const { sandbox, call } = await startedWith({ version: 42 });
    const round = async (): Promise<unknown[]> => [
      await call("GET", "/api/dataElements/DeOne000000"),
      await call("POST", "/api/dataElements", element),
      await call("GET", "/api/dataStore/notes/one"),
      await call("POST", "/api/dataStore/notes/one", { text: "x" }),
      await call("POST", "/api/constants", { name: "Pi", shortName: "Pi", value: 3.14 }),
    ];
    const first = await round();
    sandbox.reset();
    expect(sandbox.log).toEqual([]);
    expect(await round()).toEqual(first);
  });

  it("goes back to a snapshot, as often as it likes", async () => {
    const { sandbox, call } = await startedWith({ version: 42 });
    await call("POST", "/api/dataElements", element);
    const snapshot = sandbox.snapshot();
    for (let round = 0; round < 2; round++) {
      expect((await call("DELETE", "/api/dataElements/DeOne000000")).status).toBe(200);
      sandbox.reset(snapshot);
      expect((await call("GET", "/api/dataElements/DeOne000000?fields=name")).body).toEqual({ name: "One" });
    }
    expect((await call("POST", "/api/dataElements", { ...element, id: "DeTwo000000" })).status).toBe(409);
  });

  it("reads what was asked and answered", async () => {
    const { sandbox, call } = await startedWith({ version: 42 });
    await call("GET", "/api/dataElements?page=2");
    expect(sandbox.log).toEqual([{ method: "GET", path: "/api/dataElements?page=2", status: 200 }]);
  });

  it("lets requests fail as often as it said", async () => {
    const { call } = await startedWith({
      version: 42,
      faults: [
        { path: "/api/me", times: 1, status: 503, headers: { "Retry-After": "1" } },
        { path: "/api/system/ping" },
      ],
    });
    expect((await call("GET", "/api/me")).status).toBe(503);
    expect((await call("GET", "/api/me")).status).toBe(200);
    await expect(call("GET", "/api/system/ping")).rejects.toThrow(TypeError);
  });

  it("brings users, who may do what they were given", async () => {
    const { sandbox } = await startedWith({
      version: 42,
      users: [{ username: "eve", password: "Secret1!", authorities: ["F_CONSTANT_ADD"] }],
    });
    const headers = { Authorization: `Basic ${btoa("eve:Secret1!")}`, "Content-Type": "application/json" };
    const post = (path: string, body: unknown): Promise<Response> =>
      sandbox.fetch(`${sandbox.baseUrl}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    expect((await post("/api/dataElements", element)).status).toBe(403);
    expect((await post("/api/constants", { name: "Pi", shortName: "Pi", value: 3.14 })).status).toBe(201);
  });

  it("waits as long as it said, and not once it was aborted", async () => {
    const { sandbox } = await startedWith({ version: 42, latency: 10_000 });
    const request = sandbox.fetch(`${sandbox.baseUrl}/api/me`, { signal: AbortSignal.timeout(5) });
    await expect(request).rejects.toThrow(/timeout/i);
  });

  it("refuses a version that there is none of", async () => {
    await expect(startedWith({ version: 40 })).rejects.toThrow(
      /^There is no sandbox of version 40, only of 41, 42, 43/,
    );
  });
});
