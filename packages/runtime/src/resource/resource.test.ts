import { describe, expect, test } from "vitest";
import { cookie, createClient, type Dhis2Error, isDhis2Error } from "../index.ts";
import { recordingFetch, type TestCore, testCore } from "../testing/fixtures.ts";
import type { JsonPatchOperation } from "./patch-operation.ts";

function client(answer: (request: Request, count: number) => Response | Promise<Response>) {
  const { fetch, requests } = recordingFetch(answer);
  const dhis2 = createClient<TestCore>(testCore, {
    baseUrl: "https://a.org",
    auth: cookie(),
    fetch,
    retry: false,
  });
  const sent = () =>
    requests.map(({ method, url, body }) =>
      `${method} ${decodeURIComponent(url.slice("https://a.org/api".length))} ${body}`.trim(),
    );
  return { ...dhis2.resources, sent };
}

/** A server with `total` data elements. */
function listOf(total: number) {
  return (request: Request) => {
    const query = new URL(request.url).searchParams;
    const pageSize = Number(query.get("pageSize"));
    const pageCount = Math.ceil(total / pageSize);
    // Past the end, DHIS2 answers its last page again.
    const page = Math.max(1, Math.min(Number(query.get("page")), pageCount));
    const ids = Array.from({ length: total }, (_, index) => ({ id: `De${index}` }));
    const dataElements = ids.slice((page - 1) * pageSize, page * pageSize);
    return Response.json({ pager: { page, total, pageSize, pageCount }, dataElements });
  };
}

