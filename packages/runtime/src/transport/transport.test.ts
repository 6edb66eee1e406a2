import { describe, expect, test, vi } from "vitest";
import { basic, type ClientOptions, createClient, type Dhis2Error, type RequestOptions } from "../index.ts";
import { fakeClock, recordingFetch, testCore } from "../testing/fixtures.ts";

const auth = basic("admin", "district!");

function client(
  answer: (request: Request, count: number) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
) {
  const { fetch, requests } = recordingFetch(answer);
  const clock = fakeClock();
  const dhis2 = createClient(testCore, {
    baseUrl: "https://a.org",
    auth,
    fetch,
    clock,
    random: () => 0.5,
    ...options,
  });
  const failure = (method: "GET" | "POST", path: string, call?: RequestOptions): Promise<Dhis2Error> =>
    dhis2.request(method, path, call).then(
      () => expect.fail("the call succeeded"),
      (error) => error,
    );
  return { dhis2, requests, clock, failure };
}

test.each([
  ["https://a.org", "https://a.org"],
  ["https://a.org/", "https://a.org"],
  ["https://a.org/api", "https://a.org"],
  ["https://a.org/hmis/api/", "https://a.org/hmis"],
  ["http://localhost:8080/dhis//", "http://localhost:8080/dhis"],
  ["https://a.org/my-api", "https://a.org/my-api"],
])("baseUrl %s is %s", (given, wanted) => {
  expect(client(() => Response.json({}), { baseUrl: given }).dhis2.baseUrl).toBe(wanted);
});

test("query parameters are encoded, arrays repeat, undefined is left out", async () => {
  const { dhis2, requests } = client(() => Response.json({}));
  await dhis2.request("GET", "/api/dataElements", {
    query: {
      fields: "id,groups[id]",
      filter: ["name:in:[a&b]", "code:eq:ü+1"],
      page: 2,
      paging: true,
      query: undefined,
    },
  });
  expect(requests[0]?.url).toBe(
    "https://a.org/api/dataElements?fields=id%2Cgroups%5Bid%5D&filter=name%3Ain%3A%5Ba%26b%5D&filter=code%3Aeq%3A%C3%BC%2B1&page=2&paging=true",
  );
});

test.each([
  ["POST", { a: 1 }, "application/json", '{"a":1}'],
  ["PATCH", [{ op: "remove", path: "/a" }], "application/json-patch+json", '[{"op":"remove","path":"/a"}]'],
  ["POST", "text", "text/plain;charset=UTF-8", "text"],
  ["POST", new URLSearchParams({ a: "ü" }), "application/x-www-form-urlencoded;charset=UTF-8", "a=%C3%BC"],
  ["POST", new Blob(["a,b"], { type: "text/csv" }), "text/csv", "a,b"],
  ["POST", undefined, undefined, ""],
] as const)("%s of %o is sent as %s", async (method, body, contentType, text) => {
  const { dhis2, requests } = client(() => Response.json({}));
  await dhis2.request(method, "/api/x", { body });
  expect(requests[0]?.headers["content-type"]).toBe(contentType);
  expect(requests[0]?.body).toBe(text);
});

test("FormData brings its own boundary, and a caller's content type wins", async () => {
  const { dhis2, requests } = client(() => Response.json({}));
  const form = new FormData();
  form.set("file", "x");
  await dhis2.request("POST", "/api/fileResources", { body: form });
  await dhis2.request("POST", "/api/dataValueSets", {
    body: "a,b",
    headers: { "content-type": "application/csv" },
  });
  expect(requests.map(({ headers }) => headers["content-type"])).toEqual([
    expect.stringMatching(/^multipart\/form-data; boundary=/),
    "application/csv",
  ]);
});

const readings: readonly [string, Response, unknown][] = [
  ["JSON", Response.json([1]), [1]],
  [
    "a bare text labelled as JSON (BUG-200)",
    new Response("pong", { headers: { "Content-Type": "application/json" } }),
    "pong",
  ],
  ["text", new Response("a,b", { headers: { "Content-Type": "text/csv" } }), "a,b"],
  ["nothing", new Response(null, { status: 204 }), undefined],
  ["an empty JSON answer", new Response("", { headers: { "Content-Type": "application/json" } }), undefined],
];
test.each(readings)("%s is read as it is", async (_, response, wanted) => {
  expect(await client(() => response).dhis2.request("GET", "/api/x")).toEqual(wanted);
});

