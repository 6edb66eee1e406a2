import { exchangeNamed, readRecording } from "@dhis2w/recordings";
import { expect, test } from "vitest";
import { basic, createClient, isDhis2Error } from "../index.ts";
import { fakeClock, recordingFetch, testCore } from "../testing/fixtures.ts";
import { createOpenApi } from "./index.ts";

/** A map as a generated core has it. */
interface Maps {
  get: {
    "/api/system/info": { answers: { 200: { version?: string } } };
    "/api/dataSets/{uid}": {
      answers: { 200: { id?: string } };
      init: { params: { path: { uid: string }; query?: { fields?: string | string[] } } };
    };
    "/api/dataElements#getObjectListCsv": { answers: { 200: string } };
  };
  post: {
    "/api/dataValueSets": {
      answers: { 200: { status: string } };
      init?: { body?: { dataValues?: object[] }; params?: { query?: { dryRun?: boolean } } };
    };
  };
  put: object;
  patch: {
    "/api/dataSets/{uid}": {
      answers: { 200: unknown };
      init: { params: { path: { uid: string } }; body: object[] };
    };
  };
  delete: {
    "/api/dataSets/{uid}": { answers: { 204: undefined }; init: { params: { path: { uid: string } } } };
  };
}

function api(answer: (request: Request, count: number) => Response | Promise<Response>) {
  const { fetch, requests } = recordingFetch(answer);
  const clock = fakeClock();
  const dhis2 = createClient(testCore, {
    baseUrl: "https://a.org/hmis",
    auth: basic("admin", "district"),
    fetch,
    clock,
  });
  return { api: createOpenApi<Maps>(dhis2), requests, clock };
}

test("a call is the client's own: base URL, sign-in, headers", async () => {
  const { api: calls, requests } = api(() => Response.json({ version: "2.42.5.2" }));
  const { data, status, headers } = await calls.GET("/api/system/info");
  expect({ data, status, type: headers.get("Content-Type") }).toEqual({
    data: { version: "2.42.5.2" },
    status: 200,
    type: "application/json",
  });
  expect(requests[0]?.url).toBe("https://a.org/hmis/api/system/info");
  expect(requests[0]?.headers.authorization).toBe(`Basic ${btoa("admin:district")}`);
  expect(requests[0]?.headers["x-requested-with"]).toBe("XMLHttpRequest");
});

test("path and query parameters, each once and encoded", async () => {
  const { api: calls, requests } = api(() => Response.json({ id: "BfMAe6Itzgt" }));
  await calls.GET("/api/dataSets/{uid}", {
    params: { path: { uid: "BfMAe6Itzgt" }, query: { fields: ["id", "name&code"] } },
  });
  expect(requests[0]?.url).toBe("https://a.org/hmis/api/dataSets/BfMAe6Itzgt?fields=id&fields=name%26code");
});

test("an overload's name is not sent; headers replace the client's", async () => {
  const { api: calls, requests } = api(
    () => new Response("id,name", { headers: { "Content-Type": "text/csv" } }),
  );
  const { data } = await calls.GET("/api/dataElements#getObjectListCsv", { headers: { Accept: "text/csv" } });
  expect(data).toBe("id,name");
  expect(requests[0]?.url).toBe("https://a.org/hmis/api/dataElements");
  expect(requests[0]?.headers.accept).toBe("text/csv");
});

