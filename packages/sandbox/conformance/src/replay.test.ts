import type { Exchange } from "@dhis2w/recordings";
import { describe, expect, it } from "vitest";
import { Identities } from "./identities.ts";
import { replay, requestOf } from "./replay.ts";

interface Recorded {
  step?: string;
  setup?: boolean;
  request: string;
  headers?: Record<string, string>;
  body?: string;
  status?: number;
  answer?: unknown;
  answerHeaders?: Record<string, string>;
}

function exchange({
  step = "a step",
  setup = false,
  request,
  headers = {},
  body,
  ...recorded
}: Recorded): Exchange {
  const [method = "GET", path = "/"] = request.split(" ");
  const url = new URL(path, "https://dhis2.test");
  const { status = 200, answer, answerHeaders } = recorded;
  return {
    step,
    why: "",
    setup,
    startedAt: Date.parse("2026-11-22T01:44:55.000Z"),
    answeredAt: Date.parse("2026-11-22T01:44:55.250Z"),
    request: {
      method,
      url: url.href,
      path: url.pathname,
      query: url.searchParams,
      headers: new Headers(headers),
      body,
    },
    response: {
      status,
      headers: new Headers(answerHeaders ?? { "Content-Type": "application/json" }),
      body: answer === undefined ? "" : JSON.stringify(answer),
    },
  };
}

/** A server that gives the answers in turn and keeps what it was asked. */
function serving(...answers: [status: number, body: unknown, headers?: Record<string, string>][]) {
  const asked: Request[] = [];
  const fetch = (request: Request): Response => {
    const [status, body, headers] = answers[asked.length] ?? [500, "no more answers"];
    asked.push(request);
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: headers ?? { "Content-Type": "application/json" },
    });
  };
  return { asked, start: () => ({ fetch }) };
}

async function pointers(
  recorded: Recorded,
  ...answer: [status: number, body: unknown, headers?: Record<string, string>]
) {
  const [outcome] = await replay([exchange(recorded)], serving(answer).start);
  return { verdict: outcome?.verdict, pointers: outcome?.differences.map(({ pointer }) => pointer) };
}

describe("a request", () => {
  it("carries the real header for a caller", () => {
    const { request } = exchange({
      request: "GET /api/me",
      headers: { Authorization: "Basic <admin:dis:trict>" },
    });
    expect(requestOf(request, new Identities()).headers.get("Authorization")).toBe(
      `Basic ${Buffer.from("admin:dis:trict").toString("base64")}`,
    );
  });

  it("carries any other credentials as they are", () => {
    const { request } = exchange({ request: "GET /api/me", headers: { Authorization: "Basic broken" } });
    expect(requestOf(request, new Identities()).headers.get("Authorization")).toBe("Basic broken");
  });

  it("is sent to the byte, broken JSON too", async () => {
    const { request } = exchange({ request: "POST /api/constants?a=%2Fb+c", body: '{"name":' });
    const sent = requestOf(request, new Identities());
    expect(sent.url).toBe("https://dhis2.test/api/constants?a=%2Fb+c");
    expect(await sent.text()).toBe('{"name":');
    expect(sent.redirect).toBe("manual");
  });
});

