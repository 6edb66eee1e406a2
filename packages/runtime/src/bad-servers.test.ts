import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { basic, connect, createClient, type Dhis2Error } from "./index.ts";
import { testCore } from "./testing/fixtures.ts";

const running: { close(): void }[] = [];

afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

/** A real server on the loopback, and a client for it. */
async function serve(listener: RequestListener) {
  let count = 0;
  const server = createServer((request, response) => {
    count++;
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  running.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const options = { baseUrl, auth: basic("admin", "district!"), retry: { limit: 1, delay: 1 } };
  const failure = (method: "GET" | "POST", timeout = 10_000): Promise<Dhis2Error> =>
    createClient(testCore, options)
      .request(method, "/api/me", { timeout, ...(method === "POST" ? { body: { a: 1 } } : {}) })
      .then(
        () => expect.fail("the call succeeded"),
        (error) => error,
      );
  return { failure, options, count: () => count };
}

test("a line that drops within the body is a network error, after the repetitions of a safe method", async () => {
  const { failure, count } = await serve((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
    response.write('{"id": "half', () => response.destroy());
  });
  expect(await failure("GET")).toMatchObject({
    name: "Dhis2NetworkError",
    code: "NETWORK.FAILED",
    method: "GET",
  });
  expect(count()).toBe(2);
  expect((await failure("POST")).code).toBe("NETWORK.FAILED");
  expect(count()).toBe(3);
});

test("a line that drops within the body of an error is a network error", async () => {
  const { failure } = await serve((_, response) => {
    response.writeHead(409, { "Content-Type": "application/json", "Content-Length": "1000" });
    response.write('{"status": "ERR', () => response.destroy());
  });
  expect((await failure("POST")).code).toBe("NETWORK.FAILED");
});

test("a line that drops before the answer is a network error that tells the reason", async () => {
  const { failure } = await serve((request) => request.socket.destroy());
  expect((await failure("GET")).message).toMatch(
    /^GET \/api\/me got no whole answer: .+ \[NETWORK\.FAILED\]$/,
  );
});

test("a server that never answers, and one that never ends its answer, run into the timeout", async () => {
  const silent = await serve(() => {});
  const endless = await serve((_, response) => void response.writeHead(200).write("{"));
  for (const { failure } of [silent, endless])
    expect(await failure("GET", 60)).toMatchObject({ name: "Dhis2TimeoutError", timeout: 60 });
});

test("the login page is an authentication error, by redirect or in place", async () => {
  const redirecting = await serve(
    (_, response) => void response.writeHead(302, { Location: "/login/" }).end(),
  );
  const inPlace = await serve(
    (_, response) =>
      void response
        .writeHead(200, { "Content-Type": "text/html" })
        .end('<!doctype html><input type="password">'),
  );
  for (const { failure } of [redirecting, inPlace])
    expect(await failure("GET")).toMatchObject({ name: "Dhis2AuthError", code: "AUTH.LOGIN_PAGE" });
});

test("credentials do not follow a redirect to another origin", async () => {
  const seen: (string | undefined)[] = [];
  const other = await serve((request, response) => {
    seen.push(request.headers.authorization);
    response.end();
  });
  const { failure } = await serve(
    (_, response) => void response.writeHead(307, { Location: `${other.options.baseUrl}/api/me` }).end(),
  );
  expect((await failure("GET")).code).toBe("HTTP.REDIRECT");
  expect(seen).toEqual([]);
});

test("nobody listens", async () => {
  const { failure } = await serve(() => {});
  for (const server of running.splice(0)) server.close();
  expect((await failure("GET")).message).toMatch(/ECONNREFUSED/);
});

test.each([
  ["2.43.1", "VERSION.MISMATCH", /the server runs DHIS2 2\.43\.1, .* install @dhis2w\/client-v43/],
  ["43.0", "VERSION.MISMATCH", /client-v43/],
  ["2.42.0-rc", undefined, /^/],
  ["none", "VERSION.UNKNOWN", /did not tell/],
  [undefined, "VERSION.UNKNOWN", /did not tell/],
])("connect to a server that calls itself %s: %s", async (version, code, message) => {
  const { options } = await serve((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ version }));
  });
  const strict: Dhis2Error | undefined = await connect(testCore, options).then(
    () => undefined,
    (error) => error,
  );
  expect(strict?.code).toBe(code);
  expect(strict?.message ?? "").toMatch(message);

  const warnings: string[] = [];
  const onWarning = (warning: Dhis2Error) => void warnings.push(warning.code);
  await connect(testCore, { ...options, versionCheck: "warn", onWarning });
  await connect(testCore, { ...options, versionCheck: "off", onWarning });
  expect(warnings).toEqual(code === undefined ? [] : [code]);
});
