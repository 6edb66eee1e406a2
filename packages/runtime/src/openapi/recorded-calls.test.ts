import type { OpenApiMaps } from "@dhis2w/core-v42/openapi";
import { type Exchange, exchangeNamed, readRecording, recordedVersions } from "@dhis2w/recordings";
import { describe, expect, test } from "vitest";
import { basic, createClient, isDhis2Error } from "../index.ts";
import { recordingFetch, testCore } from "../testing/fixtures.ts";
import { createOpenApi, type OpenApi } from "./index.ts";

/** The typed calls of 2.42 over an exchange that was recorded, and what they sent. */
function over(exchange: Exchange) {
  const { status, headers, body } = exchange.response;
  const { fetch, requests } = recordingFetch(() => new Response(body, { status, headers }));
  const dhis2 = createClient(testCore, {
    baseUrl: "https://dhis2.test",
    auth: basic("admin", "district"),
    fetch,
  });
  return { api: createOpenApi<OpenApiMaps>(dhis2), requests };
}

/** Makes a call against a recorded exchange and compares the request with the one that is known to work. */
async function replay<Result>(
  version: string,
  group: string,
  step: string,
  call: (api: OpenApi<OpenApiMaps>) => Promise<Result>,
): Promise<Result> {
  const exchange = exchangeNamed(readRecording(version, group), step);
  const { api, requests } = over(exchange);
  try {
    return await call(api);
  } finally {
    const [sent] = requests;
    const url = new URL(sent?.url ?? "");
    expect(requests).toHaveLength(1);
    expect(sent?.method).toBe(exchange.request.method);
    expect(url.pathname).toBe(exchange.request.path);
    expect([...url.searchParams].sort()).toEqual([...exchange.request.query].sort());
    expect(sent?.body === "" ? undefined : JSON.parse(sent?.body ?? "")).toEqual(
      exchange.request.body === undefined ? undefined : JSON.parse(exchange.request.body),
    );
  }
}

describe.each(recordedVersions())("%s", (version) => {
  test("system info", async () => {
    const { data } = await replay(version, "01-system", "system info", (api) => api.GET("/api/system/info"));
    expect(data.version).toMatch(new RegExp(`^2\\.${version.slice(1)}\\.`));
  });

  test("me", async () => {
    const { data } = await replay(version, "01-system", "me all", (api) => api.GET("/api/me"));
    expect(data.username).toBe("admin");
    expect(data.authorities).toContain("ALL");
  });

  test("an export of tracked entities", async () => {
    const { data } = await replay(version, "11-tracker", "tracked entities", (api) =>
      api.GET("/api/tracker/trackedEntities", {
        params: { query: { program: "ProgCare000", orgUnits: "OuClinicA00" } },
      }),
    );
    expect(data.trackedEntities?.length).toBeGreaterThan(0);
    expect(data.trackedEntities?.map(({ orgUnit }) => orgUnit)).toContain("OuClinicA00");
  });

  const value = { dataElement: "DeVisits000", period: "202401", orgUnit: "OuClinicA00", value: "10" };

  test("an import of data values", async () => {
    const { data, status } = await replay(version, "10-data-values", "one value", (api) =>
      api.POST("/api/dataValueSets", { body: { dataSet: "DsMonthly00", dataValues: [value] } }),
    );
    const { response } = data;
    expect(status).toBe(200);
    expect(response?.responseType).toBe("ImportSummary");
    const count = response?.responseType === "ImportSummary" ? response.importCount : undefined;
    // 2.43 counts a new value as updated.
    expect((count?.imported ?? 0) + (count?.updated ?? 0)).toBe(1);
  });

  test("an import that fails in part is the client's error, with rows", async () => {
    const failure = await replay(version, "10-data-values", "dry run with a conflict", (api) =>
      api
        .POST("/api/dataValueSets", {
          params: { query: { dryRun: true } },
          body: { dataSet: "DsMonthly00", dataValues: [{ ...value, period: "202404", value: "x" }] },
        })
        .catch((error: unknown) => error),
    );
    expect(isDhis2Error(failure) && "rows" in failure && failure.rows).toHaveLength(1);
  });

  test("a change by JSON Patch", async () => {
    const { data } = await replay(version, "12-jobs", "patch name", (api) =>
      api.PATCH("/api/jobConfigurations/{uid}", {
        params: { path: { uid: "JobTest0000" } },
        body: [{ op: "replace", path: "/name", value: "Rec test job 2" }],
      }),
    );
    expect(data.status).toBe("OK");
  });

  test("a member is removed by its id", async () => {
    const { data } = await replay(version, "04-category-model", "remove a category by id", (api) =>
      api.PATCH("/api/categoryCombos/{uid}", {
        params: { path: { uid: "CcByPatchRe" } },
        body: [{ op: "remove-by-id", path: "/categories", id: "CatArea0000" }],
      }),
    );
    expect(data.status).toBe("OK");
  });

  test("whether a list is there", async () => {
    const { data, status, headers } = await replay(version, "01-system", "head", (api) =>
      api.HEAD("/api/dataElements"),
    );
    expect({ data, status }).toEqual({ data: undefined, status: 200 });
    expect(headers.get("Content-Type")).toContain("json");
  });

  test("a list in a query is repeated", async () => {
    const { data } = await replay(version, "10-data-values", "read several periods", (api) =>
      api.GET("/api/dataValueSets", {
        params: { query: { dataSet: "DsMonthly00", period: ["202401", "202402"], orgUnit: "OuClinicA00" } },
      }),
    );
    expect(new Set(data.dataValues?.map(({ period }) => period))).toEqual(new Set(["202401", "202402"]));
  });

  test("the keys of a namespace, without 'fields'", async () => {
    const { data } = await replay(version, "18-datastore", "keys", (api) =>
      api.GET("/api/dataStore/{namespace}", { params: { path: { namespace: "rec-app" } } }),
    );
    expect(data).toContain("one");
  });

  test("what is not set is undefined", async () => {
    const { data } = await replay(version, "21-settings", "configuration feedbackRecipients", (api) =>
      api.GET("/api/configuration/feedbackRecipients"),
    );
    expect(data?.name).toBeUndefined();
  });

  test("a file goes as a form (BUG-370)", async () => {
    const { api, requests } = over(
      exchangeNamed(readRecording(version, "20-files-messages"), "upload document"),
    );
    const form = new FormData();
    form.append("file", new File(["hello file"], "note.txt", { type: "text/plain" }));
    const { data } = await api.POST("/api/fileResources", {
      params: { query: { domain: "DOCUMENT" } },
      body: form,
    });
    expect(requests[0]?.headers["content-type"]).toMatch(/^multipart\/form-data; ?boundary=/);
    expect(requests[0]?.body).toContain('name="file"; filename="note.txt"');
    expect(requests[0]?.body).toContain("hello file");
    const { response } = data;
    expect(response?.responseType === "FileResource" && response.fileResource?.name).toBe("note.txt");
  });

  test("a file comes as what is asked for", async () => {
    const { api } = over(exchangeNamed(readRecording(version, "20-files-messages"), "file data"));
    const { data } = await api.GET("/api/fileResources/{uid}/data", {
      params: { path: { uid: "WE2irWQNCh3" } },
      parseAs: "blob",
    });
    expect(await data.text()).toBe("hello file");
  });
});