test("a body goes as JSON, that of a PATCH as JSON Patch; an empty answer is undefined", async () => {
  const { api: calls, requests } = api((request) =>
    request.method === "DELETE" ? new Response(null, { status: 204 }) : Response.json({ status: "OK" }),
  );
  await calls.POST("/api/dataValueSets", { params: { query: { dryRun: true } }, body: { dataValues: [] } });
  await calls.PATCH("/api/dataSets/{uid}", {
    params: { path: { uid: "BfMAe6Itzgt" } },
    body: [{ op: "replace", path: "/name", value: "x" }],
  });
  const { data, status } = await calls.DELETE("/api/dataSets/{uid}", {
    params: { path: { uid: "BfMAe6Itzgt" } },
  });
  expect({ data, status }).toEqual({ data: undefined, status: 204 });
  expect(
    requests.map(({ method, url }) => `${method} ${new URL(url).pathname}${new URL(url).search}`),
  ).toEqual([
    "POST /hmis/api/dataValueSets?dryRun=true",
    "PATCH /hmis/api/dataSets/BfMAe6Itzgt",
    "DELETE /hmis/api/dataSets/BfMAe6Itzgt",
  ]);
  expect(requests[0]?.headers["content-type"]).toBe("application/json");
  expect(JSON.parse(requests[0]?.body ?? "")).toEqual({ dataValues: [] });
  expect(requests[1]?.headers["content-type"]).toBe("application/json-patch+json");
});

test("retries what the client retries", async () => {
  const {
    api: calls,
    requests,
    clock,
  } = api((_, count) =>
    count === 1 ? new Response(null, { status: 503, headers: { "Retry-After": "2" } }) : Response.json({}),
  );
  await calls.GET("/api/system/info");
  expect(requests).toHaveLength(2);
  expect(clock.slept).toEqual([2000]);
});

test("never retries a write, be it a network error or a status", async () => {
  const failures = [
    () => Promise.reject(new TypeError("fetch failed")),
    () => new Response(null, { status: 503 }),
  ];
  for (const fail of failures) {
    const { api: calls, requests, clock } = api(fail);
    await expect(calls.POST("/api/dataValueSets", { body: { dataValues: [] } })).rejects.toThrow();
    expect(requests).toHaveLength(1);
    expect(clock.slept).toEqual([]);
  }
});

test("what was not modified has no body; a conflict has the server's words and rows, and no secret", async () => {
  const conflict = exchangeNamed(readRecording("v42", "10-data-values"), "dry run with a conflict").response;
  const { api: calls } = api((request) =>
    request.method === "GET"
      ? new Response(null, { status: 304, headers: { ETag: '"a"' } })
      : new Response(conflict.body.replace('"message":"', '"message":"YWRtaW46ZGlzdHJpY3Q= '), {
          status: 409,
          headers: { "Content-Type": "application/json" },
        }),
  );
  const { data, status, headers } = await calls.GET("/api/system/info", {
    headers: { "If-None-Match": '"a"' },
  });
  expect({ data, status, tag: headers.get("ETag") }).toEqual({ data: undefined, status: 304, tag: '"a"' });
  const failure = await calls.POST("/api/dataValueSets", { body: {} }).catch((error: unknown) => error);
  expect(isDhis2Error(failure, "HTTP.CONFLICT")).toBe(true);
  expect(isDhis2Error(failure) && "rows" in failure && failure.rows).toHaveLength(1);
  expect(JSON.stringify(failure)).not.toMatch(/YWRtaW46|district/);
});

test("an error answer is thrown as the client's error", async () => {
  const { response } = exchangeNamed(readRecording("v42", "07-crud"), "read deleted");
  const { api: calls } = api(
    () =>
      new Response(response.body, {
        status: response.status,
        headers: { "Content-Type": "application/json" },
      }),
  );
  const failure = await calls
    .GET("/api/dataSets/{uid}", { params: { path: { uid: "abcdefghij1" } } })
    .catch((error: unknown) => error);
  expect(isDhis2Error(failure, "HTTP.NOT_FOUND")).toBe(true);
});

test("an aborted call says so; no request for a path that makes no sense", async () => {
  const { api: calls, requests } = api(() => Response.json({}));
  const aborted = await calls
    .GET("/api/system/info", { signal: AbortSignal.abort("changed my mind") })
    .catch((error: unknown) => error);
  expect(isDhis2Error(aborted, "ABORT.ABORTED")).toBe(true);
  await expect(calls.GET("/api/dataSets/{uid}", { params: { path: { uid: ".." } } })).rejects.toThrow(
    TypeError,
  );
  expect(requests).toHaveLength(0);
});