describe("reading", () => {
  test("get reads one object, whole or as fields says", async () => {
    const { dataElements, sent } = client(() => Response.json({ id: "De1" }));
    expect(await dataElements.get("De1")).toEqual({ id: "De1" });
    await dataElements.get("De1", { fields: "id,name" });
    expect(sent()).toEqual(["GET /dataElements/De1", "GET /dataElements/De1?fields=id,name"]);
  });

  test("a uid is one segment of the path, whatever it holds", async () => {
    const { fetch, requests } = recordingFetch(() => Response.json({ id: "De1" }));
    const dhis2 = createClient<TestCore>(testCore, { baseUrl: "https://a.org", auth: cookie(), fetch });
    await dhis2.resources.dataElements.get("../a/b?c#ü");
    expect(requests[0]?.url).toBe("https://a.org/api/dataElements/..%2Fa%2Fb%3Fc%23%C3%BC");
  });

  test("list reads all pages in a stable order", async () => {
    const { dataElements, sent } = client(listOf(5));
    const all = await dataElements.list({
      pageSize: 2,
      fields: "id",
      filter: ["name:eq:1", "code:eq:2"],
      rootJunction: "OR",
    });
    expect(all.map(({ id }) => id)).toEqual(["De0", "De1", "De2", "De3", "De4"]);
    const rest = "&filter=name:eq:1&filter=code:eq:2&rootJunction=OR";
    expect(sent()).toEqual(
      [1, 2, 3].map((page) => `GET /dataElements?fields=id&order=id:asc&page=${page}&pageSize=2${rest}`),
    );
  });

  test.each([
    [undefined, "id:asc"],
    ["name:asc", "name:asc,id:asc"],
    [["valueType:asc", "name:desc"], "valueType:asc,name:desc,id:asc"],
    ["name:asc,id:desc", "name:asc,id:desc"],
    ["sid:asc", "sid:asc,id:asc"],
  ])("order %j is sent as %s", async (order, wanted) => {
    const { dataElements, sent } = client(listOf(1));
    await dataElements.page({ ...(order === undefined ? {} : { order }), page: 1, pageSize: 10 });
    expect(sent()).toEqual([`GET /dataElements?order=${wanted}&page=1&pageSize=10`]);
  });

  test("page gives items and pager, the first fifty by default", async () => {
    const { dataElements } = client(listOf(120));
    const { items, pager } = await dataElements.page({ page: 2 });
    expect(items.length).toBe(50);
    expect(pager).toEqual({ page: 2, pageSize: 50, pageCount: 3, total: 120 });
  });

  test("iterate asks for the next page only when it is needed", async () => {
    const { dataElements, sent } = client(listOf(9));
    for await (const { id } of dataElements.iterate({ pageSize: 3 })) if (id === "De3") break;
    expect(sent().length).toBe(2);
  });

  test("a list that shrinks while it is read ends, and gives no page twice", async () => {
    let total = 7;
    const { dataElements } = client((request) => {
      const answer = listOf(total)(request);
      total = 4;
      return answer;
    });
    const ids: string[] = [];
    for await (const { items } of dataElements.pages({ pageSize: 2 })) ids.push(...items.map(({ id }) => id));
    expect(ids).toEqual(["De0", "De1", "De2", "De3"]);
  });

  test("an empty list is one request", async () => {
    const { dataElements, sent } = client(listOf(0));
    expect(await dataElements.list()).toEqual([]);
    expect(sent()).toEqual(["GET /dataElements?order=id:asc&page=1&pageSize=500"]);
  });

  test("count asks for one id and reads the total", async () => {
    const { dataElements, sent } = client(listOf(1037));
    expect(await dataElements.count({ filter: ["valueType:eq:NUMBER"] })).toBe(1037);
    expect(sent()).toEqual(["GET /dataElements?fields=id&page=1&pageSize=1&filter=valueType:eq:NUMBER"]);
  });

  test("a query too long for an address goes by a name that the server makes for it", async () => {
    const uids = Array.from({ length: 600 }, (_, index) => `Uid${String(index).padStart(8, "0")}`);
    const { dataElements, sent } = client((request) =>
      request.method === "POST"
        ? Response.json({ id: "b548", path: "/api/query/alias/b548" })
        : listOf(3)(new Request("https://a.org/?page=1&pageSize=500")),
    );
    expect((await dataElements.list({ filter: [`id:in:[${uids}]`] })).length).toBe(3);
    const [post = "", get] = sent();
    const { target } = JSON.parse(post.replace("POST /query/alias ", ""));
    expect(decodeURIComponent(target)).toBe(
      `/api/dataElements?order=id:asc&page=1&pageSize=500&filter=id:in:[${uids}]`,
    );
    expect(get).toBe("GET /query/alias/b548");
  });
});

