import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchangeNamed, RecordingError, readRecording, recordedGroups, recordedVersions } from "./index.ts";

const base64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");

describe("another folder", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "recordings-"));
    mkdirSync(join(folder, "v42"));
    writeFileSync(join(folder, "v42", "notes.txt"), "");
    writeFileSync(join(folder, "v42", "02-b.har"), JSON.stringify({ log: { entries: [] } }));
    const entry = {
      startedDateTime: "2026-11-22T01:44:55.092Z",
      time: 308,
      comment: "read — what comes back",
      _setup: true,
      request: {
        method: "GET",
        url: "https://dhis2.test/api/a%20b?filter=name:eq:x%26y",
        headers: [{ name: "Accept", value: "application/json" }],
      },
      response: {
        status: 200,
        headers: [
          { name: "Set-Cookie", value: "a=1" },
          { name: "Set-Cookie", value: "b=2" },
        ],
        content: { text: base64("größer"), encoding: "base64" },
      },
    };
    writeFileSync(join(folder, "v42", "01-a.har"), JSON.stringify({ log: { entries: [entry, entry] } }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("has its own groups", () => {
    expect(recordedGroups("v42", folder)).toEqual(["01-a", "02-b"]);
  });

  it("is read with what was sent, decoded and as it stood", () => {
    const [exchange] = readRecording("v42", "01-a", folder);
    expect(exchange).toMatchObject({ step: "read", why: "what comes back", setup: true });
    expect(exchange?.startedAt).toBe(Date.UTC(2026, 10, 22, 1, 44, 55, 92));
    expect(exchange?.answeredAt).toBe(Date.UTC(2026, 10, 22, 1, 44, 55, 400));
    expect(exchange?.request.url).toBe("https://dhis2.test/api/a%20b?filter=name:eq:x%26y");
    expect(exchange?.request.path).toBe("/api/a b");
    expect(exchange?.request.query.get("filter")).toBe("name:eq:x&y");
    expect(exchange?.request.body).toBeUndefined();
    expect(exchange?.response.body).toBe("größer");
    expect(exchange?.response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  it("refuses a file that is no HAR, by its name", () => {
    const file = join(folder, "v42", "03-c.har");
    const entries = [{ request: { url: "https://dhis2.test/" } }];
    const broken: [text: string, message: string][] = [
      ['{"log":', "Unexpected end of JSON input"],
      ["{}", "has no log.entries"],
      [JSON.stringify({ log: { entries } }), "entry 0 is no exchange"],
    ];
    for (const [text, message] of broken) {
      writeFileSync(file, text);
      expect(() => readRecording("v42", "03-c", folder)).toThrow(`${file}: ${message}`);
    }
    rmSync(file);
    expect(() => readRecording("v42", "03-c", folder)).toThrow(RecordingError);
  });

  it("refuses a step that is not unique", () => {
    const exchanges = readRecording("v42", "01-a", folder);
    expect(() => exchangeNamed(exchanges, "read")).toThrow("2 exchanges are named 'read'");
    expect(() => exchangeNamed(exchanges, "write")).toThrow("0 exchanges are named 'write'");
  });
});

it("all groups of all versions can be read", () => {
  expect(recordedVersions()).toEqual(expect.arrayContaining(["v41", "v42", "v43"]));
  for (const version of recordedVersions()) {
    expect(recordedGroups(version)).toHaveLength(22);
    for (const group of recordedGroups(version))
      expect(readRecording(version, group).length).toBeGreaterThan(50);
  }
});
