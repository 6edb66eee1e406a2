import { type Exchange, exchangeNamed, readRecording, recordedVersions } from "@dhis2w/recordings";
import { describe, expect, test } from "vitest";
import { basic, createClient, type Dhis2, isDhis2Error, personalAccessToken } from "../index.ts";
import { recordingFetch, type TestCore, testCore } from "../testing/fixtures.ts";

/**
 * Answers with a recorded exchange, after checking that our request is the recorded one: method, path, query
 * (ours may say more about order and pages) and body.
 */
function against(exchange: Exchange, change: (dhis2: Dhis2<TestCore>) => Promise<unknown>): Promise<unknown> {
  const { request: wanted, response } = exchange;
  const { fetch } = recordingFetch(async (request) => {
    const url = new URL(request.url);
    expect(`${request.method} ${url.pathname}`).toBe(`${wanted.method} ${wanted.path}`);
    for (const [name, value] of wanted.query) expect(url.searchParams.getAll(name)).toContain(value);
    const body = await request.text();
    expect(body === "" ? undefined : JSON.parse(body)).toEqual(
      wanted.body === undefined || wanted.body === "" ? undefined : JSON.parse(wanted.body),
    );
    if (wanted.headers.get("Content-Type"))
      expect(request.headers.get("Content-Type")).toBe(wanted.headers.get("Content-Type"));
    return new Response(response.body || null, { status: response.status, headers: response.headers });
  });
  const auth = basic("admin", "district");
  return change(
    createClient<TestCore>(testCore, { baseUrl: "https://dhis2.test", auth, fetch, retry: false }),
  );
}

