import { expect, test } from "vitest";
import { basic, connect, createClient } from "./index.ts";
import { recordingFetch, testCore } from "./testing/fixtures.ts";

test("createClient sends nothing; a call is signed, asks for JSON, and gives the parsed body", async () => {
  const { fetch, requests } = recordingFetch(() => Response.json({ version: "2.42.5.2" }));
  const dhis2 = createClient(testCore, {
    baseUrl: "https://a.org/hmis/api/",
    auth: basic("ädmin", "пароль☂"),
    fetch,
  });
  expect(requests).toEqual([]);
  expect(dhis2.baseUrl).toBe("https://a.org/hmis");

  expect(await dhis2.request("GET", "/api/system/info")).toEqual({ version: "2.42.5.2" });
  expect(requests).toMatchObject([
    {
      method: "GET",
      url: "https://a.org/hmis/api/system/info",
      headers: {
        accept: "application/json",
        "x-requested-with": "XMLHttpRequest",
        authorization: `Basic ${Buffer.from("ädmin:пароль☂").toString("base64")}`,
      },
      body: "",
    },
  ]);
});

test("connect takes another patch as information and keeps what the server said", async () => {
  const { fetch } = recordingFetch(() => Response.json({ version: "2.42.0-SNAPSHOT", revision: "abc" }));
  const dhis2 = await connect(testCore, { baseUrl: "https://a.org", auth: basic("a", "secret"), fetch });
  expect(dhis2.systemInfo).toEqual({ version: "2.42.0-SNAPSHOT", revision: "abc" });
  expect(dhis2.version).toBe(42);
});
