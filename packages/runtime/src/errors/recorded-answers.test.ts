import { type Exchange, readRecording, recordedGroups, recordedVersions } from "@dhis2w/recordings";
import { describe, expect, test } from "vitest";
import { basic, createClient, type Dhis2Error, type HttpMethod, isDhis2Error } from "../index.ts";
import { testCore } from "../testing/fixtures.ts";

/** Codes by status, written out here: the table in the source is what is tested. */
const codes: Readonly<Record<number, string>> = {
  400: "HTTP.BAD_REQUEST",
  401: "AUTH.UNAUTHORIZED",
  403: "AUTH.FORBIDDEN",
  404: "HTTP.NOT_FOUND",
  405: "HTTP.METHOD_NOT_ALLOWED",
  406: "HTTP.NOT_ACCEPTABLE",
  409: "HTTP.CONFLICT",
  415: "HTTP.UNSUPPORTED_MEDIA_TYPE",
  422: "HTTP.UNPROCESSABLE_CONTENT",
  500: "HTTP.SERVER_ERROR",
};

/** Replays a recorded answer to the recorded request. */
async function replay({ request, response }: Exchange): Promise<unknown> {
  const dhis2 = createClient(testCore, {
    baseUrl: "https://dhis2.test",
    auth: basic("admin", "district-secret"),
    retry: false,
    fetch: async () =>
      new Response([204, 205, 304].includes(response.status) || response.body === "" ? null : response.body, {
        status: response.status,
        headers: response.headers,
      }),
  });
  return dhis2.request(request.method as HttpMethod, request.path, {
    body: request.body,
    headers: { Accept: request.headers.get("Accept") ?? "*/*" },
  });
}

async function failureOf(exchange: Exchange): Promise<Dhis2Error | undefined> {
  try {
    await replay(exchange);
    return undefined;
  } catch (error) {
    if (isDhis2Error(error)) return error;
    throw error;
  }
}

/** Every text under `errorReports[].message`, `conflicts[].value`, `mergeErrors[].message`, wherever they are. */
function reportedTexts(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const own = { errorReports: "message", mergeErrors: "message", conflicts: "value" }[key];
    if (own !== undefined && Array.isArray(part)) return part.map((item) => String(item[own]));
    return reportedTexts(part);
  });
}

/** The report of an import of data values, wherever the answer has it. */
function conflictsIn(answer: unknown): { conflicts?: Conflict[] } {
  // Recorded, so of this shape; the expectation fails where it is not.
  const report = answer as { conflicts?: Conflict[]; response?: { conflicts?: Conflict[] } };
  return report.response ?? report;
}
interface Conflict {
  indexes?: number[];
  property?: string;
  errorCode?: string;
  value?: string;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe.each(recordedVersions())("recorded answers of %s", (version) => {
  const exchanges = recordedGroups(version).flatMap((group) =>
    readRecording(version, group).map((exchange) => ({ ...exchange, group })),
  );

  test("every error status is an error with its code, a message that says something, and the report's rows", async () => {
    const errors = exchanges.filter(({ response }) => response.status >= 400);
    expect(errors.length).toBeGreaterThan(400);
    for (const exchange of errors) {
      const { request, response, group, step } = exchange;
      const error = await failureOf(exchange);
      const at = `${group} '${step}'`;
      expect(error?.code, at).toBe(codes[response.status]);
      expect(error?.message, at).toMatch(
        new RegExp(
          `^${request.method} ${escaped(request.path)} → ${response.status} [A-Z][A-Za-z ]+: \\S.+ \\[`,
          "s",
        ),
      );
      expect(error?.message, at).not.toMatch(/undefined|\[object|<html|<\/|null:/);
      if (!isDhis2Error(error, "HTTP.CONFLICT")) continue;
      expect(error.rows.length, at).toBeGreaterThan(0);
      const texts = reportedTexts(parsed(response.body));
      const messages = new Set(error.rows.map((row) => row.message));
      for (const text of texts) expect(messages, at).toContain(text);
    }
  });

  test("a conflict is a row for each value that has it, with its place, property and code", async () => {
    let count = 0;
    for (const exchange of exchanges.filter(({ response }) => response.body.includes('"indexes":'))) {
      const error = await failureOf(exchange);
      const { conflicts = [] } = conflictsIn(parsed(exchange.response.body));
      const wanted = conflicts.flatMap(({ indexes = [], property, errorCode: code, value: message }) =>
        indexes.map((index) => ({ index, property: property === "" ? undefined : property, code, message })),
      );
      count += wanted.length;
      const at = `${exchange.group} '${exchange.step}'`;
      expect(error, at).toMatchObject({ rows: wanted });
    }
    expect(count).toBeGreaterThan(10);
  });

  test("every redirect is an error that says where it leads", async () => {
    const redirects = exchanges.filter(({ response }) => response.status >= 300 && response.status < 400);
    for (const exchange of redirects) {
      const { response, group, step } = exchange;
      const code = (await failureOf(exchange))?.code;
      const wanted = /login|index\.html/.test(response.headers.get("Location") ?? "")
        ? "AUTH.LOGIN_PAGE"
        : "HTTP.REDIRECT";
      expect(code, `${group} '${step}'`).toBe(wanted);
    }
    expect(redirects.length).toBeGreaterThan(5);
  });

  test("a success is read as it is, but for writes of which a part was left out (BUG-206)", async () => {
    const partial: string[] = [];
    for (const exchange of exchanges.filter(({ response }) => response.status < 300)) {
      const { group, step } = exchange;
      const error = await failureOf(exchange);
      if (error === undefined) continue;
      expect(error.code, `${group} '${step}' ${error.message}`).toBe("IMPORT.PARTIAL");
      partial.push(`${group} ${step}`);
    }
    expect(partial).toEqual(
      [
        version === "v43" ? "10-data-values bad and good" : "",
        "10-data-values complete with conflicts",
        "11-tracker atomic OBJECT",
        "15-org-units geojson import",
      ].filter((name) => name !== ""),
    );
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