describe("a judgement", () => {
  const recorded: Recorded = { request: "GET /api/me", answer: { username: "admin" } };

  it("equal", async () => {
    expect(await pointers(recorded, 200, { username: "admin" })).toEqual({ verdict: "equal", pointers: [] });
  });

  it("another status", async () => {
    expect(await pointers(recorded, 201, { username: "admin" })).toEqual({
      verdict: "different",
      pointers: ["status"],
    });
  });

  it("not supported", async () => {
    expect(await pointers(recorded, 501, {})).toEqual({ verdict: "unsupported", pointers: ["status"] });
  });

  it("another body", async () => {
    expect(await pointers(recorded, 200, { username: "nobody" })).toEqual({
      verdict: "different",
      pointers: ["/username"],
    });
  });

  it("another media type", async () => {
    const plain = { "Content-Type": "text/plain" };
    expect(await pointers(recorded, 200, { username: "admin" }, plain)).toEqual({
      verdict: "different",
      pointers: ["header/Content-Type", "body"],
    });
  });

  it("another charset is no difference, and neither is a media type without a body", async () => {
    const charset = { "Content-Type": "application/json;charset=UTF-8" };
    expect(await pointers(recorded, 200, { username: "admin" }, charset)).toMatchObject({ verdict: "equal" });
    expect(await pointers({ request: "DELETE /api/x" }, 200, undefined, {})).toMatchObject({
      verdict: "equal",
    });
  });

  it("another place, or none", async () => {
    const created: Recorded = {
      request: "POST /api/constants",
      status: 302,
      answerHeaders: { Location: "/login/" },
    };
    expect(await pointers(created, 302, undefined, { Location: "/login" })).toMatchObject({
      pointers: ["header/Location"],
    });
    expect(await pointers(created, 302, undefined, {})).toMatchObject({ pointers: ["header/Location"] });
  });

  it("a session that is not started", async () => {
    const login: Recorded = {
      request: "POST /api/auth/login",
      answer: { loginStatus: "SUCCESS" },
      answerHeaders: { "Content-Type": "application/json", "Set-Cookie": "JSESSIONID=session-7; Path=/" },
    };
    expect(await pointers(login, 200, { loginStatus: "SUCCESS" })).toMatchObject({
      pointers: ["header/Set-Cookie"],
    });
  });

  it("HTML is compared by its kind", async () => {
    const html = { "Content-Type": "text/html;charset=utf-8" };
    const page: Recorded = { request: "GET /x", status: 404, answer: "<p>one</p>", answerHeaders: html };
    expect(await pointers(page, 404, "<p>another</p>", html)).toMatchObject({ verdict: "equal" });
    expect(await pointers(page, 404, { message: "no" })).toMatchObject({
      pointers: ["header/Content-Type", "body"],
    });
  });

  it("a sandbox that throws", async () => {
    const fetch = () => {
      throw new Error("boom");
    };
    const [outcome] = await replay([exchange(recorded)], () => ({ fetch }));
    expect(outcome).toMatchObject({ verdict: "different", differences: [{ what: "thrown" }] });
  });
});

describe("a replay", () => {
  it("maps ids of the server into later paths, queries and bodies", async () => {
    const { asked, start } = serving(
      [
        201,
        { response: { uid: "Zq3abcdeFGh" } },
        { "Content-Type": "application/json", Location: "https://dhis2.test/api/maps/Zq3abcdeFGh" },
      ],
      [200, {}],
    );
    const location = "https://dhis2.test/api/maps/fNQLkPgHOvW";
    const outcomes = await replay(
      [
        exchange({
          setup: true,
          request: "POST /api/maps",
          status: 201,
          answer: { response: { uid: "fNQLkPgHOvW" } },
          answerHeaders: { "Content-Type": "application/json", Location: location },
        }),
        exchange({
          request: "PUT /api/maps/fNQLkPgHOvW?filter=id:eq:fNQLkPgHOvW",
          body: '{"id":"fNQLkPgHOvW"}',
          answer: {},
        }),
      ],
      start,
    );
    expect(outcomes).toMatchObject([{ verdict: "equal", index: 1 }]);
    expect(asked[1]?.url).toBe("https://dhis2.test/api/maps/Zq3abcdeFGh?filter=id:eq:Zq3abcdeFGh");
    expect(await asked[1]?.text()).toBe('{"id":"Zq3abcdeFGh"}');
  });

  it("maps tokens and sessions", async () => {
    const key = `d2p_${"A".repeat(44)}`;
    const ownKey = `d2p_${"x9".repeat(22)}`;
    const json = { "Content-Type": "application/json" };
    const { asked, start } = serving(
      [201, { key: ownKey }],
      [200, {}, { ...json, "Set-Cookie": "JSESSIONID=0F3A9; Path=/" }],
      [200, {}],
      [200, {}],
    );
    await replay(
      [
        exchange({ request: "POST /api/apiToken", status: 201, answer: { key } }),
        exchange({
          request: "POST /api/auth/login",
          answer: {},
          answerHeaders: { ...json, "Set-Cookie": "JSESSIONID=session-7; Path=/" },
        }),
        exchange({ request: "GET /api/me", headers: { Authorization: `ApiToken ${key}` }, answer: {} }),
        exchange({ request: "GET /api/me", headers: { Cookie: "JSESSIONID=session-7" }, answer: {} }),
      ],
      start,
    );
    expect(asked[2]?.headers.get("Authorization")).toBe(`ApiToken ${ownKey}`);
    expect(asked[3]?.headers.get("Cookie")).toBe("JSESSIONID=0F3A9");
  });

  it("shows the server the time at which the recorded answer was given", async () => {
    let read: (() => number) | undefined;
    await replay([exchange({ request: "GET /api/me" })], (clock) => {
      read = clock;
      return { fetch: () => new Response() };
    });
    expect(read?.()).toBe(Date.parse("2026-11-22T01:44:55.250Z"));
  });
});
