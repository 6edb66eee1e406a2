import { readRecording } from "@dhis2w/recordings";
import { describe, expect, it } from "vitest";
import { committedModel, committedSnapshot, versionIds } from "../committed-snapshots.fixture.ts";
import { readSnapshot } from "../read-snapshot.ts";
import { checkCorrections, staleCorrections } from "./check-corrections.ts";
import { type Correction, subjectOf } from "./correction.ts";
import { corrections } from "./table.ts";

const rows = corrections.map((correction) => ({
  id: correction.id,
  subject: subjectOf(correction),
  correction,
}));

describe("corrections", () => {
  it("are about one subject each", () => {
    expect(new Set(rows.map(({ subject }) => subject)).size).toBe(rows.length);
  });

  it("point at steps that were recorded, where they name one", () => {
    const steps = corrections.flatMap(({ evidence }) => (/^\d\d-/.test(evidence) ? [evidence] : []));
    expect(steps.length).toBeGreaterThan(5);
    const isRecorded = (each: string): boolean => {
      const [group = "", step = ""] = each.split(/\/(.*)/);
      return readRecording("v42", group).some((exchange) => exchange.step === step);
    };
    expect(steps.filter((each) => !isRecorded(each))).toEqual([]);
  });

  it("all apply to a committed snapshot", () => {
    expect(() => checkCorrections(versionIds.map(committedModel))).not.toThrow();
  });

  it("are stale when nothing needs them, and that fails", () => {
    const stale: Correction = {
      kind: "name",
      id: "BUG-999",
      klass: "org.hisp.dhis.category.Category",
      from: "goneSince",
      to: "other",
      reason: "",
      evidence: "",
    };
    const models = versionIds.map(committedModel);
    expect(staleCorrections(models, [...corrections, stale])).toEqual([stale]);
    expect(() => checkCorrections(models, [stale])).toThrow(
      "BUG-999 (org.hisp.dhis.category.Category#goneSince) applies to none of them any more",
    );
  });

  // What servers send and no document names (BUG-260) is missed by `npm run validate-recordings`, not by the build.
  const needed = rows.filter(({ correction }) => correction.id !== "BUG-260");
  it.each(needed)("$id $subject: without it the build fails", ({ correction }) => {
    const others = corrections.filter((other) => other !== correction);
    const build = (): void =>
      checkCorrections(
        versionIds.map((id) => readSnapshot(committedSnapshot(id), others)),
        others,
      );
    expect(build).toThrow();
  });
});
