import { describe, expect, it, test } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";
import { accepts } from "./accept.ts";
import { isEndpoint, isOwnPath } from "./endpoints.ts";

test.each([
  [null, true],
  ["*/*", true],
  ["application/*", true],
  ["text/html,application/json;q=0.5", true],
  ["application/xml", false],
])("takes an Accept of %s: %s", (header, taken) => {
  expect(accepts(header, ["application/json"])).toBe(taken);
});

test("tells paths with a meaning of their own from UIDs and properties", () => {
  expect(isOwnPath(["indicators", "expression", "description"])).toBe(true);
  expect(isOwnPath(["sqlViews", "SqlView0000", "data"])).toBe(true);
  expect(isOwnPath(["dataElements", "expression"])).toBe(false);
  expect(isOwnPath(["dataElements", "DeOne000000", "dataElementGroups"])).toBe(false);
  expect(isEndpoint(["analytics"], 43)).toBe(true);
  expect(isEndpoint(["noSuchThings"], 43)).toBe(false);
});

describe.each(versions)("HTTP of version %i", (version) => {
  it("says 404 to what no server knows and 501 to what the sandbox does not", async () => {
    const { call } = await startedWith({ version });
    expect((await call("GET", "/api/noSuchThings")).status).toBe(404);
    expect((await call("POST", "/api/predictors/expression/description", "1", "text/plain")).status).toBe(
      501,
    );
    expect((await call("GET", "/api/analytics")).status).toBe(501);
  });

  it("lets only origins in that are listed", async () => {
    const { sandbox } = await startedWith({ version });
    const from = (origin: string): Promise<Response> =>
      sandbox.fetch(`${sandbox.baseUrl}/api/me?fields=id`, {
        headers: { Authorization: `Basic ${btoa("admin:district")}`, Origin: origin },
      });
    expect((await from("https://app.example.org")).headers.get("access-control-allow-origin")).toBe(null);
    await sandbox.fetch(`${sandbox.baseUrl}/api/configuration/corsAllowlist`, {
      method: "POST",
      headers: { Authorization: `Basic ${btoa("admin:district")}`, "Content-Type": "application/json" },
      body: JSON.stringify(["https://app.example.org"]),
    });
    const answer = await from("https://app.example.org");
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://app.example.org");
  });
});
