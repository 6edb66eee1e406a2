import { describe, expect, test } from "vitest";
import { type BodyForms, basic, createClient, isDhis2Error } from "../index.ts";
import { createOpenApi } from "../openapi/index.ts";
import { fakeClock, recordingFetch, testCore } from "../testing/fixtures.ts";

/** The head of a PNG: no UTF-8 text. */
const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff]);

const image = () => new Response(bytes, { headers: { "Content-Type": "image/png" } });

function client(answer: (request: Request, count: number) => Response) {
  const { fetch, requests } = recordingFetch(answer);
  const clock = fakeClock();
  const options = { baseUrl: "https://a.org", auth: basic("admin", "district"), fetch, clock };
  return { dhis2: createClient(testCore, options), requests };
}

async function bytesOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(body as BodyInit).arrayBuffer());
}

const path = "/api/fileResources/abcdefghij1/data";

describe("a body in the form that was asked for", () => {
  test("a Blob with its type, an ArrayBuffer, a stream: byte for byte, asked for as any type", async () => {
    const { dhis2, requests } = client(image);
    const blob = await dhis2.request("GET", path, { parseAs: "blob" });
    const buffer = await dhis2.request("GET", path, { parseAs: "arrayBuffer" });
    const stream = await dhis2.request("GET", path, { parseAs: "stream" });
    expect(blob.type).toBe("image/png");
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes);
    expect(new Uint8Array(buffer)).toEqual(bytes);
    expect(await bytesOf(stream)).toEqual(bytes);
    expect(requests.map(({ headers }) => headers.accept)).toEqual(["*/*", "*/*", "*/*"]);
  });

  test("text, of JSON too", async () => {
    const { dhis2 } = client(() => Response.json({ a: 1 }));
    expect(await dhis2.request("GET", "/api/system/info", { parseAs: "text" })).toBe('{"a":1}');
    expect(await dhis2.request("GET", "/api/system/info")).toEqual({ a: 1 });
  });

  test.each<[keyof BodyForms, (body: never) => Promise<number>]>([
    ["text", async (body: string) => body.length],
    ["blob", async (body: Blob) => body.size],
    ["arrayBuffer", async (body: ArrayBuffer) => body.byteLength],
    ["stream", async (body: ReadableStream<Uint8Array>) => (await bytesOf(body)).length],
  ])("%s of an empty answer is an empty one", async (parseAs, sizeOf) => {
    const { dhis2 } = client(() => new Response(null, { status: 204 }));
    expect(await sizeOf((await dhis2.request("GET", path, { parseAs })) as never)).toBe(0);
  });

  test("by the typed calls, too", async () => {
    const { dhis2 } = client(image);
    const api = createOpenApi<{
      get: {
        "/api/icons/{key}/icon": { answers: { 200: string }; init: { params: { path: { key: string } } } };
      };
      post: object;
      put: object;
      patch: object;
      delete: object;
    }>(dhis2);
    const { data, status } = await api.GET("/api/icons/{key}/icon", {
      params: { path: { key: "dots" } },
      parseAs: "blob",
    });
    expect([status, data.size]).toEqual([200, bytes.length]);
  });

  test("headers of the caller go before", async () => {
    const { dhis2, requests } = client(image);
    await dhis2.request("GET", path, { parseAs: "blob", headers: { Accept: "application/zip" } });
    expect(requests[0]?.headers.accept).toBe("application/zip");
  });
});

describe.each(["text", "blob", "arrayBuffer", "stream"] as const)("asked for as %s", (parseAs) => {
  test("an error is the client's error, with the server's words", async () => {
    const refusal = { httpStatus: "Not Found", httpStatusCode: 404, status: "ERROR", message: "gone" };
    const { dhis2 } = client(() => Response.json(refusal, { status: 404 }));
    const error: unknown = await dhis2.request("GET", path, { parseAs }).catch((one) => one);
    expect(isDhis2Error(error, "HTTP.NOT_FOUND") && error.message).toContain("gone");
  });

  test("a login page with status 200 is no file", async () => {
    const page = '<html><form><input type="password"></form></html>';
    const { dhis2 } = client(() => new Response(page, { headers: { "Content-Type": "text/html" } }));
    const error: unknown = await dhis2.request("GET", path, { parseAs }).catch((one) => one);
    expect(isDhis2Error(error, "AUTH.LOGIN_PAGE")).toBe(true);
  });

  test("a page that was asked for comes as it is", async () => {
    const page = "<html><h1>Form</h1></html>";
    const { dhis2 } = client(() => new Response(page, { headers: { "Content-Type": "text/html" } }));
    const body = await dhis2.request("GET", "/api/dataSets/abcdefghij1/form", { parseAs });
    expect(await new Response(body as BodyInit).text()).toBe(page);
  });

  test("what passes is tried again", async () => {
    const { dhis2, requests } = client((_, count) =>
      count === 1 ? new Response(null, { status: 503 }) : image(),
    );
    await dhis2.request("GET", path, { parseAs });
    expect(requests).toHaveLength(2);
  });
});

test("a stream comes before its end, so that what is larger than memory can be read", async () => {
  const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(bytes) });
  const { dhis2 } = client(() => new Response(endless));
  const reader = (await dhis2.request("GET", "/api/metadata.json.gz", { parseAs: "stream" })).getReader();
  expect((await reader.read()).value).toEqual(bytes);
  await reader.cancel();
});