describe("answers that are no object or list", () => {
  const empty = () => new Response("", { headers: { "Content-Type": "application/json" } });
  test.each([
    ["get: nothing (BUG-203)", empty, "PARSE.EMPTY", "get"],
    ["list: nothing", empty, "PARSE.EMPTY", "list"],
    ["get: a list", () => Response.json([]), "PARSE.SHAPE", "get"],
    ["list: another key", () => Response.json({ pager: {}, indicators: [] }), "PARSE.SHAPE", "list"],
    ["list: no pager", () => Response.json({ dataElements: [] }), "PARSE.SHAPE", "list"],
    ["count: no total", () => Response.json({ pager: {}, dataElements: [] }), "PARSE.SHAPE", "count"],
  ] as const)("%s", async (_, answer, code, method) => {
    const { dataElements } = client(answer);
    const calls = {
      get: () => dataElements.get("De1"),
      list: () => dataElements.list(),
      count: () => dataElements.count(),
    };
    const call: Promise<unknown> = calls[method]();
    const error: Dhis2Error = await call.then(
      () => expect.fail("the call succeeded"),
      (thrown) => thrown,
    );
    expect(isDhis2Error(error, code)).toBe(true);
    expect(error.message).toMatch(/^GET \/api\/dataElements(\/De1)? → .+ \[PARSE\./);
  });
});

describe("writing", () => {
  const report = (uid: string) => () =>
    Response.json({ status: "OK", response: { uid, responseType: "ObjectReport" } });

  test("create posts the draft and gives the uid", async () => {
    const { dataElements, sent } = client(report("De1"));
    expect(await dataElements.create({ name: "One" })).toMatchObject({ uid: "De1" });
    expect(sent()).toEqual(['POST /dataElements {"name":"One"}']);
  });

  test("create reads the uid from Location where the body has none", async () => {
    const { dataElements } = client(
      () =>
        new Response("{}", {
          status: 201,
          headers: { Location: "https://a.org/api/dataElements/De7", "Content-Type": "application/json" },
        }),
    );
    expect(await dataElements.create({ name: "One" })).toEqual({ uid: "De7" });
  });

  test("create without any uid in the answer is an error", async () => {
    const { dataElements } = client(() => Response.json({ status: "OK" }));
    await expect(dataElements.create({ name: "One" })).rejects.toMatchObject({ code: "PARSE.SHAPE" });
  });

  test("patch sends own keys: null clears, undefined is absent, names are escaped", async () => {
    const { dataElements, sent } = client(report("De1"));
    await dataElements.patch("De1", {
      name: "One",
      code: null,
      description: undefined,
      "a/b~c": 1,
    } as object);
    expect(sent()).toEqual([
      'PATCH /dataElements/De1 [{"op":"replace","path":"/name","value":"One"},{"op":"replace","path":"/code","value":null},{"op":"replace","path":"/a~1b~0c","value":1}]',
    ]);
  });

  test("patch passes operations, and sends nothing for nothing", async () => {
    const { dataElements, sent } = client(report("De1"));
    await dataElements.patch("De1", [{ op: "remove", path: "/code" }]);
    expect(await dataElements.patch("De1", {})).toEqual({ uid: "De1" });
    expect(sent()).toEqual(['PATCH /dataElements/De1 [{"op":"remove","path":"/code"}]']);
  });

  test.each<JsonPatchOperation>([
    { op: "add", path: "/attributeValues/-", value: {} },
    { op: "remove", path: "/attributeValues/0" },
    { op: "remove-by-id", path: "/attributeValues", id: "Attr0000001" },
    { op: "replace", path: "/id", value: "De2" },
    { op: "remove", path: "/id" },
  ])("patch refuses what servers take and do not do (BUG-101, BUG-330): $op $path", async (operation) => {
    const { dataElements, sent } = client(report("De1"));
    // What the compiler refuses, as a program in JavaScript may send it.
    await expect(dataElements.patch("De1", [operation as never])).rejects.toThrow(RangeError);
    expect(sent()).toEqual([]);
  });

  test("an object keeps its id: another one is refused, its own is nothing new (BUG-330)", async () => {
    const { dataElements, sent } = client(report("De1"));
    const edited: { readonly code: string } = Object.assign({ id: "De1" }, { code: "ONE" });
    await expect(dataElements.patch("De2", edited)).rejects.toThrow(RangeError);
    expect(sent()).toEqual([]);
    await dataElements.patch("De1", edited);
    expect(sent()).toHaveLength(1);
  });

  test("replace puts, delete deletes", async () => {
    const { dataElements, sent } = client(report("De1"));
    await dataElements.replace("De1", { name: "One", code: "C" });
    await dataElements.delete("De1");
    expect(sent()).toEqual(['PUT /dataElements/De1 {"name":"One","code":"C"}', "DELETE /dataElements/De1"]);
  });

  test("a change of a collection tells what was not known (BUG-202); no UIDs are no request, but for replace", async () => {
    const { dataElementGroups, sent } = client(() =>
      Response.json({ response: { stats: { created: 0, updated: 1, deleted: 0, ignored: 1, total: 2 } } }),
    );
    expect(await dataElementGroups.addToCollection("Deg", "dataElements", ["a", "b", "c"])).toEqual({
      added: 1,
      removed: 0,
      unchanged: 1,
      unknown: 1,
    });
    await dataElementGroups.addToCollection("Deg", "dataElements", []);
    await dataElementGroups.replaceCollection("Deg", "dataElements", []);
    expect(sent()).toEqual([
      'POST /dataElementGroups/Deg/dataElements {"additions":[{"id":"a"},{"id":"b"},{"id":"c"}]}',
      'PUT /dataElementGroups/Deg/dataElements {"identifiableObjects":[]}',
    ]);
  });

  test("a success that left out a part is an error", async () => {
    const { dataElements } = client(() =>
      Response.json({ status: "WARNING", response: { errorReports: [{ message: "no", errorCode: "E1" }] } }),
    );
    await expect(dataElements.replace("De1", { name: "One" })).rejects.toMatchObject({
      name: "Dhis2ImportError",
      code: "IMPORT.PARTIAL",
      rows: [{ message: "no", code: "E1" }],
    });
  });
});

test("arguments that make no sense fail before any request", async () => {
  const { dataElements, dataElementGroups, sent } = client(() => Response.json({}));
  const mistakes: readonly [() => Promise<unknown>, typeof TypeError | typeof RangeError][] = [
    [() => dataElements.get(""), RangeError],
    [() => dataElements.get(" "), RangeError],
    [() => dataElements.get(".."), RangeError],
    [() => dataElements.delete(""), RangeError],
    [() => dataElements.patch("", {}), RangeError],
    [() => dataElements.replace(".", { name: "" }), RangeError],
    // @ts-expect-error the compiler says so too
    [() => dataElementGroups.addToCollection("Deg", "", ["a"]), RangeError],
    [() => dataElementGroups.addToCollection("", "dataElements", ["a"]), RangeError],
    [() => dataElementGroups.removeFromCollection("Deg", "dataElements", ["a", ""]), RangeError],
    [() => dataElements.page({ page: 0 }), RangeError],
    [() => dataElements.page({ pageSize: -5 }), RangeError],
    [() => dataElements.list({ pageSize: 1.5 }), RangeError],
    [() => dataElements.list({ pageSize: Number.NaN }), RangeError],
    [() => dataElements.count({ timeout: 0 }), RangeError],
  ];
  for (const [call, kind] of mistakes) await expect(call()).rejects.toBeInstanceOf(kind);
  expect(sent()).toEqual([]);
});

describe("deleting options where the server keeps them (BUG-020)", () => {
  interface OptionsCore extends Omit<TestCore, "resources"> {
    resources: { options: TestCore["resources"]["dataElements"] };
  }
  const server = (stays: boolean, optionDeleteIgnored = true) => {
    const { fetch, requests } = recordingFetch(({ method }) =>
      Response.json(
        method === "DELETE"
          ? { status: "OK", response: { uid: "OptRed00000" } }
          : { pager: { page: 1, total: stays ? 1 : 0, pageSize: 1, pageCount: 1 }, options: [] },
      ),
    );
    const core = {
      server: { ...testCore.server, quirks: { optionDeleteIgnored } },
      resources: { ...testCore.resources, attributable: ["options"] },
    };
    const { resources } = createClient<OptionsCore>(core, {
      baseUrl: "https://a.org",
      auth: cookie(),
      fetch,
    });
    return {
      remove: () => resources.options.delete("OptRed00000"),
      methods: () => requests.map(({ method }) => method),
    };
  };

  test("says so when the option is still there", async () => {
    const { remove, methods } = server(true);
    await expect(remove()).rejects.toMatchObject({ code: "OPTION.NOT_DELETED", uids: ["OptRed00000"] });
    expect(methods()).toEqual(["DELETE", "GET"]);
  });

  test("is done when it is gone", async () => {
    await expect(server(false).remove()).resolves.toBeUndefined();
  });

  test("asks no more where the release deletes options", async () => {
    const { remove, methods } = server(true, false);
    await remove();
    expect(methods()).toEqual(["DELETE"]);
  });
});