describe.each(recordedVersions())("our requests are those that worked on %s", (version) => {
  const crud = readRecording(version, "07-crud");
  const collections = readRecording(version, "08-collections");
  const system = readRecording(version, "01-system");
  const queries = readRecording(version, "03-queries");
  const draftOf = (step: string) => JSON.parse(exchangeNamed(crud, step).request.body ?? "");

  test.each(["create", "create minimal", "create unknown key", "create with null"])("%s", async (step) => {
    const draft = draftOf(step);
    const made = await against(exchangeNamed(crud, step), ({ resources }) =>
      resources.dataElements.create(draft),
    );
    expect(made).toMatchObject({ uid: draft.id });
  });

  test("get of the whole object, and of its own properties", async () => {
    expect(
      await against(exchangeNamed(crud, "read"), ({ resources }) =>
        resources.dataElements.get("DeOne000000"),
      ),
    ).toMatchObject({ id: "DeOne000000", name: "One", code: "DEONE" });
    expect(
      await against(exchangeNamed(crud, "read minimal"), ({ resources }) =>
        resources.dataElements.get("DeMin000000", { fields: ":owner" }),
      ),
    ).toMatchObject({ name: "Minimal" });
  });

  test.each([
    ["PATCH replace", { name: "One patched" }],
    ["PATCH replace null", { code: null }],
    ["PATCH remove", [{ op: "remove", path: "/description" }]],
    [
      "PATCH several",
      [
        { op: "replace", path: "/name", value: "One" },
        { op: "add", path: "/code", value: "DEONE" },
        { op: "remove", path: "/formName" },
      ],
    ],
  ] as const)("%s", async (step, changes) => {
    const answer = await against(exchangeNamed(crud, step), ({ resources }) =>
      resources.dataElements.patch("DeOne000000", changes),
    );
    expect(answer).toMatchObject({ uid: "DeOne000000" });
  });

  test("PUT partial, and DELETE", async () => {
    const put = exchangeNamed(crud, "PUT partial");
    const object = JSON.parse(put.request.body ?? "");
    expect(
      await against(put, ({ resources }) => resources.dataElements.replace("DeOne000000", object)),
    ).toMatchObject({
      uid: "DeOne000000",
    });
    await against(exchangeNamed(crud, "DELETE"), ({ resources }) =>
      resources.dataElements.delete("DeGone00000"),
    );
  });

  test("a refused create says which property of which object, and why", async () => {
    const failed = against(exchangeNamed(crud, "create without name"), ({ resources }) =>
      resources.dataElements.create(draftOf("create without name")),
    );
    const error = await failed.then(
      () => undefined,
      (thrown) => thrown,
    );
    if (!isDhis2Error(error, "HTTP.CONFLICT")) expect.fail(String(error));
    expect(error.rows).toEqual([
      {
        type: "DataElement",
        uid: "DeWithout00",
        index: undefined,
        property: "name",
        code: "E4000",
        message: "Missing required property `name`",
      },
    ]);
    expect(error.message).toBe(
      "POST /api/dataElements → 409 Conflict: One or more errors occurred, please see full details in import report. name: Missing required property `name` (E4000) [HTTP.CONFLICT]",
    );
  });

  test("collections: additions, deletions, the whole content, and UIDs that nobody knows", async () => {
    const change = (
      step: string,
      act: (groups: Dhis2<TestCore>["resources"]["dataElementGroups"]) => Promise<unknown>,
    ) => against(exchangeNamed(collections, step), ({ resources }) => act(resources.dataElementGroups));
    const group = "DegOne00000";
    expect(
      await change("additions", (groups) =>
        groups.addToCollection(group, "dataElements", ["DeB00000000", "DeC00000000"]),
      ),
    ).toEqual({ added: 2, removed: 0, unchanged: 0, unknown: 0 });
    expect(
      await change("additions with unknown", (groups) =>
        groups.addToCollection(group, "dataElements", ["DeA00000000", "DeNowhere00"]),
      ),
    ).toEqual({ added: 1, removed: 0, unchanged: 0, unknown: 1 });
    expect(
      await change("deletions of no member", (groups) =>
        groups.removeFromCollection(group, "dataElements", ["DeNowhere00"]),
      ),
    ).toEqual({ added: 0, removed: 0, unchanged: 0, unknown: 1 });
    expect(
      await change("PUT", (groups) =>
        groups.replaceCollection(group, "dataElements", ["DeA00000000", "DeD00000000"]),
      ),
    ).toMatchObject({ added: 2, unknown: 0 });
  });

  test("PUT clears what it leaves out (BUG-205), POST drops translations (BUG-204)", async () => {
    const before = await against(exchangeNamed(crud, "read"), ({ resources }) =>
      resources.dataElements.get("DeOne000000"),
    );
    const after = await against(exchangeNamed(crud, "after PUT partial"), ({ resources }) =>
      resources.dataElements.get("DeOne000000", { fields: ":owner" }),
    );
    expect(before).toHaveProperty("description", "the first");
    expect(after).not.toHaveProperty("description");
    expect(
      JSON.parse(exchangeNamed(crud, "create with translations").request.body ?? "").translations,
    ).toHaveLength(1);
    const read = exchangeNamed(crud, "read translations");
    const fields = read.request.query.get("fields") ?? "";
    expect(
      await against(read, ({ resources }) => resources.dataElements.get("DeTrans0000", { fields })),
    ).toEqual({ translations: [] });
  });

  test("query and filter together: both count, but on 2.41 (BUG-201)", async () => {
    const exchange = exchangeNamed(queries, "query and filter");
    const page = await against(exchange, ({ resources }) =>
      resources.dataElements.page({
        fields: "id,name",
        order: "id:asc",
        query: exchange.request.query.get("query") ?? "",
        filter: exchange.request.query.getAll("filter"),
      }),
    );
    expect(page).toMatchObject({ pager: { total: version === "v41" ? 2 : 1 } });
  });

  test("a long query is posted and read by the short name that comes back", async () => {
    const made = exchangeNamed(queries, "query alias");
    const read = exchangeNamed(queries, "query by alias");
    const { fetch, requests } = recordingFetch((request) => {
      const { response } = request.method === "POST" ? made : read;
      return new Response(response.body, { headers: response.headers });
    });
    const auth = basic("admin", "district");
    const dhis2 = createClient<TestCore>(testCore, { baseUrl: "https://dhis2.test", auth, fetch });
    const names = Array.from({ length: 700 }, (_, index) => `Name${index}`);
    const { items } = await dhis2.resources.dataElements.page({
      filter: [`name:in:[${names}]`],
      fields: "id,name",
    });
    expect(items).toEqual([{ name: "Alpha", id: "DeAlpha0000" }]);
    expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      `POST ${made.request.path}`,
      `GET ${read.request.path}`,
    ]);
    expect(Object.keys(JSON.parse(requests[0]?.body ?? ""))).toEqual(
      Object.keys(JSON.parse(made.request.body ?? "")),
    );
  });

  test("connect asks what the recorded client asked, and takes this release", async () => {
    const info = exchangeNamed(system, "system info");
    expect(await against(info, (dhis2) => dhis2.request("GET", "/api/system/info"))).toMatchObject({
      version: expect.stringMatching(`^2\\.${version.slice(1)}\\.`),
    });
  });

  test("a token is sent as the recorded one, and who it is comes back", async () => {
    const exchange = readRecording(version, "17-auth").find(
      ({ request, response }) =>
        request.headers.get("Authorization")?.startsWith("ApiToken d2p_") && response.status === 200,
    );
    const header = exchange?.request.headers.get("Authorization") ?? "";
    const { fetch, requests } = recordingFetch(
      () => new Response(exchange?.response.body, exchange?.response),
    );
    const auth = personalAccessToken(header.replace("ApiToken ", ""));
    const dhis2 = createClient(testCore, { baseUrl: "https://dhis2.test", auth, fetch });
    expect(await dhis2.request("GET", exchange?.request.path ?? "")).toEqual(
      JSON.parse(exchange?.response.body ?? ""),
    );
    expect(requests[0]?.headers.authorization).toBe(header);
  });
});
