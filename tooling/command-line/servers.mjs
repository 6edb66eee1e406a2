import { createServer } from "node:http";
import { createSandbox } from "@dhis2w/sandbox";

/**
 * @typedef {{ after: (done: () => void) => void }} Test
 * @typedef {(request: Request) => Response | Promise<Response>} Answering
 */

/**
 * Serves what answers requests on a free port until the test ends. An answer that throws breaks the connection.
 * @param {Test} test
 * @param {Answering} answering
 * @returns {Promise<string>} its address
 */
export async function serve(test, answering) {
  const server = createServer(async (incoming, outgoing) => {
    try {
      const url = `http://${incoming.headers.host}${incoming.url}`;
      const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
      const { method = "GET" } = incoming;
      const chunks = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const body = chunks.length === 0 ? null : Buffer.concat(chunks);
      const answer = await answering(
        new Request(url, { method, body, headers: Object.fromEntries(headers) }),
      );
      answer.headers.forEach((value, name) => {
        outgoing.setHeader(name, value);
      });
      outgoing.writeHead(answer.status);
      outgoing.end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      outgoing.destroy();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  test.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

/**
 * A sandbox on a free port.
 * @param {Test} test
 * @param {import("@dhis2w/sandbox").SandboxOptions} options
 */
export async function serveSandbox(test, options) {
  const sandbox = await createSandbox(options);
  return serve(test, (request) => sandbox.fetch(request));
}

/** How the administrator of a sandbox signs in. */
export const administrator = { DHIS2_USERNAME: "admin", DHIS2_PASSWORD: "district" };

/** @param {string} url @param {string} path @param {RequestInit} [init] */
export async function asAdministrator(url, path, init = {}) {
  const headers = { authorization: `Basic ${btoa("admin:district")}`, "content-type": "application/json" };
  const response = await fetch(url + path, { ...init, headers });
  return response.json();
}
