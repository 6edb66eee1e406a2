import { describe, expect, it } from "vitest";
import { createSandbox, versions } from "./index.ts";

const admin = { Authorization: `Basic ${btoa("admin:district")}`, "X-Requested-With": "XMLHttpRequest" };

async function call(version: number) {
  const sandbox = await createSandbox({ version, clock: () => Date.UTC(2026, 0, 1) });
  return async (method: string, path: string, body?: unknown, type = "application/json") => {
    const response = await sandbox.fetch(`${sandbox.baseUrl}${path}`, {
      method,
      headers: { ...admin, ...(body === undefined ? {} : { "Content-Type": type }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  };
}

describe.each(versions)("a sandbox of version %i", (version) => {
  it("serves a resource that no handler names", async () => {
    const request = await call(version);
    const made = await request("POST", "/api/predictorGroups", { id: "PrgOne00000", name: "One" });
    expect(made).toMatchObject({
      status: 201,
      body: { response: { uid: "PrgOne00000", responseType: "ObjectReport" } },
    });
    expect(await request("GET", "/api/predictorGroups?fields=id,name")).toEqual({
      status: 200,
      body: {
        pager: { page: 1, total: 1, pageSize: 50, pageCount: 1 },
        predictorGroups: [{ id: "PrgOne00000", name: "One" }],
      },
    });
    expect(
      await request(
        "PATCH",
        "/api/predictorGroups/PrgOne00000",
        [{ op: "replace", path: "/name", value: "Uno" }],
        "application/json-patch+json",
      ),
    ).toMatchObject({ status: 200 });
    expect(await request("GET", "/api/predictorGroups/PrgOne00000?fields=name")).toMatchObject({
      body: { name: "Uno" },
    });
    expect(await request("DELETE", "/api/predictorGroups/PrgOne00000")).toMatchObject({ status: 200 });
    expect(await request("GET", "/api/predictorGroups/PrgOne00000")).toMatchObject({ status: 404 });
  });

  it("says 501 and names the endpoint that it does not know", async () => {
    const request = await call(version);
    expect(await request("GET", "/api/analytics")).toEqual({
      status: 501,
      body: {
        httpStatus: "Not Implemented",
        httpStatusCode: 501,
        status: "ERROR",
        message: "The sandbox does not support GET /api/analytics",
      },
    });
  });
});