const html = { "Content-Type": "text/html" };
const json = { "Content-Type": "application/json" };
const misreadings: readonly [string, () => Response, string, string][] = [
  [
    "an HTML page",
    () => new Response("<!DOCTYPE html><p>hi", { headers: html }),
    "PARSE.HTML",
    "GET /api/x → 200: the server sent an HTML page instead of data [PARSE.HTML]",
  ],
  [
    "a login page",
    () => new Response('<html><input type="password">', { headers: html }),
    "AUTH.LOGIN_PAGE",
    "login page",
  ],
  [
    "cut JSON",
    () => new Response('{"a": [1, 2', { headers: json }),
    "PARSE.JSON",
    "after 11 characters [PARSE.JSON]",
  ],
  [
    "a redirect to the login page",
    () => new Response(null, { status: 302, headers: { Location: "/login/" } }),
    "AUTH.LOGIN_PAGE",
    "login page",
  ],
  [
    "a redirect to another server",
    () => new Response(null, { status: 301, headers: { Location: "https://b.org/api/x" } }),
    "HTTP.REDIRECT",
    "it leads to https://b.org/api/x",
  ],
  [
    "a 401",
    () => Response.json({ message: "Unauthorized" }, { status: 401 }),
    "AUTH.UNAUTHORIZED",
    "GET /api/x → 401 Unauthorized: Unauthorized [AUTH.UNAUTHORIZED]",
  ],
  [
    "a 403",
    () => Response.json({ message: "no" }, { status: 403 }),
    "AUTH.FORBIDDEN",
    "GET /api/x → 403 Forbidden: no [AUTH.FORBIDDEN]",
  ],
  [
    "a 414",
    () => new Response("", { status: 414 }),
    "HTTP.URI_TOO_LONG",
    "GET /api/x → 414 Uri Too Long: the server gave no reason",
  ],
  [
    "a 418",
    () => new Response("tea", { status: 418 }),
    "HTTP.CLIENT_ERROR",
    "GET /api/x → 418 Client Error: tea",
  ],
  [
    "a 500 page",
    () => new Response("<html><head><title>Boom</title>", { status: 500, headers: html }),
    "HTTP.SERVER_ERROR",
    "GET /api/x → 500 Server Error: Boom",
  ],
];
test.each(misreadings)("%s is %s", async (_, answer, code, text) => {
  const error = await client(answer).failure("GET", "/api/x");
  expect(error.code).toBe(code);
  expect(error.message).toContain(text);
});

test("no redirect is followed: where it leads is said instead", async () => {
  const { failure, requests } = client(
    () => new Response(null, { status: 302, headers: { Location: "/api/resources" } }),
  );
  expect((await failure("GET", "/api")).message).toBe(
    "GET /api → 302 Redirect: it leads to /api/resources, which is not followed; is that the new baseUrl? [HTTP.REDIRECT]",
  );
  expect(requests.length).toBe(1);
});

describe("retry", () => {
  test.each([429, 502, 503, 504])("a GET is repeated after %i with growing waits", async (status) => {
    const { dhis2, clock } = client((_, count) =>
      count < 4 ? new Response("", { status }) : Response.json("ok"),
    );
    expect(await dhis2.request("GET", "/api/x")).toBe("ok");
    expect(clock.slept).toEqual([225, 450, 900]);
  });

  test.each([400, 404, 409, 500])("a GET is not repeated after %i", async (status) => {
    const { failure, requests } = client(() => new Response("", { status }));
    await failure("GET", "/api/x");
    expect(requests.length).toBe(1);
  });

  test("a GET is repeated after a network error, at most limit times", async () => {
    const { failure, requests } = client(() => Promise.reject(new TypeError("fetch failed")), {
      retry: { limit: 2, delay: 10 },
    });
    expect((await failure("GET", "/api/x")).code).toBe("NETWORK.FAILED");
    expect(requests.length).toBe(3);
  });

  test("a write is repeated only where the caller says so, and then whole", async () => {
    const { failure, dhis2, requests } = client((_, count) =>
      count < 3 ? new Response("", { status: 503 }) : Response.json({}),
    );
    expect((await failure("POST", "/api/x", { body: { a: 1 } })).code).toBe("HTTP.SERVICE_UNAVAILABLE");
    expect(requests.length).toBe(1);
    await dhis2.request("POST", "/api/x", { body: { a: 1 }, retryWrite: true });
    expect(requests.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}', '{"a":1}']);
  });

  test.each([
    ["seconds", "7", 7000],
    ["a date", new Date(1_000_000 + 4000).toUTCString(), 4000],
    ["a date that has passed", new Date(0).toUTCString(), 0],
    ["nonsense", "soon", 225],
  ])("Retry-After as %s is waited for", async (_, header, wanted) => {
    const { dhis2, clock } = client((_request, count) =>
      count === 1
        ? new Response("", { status: 429, headers: { "Retry-After": header } })
        : Response.json("ok"),
    );
    await dhis2.request("GET", "/api/x");
    expect(clock.slept).toEqual([wanted]);
  });

  test("a wait that would pass the total timeout is not begun: the answer so far is the error", async () => {
    const { failure, clock, requests } = client(
      () => new Response("", { status: 503, headers: { "Retry-After": "3" } }),
    );
    expect((await failure("GET", "/api/x", { timeout: 7000 })).code).toBe("HTTP.SERVICE_UNAVAILABLE");
    expect([requests.length, clock.slept]).toEqual([3, [3000, 3000]]);
  });
});

