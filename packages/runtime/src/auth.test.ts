import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  type Auth,
  basic,
  cookie,
  createClient,
  type Dhis2Error,
  isDhis2Error,
  personalAccessToken,
} from "./index.ts";
import { recordingFetch, testCore } from "./testing/fixtures.ts";

const secret = "geheim ☂ 42";
const token = "d2p_AAAAbbbbCCCCdddd";
const encoded = Buffer.from(`admin:${secret}`).toString("base64");

function failureOf(call: Promise<unknown>): Promise<Dhis2Error> {
  return call.then(
    () => expect.fail("the call succeeded"),
    (error) => error,
  );
}

/** Every way in which a value could end up in a log. */
function everyText(value: unknown): string {
  const texts = [inspect(value, { depth: 20, showHidden: true }), String(value), JSON.stringify(value) ?? ""];
  if (value instanceof Error) texts.push(value.stack ?? "", value.message);
  return texts.join("\n");
}

describe.each([
  ["basic", basic("admin", secret)],
  ["personalAccessToken", personalAccessToken(token)],
])("%s", (_, auth: Auth) => {
  test("shows no secret when printed, nor does a client made with it", () => {
    const dhis2 = createClient(testCore, { baseUrl: "https://a.org", auth });
    expect(everyText(auth) + everyText(dhis2)).not.toMatch(new RegExp(`${secret}|${encoded}|${token}`));
  });

  const leaks: readonly [string, () => Response | Promise<Response>][] = [
    [
      "a body that repeats the header",
      () => Response.json({ message: `bad ${secret} ${encoded} ${token}` }, { status: 500 }),
    ],
    [
      "a conflict that repeats it",
      () =>
        Response.json({ response: { errorReports: [{ message: `${secret} ${token}` }] } }, { status: 409 }),
    ],
    ["an HTML page that repeats it", () => new Response(`<html>${secret} ${encoded} ${token}`)],
    [
      "cut JSON that repeats it",
      () =>
        new Response(`{"a":"${secret} ${encoded} ${token}`, {
          headers: { "Content-Type": "application/json" },
        }),
    ],
    [
      "a redirect that carries it",
      () =>
        new Response(null, {
          status: 302,
          headers: { Location: `https://admin:${encodeURIComponent(secret)}@b.org/${encoded}${token}` },
        }),
    ],
    [
      "a failure deep in the causes",
      () => {
        const inner = Object.assign(new Error(`sent ${secret}`), {
          request: { authorization: `Basic ${encoded} ${token}` },
        });
        throw new TypeError(`fetch failed ${encoded} ${token}`, { cause: inner });
      },
    ],
    [
      "a failure that is no error",
      () => {
        throw `${secret} ${encoded} ${token}`;
      },
    ],
  ];
  test.each(leaks)("no secret in the error of %s", async (_what, answer) => {
    const dhis2 = createClient(testCore, {
      baseUrl: "https://a.org",
      auth,
      retry: false,
      fetch: async () => answer(),
    });
    const error = await failureOf(dhis2.request("GET", `/api/x?key=${encoded}${token}`));
    expect(isDhis2Error(error)).toBe(true);
    const hidden = auth.scheme === "basic" ? [secret, encoded, encodeURIComponent(secret)] : [token];
    for (const part of hidden) expect(everyText(error)).not.toContain(part);
    expect(error.message).toContain("GET /api/x");
  });
});

test("a cause without secrets stays the object it is", async () => {
  const cause = new TypeError("fetch failed", {
    cause: Object.assign(new Error("refused"), { code: "ECONNREFUSED" }),
  });
  const dhis2 = createClient(testCore, {
    baseUrl: "https://a.org",
    auth: basic("admin", secret),
    retry: false,
    fetch: () => Promise.reject(cause),
  });
  const error = await failureOf(dhis2.request("GET", "/api/me"));
  expect(error.cause).toBe(cause);
  expect(error.message).toBe("GET /api/me got no whole answer: refused [NETWORK.FAILED]");
});

test.each([
  ["no username", () => basic("", "x")],
  ["no password", () => basic("admin", "")],
  ["a colon in the name", () => basic("ad:min", "x")],
  ["a line break in the name", () => basic("ad\nmin", "x")],
  ["no token", () => personalAccessToken("")],
  ["a token with a line break", () => personalAccessToken(`${token}\n`)],
  ["a token with a blank", () => personalAccessToken(`${token} x`)],
  [
    "a user name in baseUrl",
    () => createClient(testCore, { baseUrl: `https://admin:${token}@a.org`, auth: cookie() }),
  ],
  ["a path for baseUrl", () => createClient(testCore, { baseUrl: "dhis2", auth: cookie() })],
  ["another protocol", () => createClient(testCore, { baseUrl: "ftp://a.org", auth: cookie() })],
  ["a query in baseUrl", () => createClient(testCore, { baseUrl: "https://a.org/?x=1", auth: cookie() })],
])("%s is a TypeError before any request, without the secret", (_, make) => {
  const error = (() => {
    try {
      return make();
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toBeInstanceOf(TypeError);
  expect(everyText(error).split("\n    at ")[0]).not.toContain(token);
});

test("credentials go to the origin of baseUrl only", async () => {
  const { fetch, requests } = recordingFetch(() => Response.json({}));
  const dhis2 = createClient(testCore, {
    baseUrl: "https://a.org/hmis",
    auth: basic("admin", secret),
    fetch,
  });
  await dhis2.request("GET", "https://a.org/hmis/api/dataElements?page=2");
  await dhis2.request("GET", "https://a.org.evil.org/api/me");
  await dhis2.request("GET", "http://a.org/api/me");
  await dhis2.request("GET", "//evil.org/api/me");
  expect(
    requests.map(({ url, headers }) => [new URL(url).origin, headers.authorization !== undefined]),
  ).toEqual([
    ["https://a.org", true],
    ["https://a.org.evil.org", false],
    ["http://a.org", false],
    ["https://a.org", true],
  ]);
});

test("a cookie is left to the browser; explicit credentials keep cookies out", async () => {
  const modes: string[] = [];
  const fetch = async (request: Request) => {
    modes.push(`${request.credentials} ${request.headers.get("Authorization")?.split(" ")[0]}`);
    return Response.json({});
  };
  for (const auth of [cookie(), personalAccessToken(token)])
    await createClient(testCore, { baseUrl: "https://a.org", auth, fetch }).request("GET", "/api/me");
  expect(modes).toEqual(["include undefined", "omit ApiToken"]);
});
