import { readRecording, recordedVersions } from "@dhis2w/recordings";
import { describe, expect, it } from "vitest";
import { quirksOf } from "./quirk.ts";
import { quirkTable } from "./table.ts";

const valuesOf = (id: string): Record<string, unknown> =>
  Object.fromEntries(quirksOf(id).map(({ name, value }) => [name, value]));

describe("quirksOf", () => {
  it("gives each release its own values", () => {
    expect([valuesOf("v41").malformedBodyStatus, valuesOf("v43").malformedBodyStatus]).toEqual([500, 409]);
    expect([valuesOf("v41").commaCutsFilterValue, valuesOf("v42").commaCutsFilterValue]).toEqual([
      false,
      true,
    ]);
  });

  it("gives a release that the table does not know the newest one's values, and says whose they are", () => {
    expect(valuesOf("v99")).toEqual(valuesOf("v43"));
    expect(quirksOf("v99").every(({ assumedFrom }) => assumedFrom === "v43")).toBe(true);
    expect(quirksOf("v43").some(({ assumedFrom }) => assumedFrom !== undefined)).toBe(false);
  });

  it("takes v100 for newer than v99", () => {
    const row = { id: "BUG-1", name: "x", title: "", values: { v100: 2, v99: 1 }, evidence: [] };
    expect(quirksOf("v101", [row])).toEqual([
      { id: "BUG-1", name: "x", value: 2, client: false, assumedFrom: "v100" },
    ]);
  });
});

describe("the quirk table", () => {
  it("names each behaviour once, and says a value for each release that was recorded", () => {
    const names = quirkTable.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { values } of quirkTable)
      expect(Object.keys(values)).toEqual(expect.arrayContaining(recordedVersions()));
  });

  it("points at steps that were recorded", () => {
    const recorded = new Set<string>();
    for (const id of recordedVersions())
      for (const group of new Set(
        quirkTable.flatMap(({ evidence }) => evidence.map((each) => each.split("/")[0] ?? "")),
      ))
        for (const { step } of readRecording(id, group)) recorded.add(`${group}/${step}`);
    const missing = quirkTable.flatMap(({ evidence }) => evidence).filter((each) => !recorded.has(each));
    expect(missing).toEqual([]);
  });

  /** Rows whose value is a status are proved by the status of their steps. */
  it.each(quirkTable.filter(({ name, evidence }) => name.endsWith("Status") && evidence.length > 0))(
    "has the recorded statuses for $name",
    ({ values, evidence }) => {
      for (const [id, value] of Object.entries(values))
        for (const each of evidence) {
          const [group = "", step = ""] = each.split(/\/(.*)/);
          const statuses = readRecording(id, group).filter((exchange) => exchange.step === step);
          expect(
            statuses.map(({ response }) => response.status),
            `${id} ${each}`,
          ).toContain(value);
        }
    },
  );
});