describe("timeout and abort", () => {
  const hanging = () => new Promise<Response>(() => {});

  test("a call that hangs ends at its timeout, even if fetch ignores the signal", async () => {
    vi.useFakeTimers();
    try {
      const { failure } = client(hanging);
      const pending = failure("GET", "/api/x", { timeout: 5000 });
      await vi.advanceTimersByTimeAsync(5000);
      expect(await pending).toMatchObject({
        name: "Dhis2TimeoutError",
        code: "TIMEOUT.EXPIRED",
        message: "GET /api/x took longer than 5000 ms [TIMEOUT.EXPIRED]",
        timeout: 5000,
      });
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test("an abort ends a call, and the error keeps the reason", async () => {
    const controller = new AbortController();
    const { failure } = client(hanging);
    const pending = failure("GET", "/api/x", { signal: controller.signal });
    const reason = { why: "left the page" };
    controller.abort(reason);
    const error = await pending;
    expect(error).toMatchObject({ name: "Dhis2AbortError", code: "ABORT.ABORTED" });
    expect((error as Dhis2Error & { reason: unknown }).reason).toBe(reason);
  });

  test("an abort ends the wait between two attempts", async () => {
    const controller = new AbortController();
    const { fetch, requests } = recordingFetch(() => {
      queueMicrotask(() => setTimeout(() => controller.abort("enough"), 0));
      return new Response("", { status: 503, headers: { "Retry-After": "60" } });
    });
    const dhis2 = createClient(testCore, { baseUrl: "https://a.org", auth, fetch });
    const error = await dhis2
      .request("GET", "/api/x", { signal: controller.signal })
      .catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "ABORT.ABORTED", reason: "enough" });
    expect(requests.length).toBe(1);
  });

  test("a signal that has aborted before sends nothing", async () => {
    const { failure, requests } = client(() => Response.json({}));
    expect((await failure("GET", "/api/x", { signal: AbortSignal.abort("no") })).code).toBe("ABORT.ABORTED");
    expect(requests.length).toBe(0);
  });

  test.each([0, -1, Number.NaN])("a timeout of %d is a RangeError before any request", async (timeout) => {
    const { failure, requests } = client(() => Response.json({}));
    expect(await failure("GET", "/api/x", { timeout })).toBeInstanceOf(RangeError);
    expect(() => client(() => Response.json({}), { timeout })).toThrow(RangeError);
    expect(requests.length).toBe(0);
  });
});

test.each(["api/me", "", "javascript:alert(1)", "https://admin:pw@a.org/api/me"])(
  "the path '%s' is a TypeError before any request",
  async (path) => {
    const { failure, requests } = client(() => Response.json({}));
    expect(await failure("GET", path)).toBeInstanceOf(TypeError);
    expect(requests.length).toBe(0);
  },
);

test("a header that cannot be is a TypeError, not a network error", async () => {
  expect(
    await client(() => Response.json({})).failure("GET", "/api/x", { headers: { "a b": "c" } }),
  ).toBeInstanceOf(TypeError);
});

test("a browser's own fetch, which refuses to be a method, can be handed in", async () => {
  const native = async function (this: unknown): Promise<Response> {
    if (this !== undefined) throw new TypeError("Illegal invocation");
    return Response.json("ok");
  };
  const dhis2 = createClient(testCore, { baseUrl: "https://a.org", auth, fetch: native });
  expect(await dhis2.request("GET", "/api/x")).toBe("ok");
});

test("middleware sees requests before they are signed, and answers before they are read", async () => {
  const seen: string[] = [];
  const { dhis2, requests } = client(() => Response.json({}), {
    middleware: [
      {
        onRequest: ({ request }) => {
          seen.push(`${request.headers.get("Authorization")}`);
          request.headers.set("X-Trace", "1");
          return undefined;
        },
        onResponse: ({ response }) => {
          seen.push(`${response.status}`);
          return undefined;
        },
      },
    ],
  });
  await dhis2.request("GET", "/api/x");
  expect(seen).toEqual(["null", "200"]);
  expect(requests[0]?.headers["x-trace"]).toBe("1");
});
