import { recordedVersions } from "@dhis2w/recordings";
import { describe, expect, it } from "vitest";
import { checkRelease, objectsOf } from "./check.ts";
import { refusalsOf } from "./refusals.ts";
import { readRelease } from "./release.ts";
import { problemsOf } from "./report.ts";

describe.each(recordedVersions())("the schemas of %s", async (id) => {
  const release = await readRelease(id);
  const objects = objectsOf(release);
  const outcome = checkRelease(release, objects);

  it("reject nothing that the recordings contain, and catch every mutant but for those with a reason", () => {
    expect(problemsOf(outcome)).toEqual([]);
  });

  it("are held against objects of every kind that was recorded", () => {
    expect(outcome.whole).toBeGreaterThan(40);
    expect(outcome.selected).toBeGreaterThan(1500);
    expect(outcome.created).toBeGreaterThan(300);
    expect(outcome.resources).toBeGreaterThan(40);
    expect(outcome.withoutSchema).toEqual([]);
    expect([...outcome.mutants.keys()].sort()).toEqual([
      "bad enum",
      "dropped required",
      "out of bounds",
      "too long",
      "too short",
      "unknown key",
      "wrong type",
    ]);
  });

  it("BUG-260: know all that the server sent", () => {
    expect(outcome.drift).toEqual([]);
  });

  it("tell beforehand what the server refused for what a create has or lacks", () => {
    const { told, untold, explained } = refusalsOf(release);
    expect(untold).toEqual([]);
    expect(told).toBeGreaterThan(30);
    expect([...explained.keys()]).toEqual([
      "an empty list has the right type",
      "a PUT must carry what POST fills in",
    ]);
  });

  it("refuse on purpose only what the server ignores or converts", () => {
    expect([...outcome.refused.keys()]).toEqual([
      "keys that the server ignores",
      ...(id === "v41" ? [] : ["attribute values by UID, which 2.41 refuses"]),
      "null, which on a create says the same as nothing",
      "a text for a number, which the server parses",
    ]);
    expect(outcome.refused.get("keys that the server ignores")).toContain(
      "categoryCombos categorys: unknown key (04-category-model/combo misspelt key)",
    );
  });
});
