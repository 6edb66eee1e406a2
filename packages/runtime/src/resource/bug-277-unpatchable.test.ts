import { type Core, resources, server } from "@dhis2w/core-v42";
import { createSandbox } from "@dhis2w/sandbox";
import { describe, expect, test } from "vitest";
import { basic, cookie, createClient } from "../index.ts";
import { recordingFetch } from "../testing/fixtures.ts";
import { applyPatch } from "./apply-patch.ts";
import type { JsonPatchOperation } from "./patch-operation.ts";

const stored = {
  id: "DashOne0000",
  name: "Board",
  code: "B",
  dashboardItems: [{ id: "ItemOne0000" }, { id: "ItemText000" }],
};

/** A core whose server takes no patches of these. */
const coreWhere = (unpatchableResources: string) => ({
  resources,
  server: { ...server, quirks: { ...server.quirks, unpatchableResources } },
});

test("BUG-277: where patches are refused, the object is read, changed and replaced", async () => {
  const { fetch, requests } = recordingFetch((request) =>
    Response.json(request.method === "GET" ? stored : { status: "OK", response: { uid: stored.id } }),
  );
  const dhis2 = createClient<Core>(coreWhere("reports dashboards"), {
    baseUrl: "https://a.org",
    auth: cookie(),
    fetch,
  });
  await dhis2.resources.dashboards.patch("DashOne0000", [
    { op: "remove-by-id", path: "/dashboardItems", id: "ItemText000" },
    { op: "replace", path: "/name", value: "Better board" },
  ]);
  await dhis2.resources.dataElements.patch("DeOne000000", { name: "One" });
  expect(
    requests.map(({ method, url, body }) => [method, new URL(url).pathname + new URL(url).search, body]),
  ).toEqual([
    ["GET", "/api/dashboards/DashOne0000?fields=%3Aowner", ""],
    [
      "PUT",
      "/api/dashboards/DashOne0000",
      '{"id":"DashOne0000","name":"Better board","code":"B","dashboardItems":[{"id":"ItemOne0000"}]}',
    ],
    ["PATCH", "/api/dataElements/DeOne000000", '[{"op":"replace","path":"/name","value":"One"}]'],
  ]);
});

test.each([
  [41, ""],
  [42, ""],
  [43, "dashboards"],
] as const)("a dashboard of 2.%i is patched", async (version, unpatchable) => {
  const sandbox = await createSandbox({ version });
  const options = { baseUrl: sandbox.baseUrl, auth: basic("admin", "district"), fetch: sandbox.fetch };
  const { dashboards } = createClient<Core>(coreWhere(unpatchable), options).resources;
  const { uid } = await dashboards.create({
    name: "Board",
    dashboardItems: [
      { id: "ItemOne0000", text: "words" },
      { id: "ItemText000", text: "more words" },
    ],
  });
  await dashboards.patch(uid, [{ op: "remove-by-id", path: "/dashboardItems", id: "ItemText000" }]);
  await dashboards.patch(uid, { name: "Better board" });
  expect(await dashboards.get(uid, { fields: "name,dashboardItems[id,text]" })).toEqual({
    name: "Better board",
    dashboardItems: [{ id: "ItemOne0000", text: "words" }],
  });
});

describe("a patch that the client applies itself", () => {
  const object = { name: "a", list: [1, 2], style: { color: "red" }, items: [{ id: "x" }, { id: "y" }] };

  test.each<[JsonPatchOperation, object]>([
    [
      { op: "replace", path: "/name", value: null },
      { ...object, name: null },
    ],
    [
      { op: "add", path: "/code", value: "c" },
      { ...object, code: "c" },
    ],
    [
      { op: "add", path: "/list/-", value: 3 },
      { ...object, list: [1, 2, 3] },
    ],
    [
      { op: "add", path: "/list/0", value: 0 },
      { ...object, list: [0, 1, 2] },
    ],
    [
      { op: "replace", path: "/list/1", value: 5 },
      { ...object, list: [1, 5] },
    ],
    [
      { op: "remove", path: "/list/0" },
      { ...object, list: [2] },
    ],
    [
      { op: "remove", path: "/style/color" },
      { ...object, style: {} },
    ],
    [
      { op: "replace", path: "/style/a~1b", value: 1 },
      { ...object, style: { color: "red", "a/b": 1 } },
    ],
    [
      { op: "remove-by-id", path: "/items", id: "x" },
      { ...object, items: [{ id: "y" }] },
    ],
    [{ op: "remove", path: "/absent" }, object],
  ])("%j", (operation, wanted) => {
    expect(applyPatch(object, [operation])).toEqual(wanted);
  });

  test.each<JsonPatchOperation>([
    { op: "add", path: "/absent/inside", value: 1 },
    { op: "replace", path: "/list/2", value: 1 },
    { op: "remove", path: "/list/-" },
    { op: "add", path: "/list/name", value: 1 },
    { op: "replace", path: "/__proto__/polluted", value: 1 },
  ])("%j leads into nothing", (operation) => {
    expect(() => applyPatch(object, [operation])).toThrow(
      `${operation.op} ${operation.path}: nothing is there`,
    );
  });

  test("leaves what was read as it is", () => {
    const before = structuredClone(object);
    applyPatch(object, [{ op: "remove", path: "/list/0" }]);
    expect(object).toEqual(before);
  });
});
