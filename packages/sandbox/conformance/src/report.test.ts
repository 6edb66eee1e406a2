import { describe, expect, it } from "vitest";
import { emptyTally } from "./difference.ts";
import { checkExplanations } from "./explained.ts";
import { belowFloor, raiseFloor } from "./floor.ts";
import { withTable } from "./readme.ts";
import type { Outcome } from "./replay.ts";
import { isGoalGroup, percent, rate, summarise, table } from "./report.ts";

function outcome(step: string, ...pointers: string[]): Outcome {
  const differences = pointers.map((pointer) => ({ pointer, what: "value" }) as const);
  const verdict = pointers.length === 0 ? "equal" : "different";
  return { step, index: 0, request: "GET /api/x", verdict, differences, tally: emptyTally() };
}

const results = [
  summarise("v41", "07-crud", [
    outcome("read"),
    outcome("create", "/a/b", "/a/c"),
    { ...outcome("jobs", "status"), verdict: "unsupported" },
  ]),
  summarise("v42", "11-tracker", [outcome("read")]),
];

describe("the table", () => {
  it("has a row a group, one for the goal and one for all", () => {
    expect(table(results).split("\n")).toEqual([
      "| exchanges / equal / different / not supported | v41 | v42 |",
      "|---|---|---|",
      "| **07-crud** | 3 / 1 / 1 / 1 · 33.3 % | – |",
      "| 11-tracker | – | 1 / 1 / 0 / 0 · 100.0 % |",
      "| **groups with a goal** | 3 / 1 / 1 / 1 · 33.3 % | – |",
      "| all groups | 3 / 1 / 1 / 1 · 33.3 % | 1 / 1 / 0 / 0 · 100.0 % |",
    ]);
  });

  it("never rounds up", () => {
    expect(percent(0.9499)).toBe("94.9 %");
    expect(percent(1)).toBe("100.0 %");
  });

  it("counts what is not supported as not equal", () => {
    expect(rate(results)).toBe(0.5);
  });

  it("knows the groups with a goal", () => {
    const all = Array.from({ length: 22 }, (_, index) => `${String(index + 1).padStart(2, "0")}-x`);
    expect(
      all
        .filter(isGoalGroup)
        .map((group) => group.slice(0, 2))
        .join(" "),
    ).toBe("01 02 03 04 05 06 07 08 09 14 17 18");
  });
});

describe("explanations", () => {
  const one = { version: "v41", group: "07-crud", step: "create", pointer: "/a/b", reason: "because" };
  const jobs = { ...one, version: "*", step: "jobs", pointer: "status" };

  it("cover what they name", () => {
    const { unexplained, stale } = checkExplanations(results, [one, jobs]);
    expect(unexplained).toEqual([{ version: "v41", group: "07-crud", step: "create", pointer: "/a/c" }]);
    expect(stale).toEqual([]);
  });

  it("cover everything below with an asterisk", () => {
    expect(checkExplanations(results, [{ ...one, pointer: "/a/*" }, jobs]).unexplained).toEqual([]);
  });

  it("go stale", () => {
    const read = { ...one, step: "read" };
    expect(checkExplanations(results, [read]).stale).toEqual([read]);
  });

  it("are not judged by what was not replayed", () => {
    const elsewhere = [
      { ...one, group: "08-collections" },
      { ...one, version: "v43" },
    ];
    expect(checkExplanations(results, elsewhere).stale).toEqual([]);
  });
});

describe("the floor", () => {
  it("holds what was equal", () => {
    expect(belowFloor(results, { v41: { "07-crud": 2 }, v42: { "11-tracker": 1 } })).toEqual([
      { version: "v41", group: "07-crud", floor: 2, equal: 1 },
    ]);
  });

  it("is set by a run, and keeps what was not run", () => {
    expect(raiseFloor(results, { v41: { "07-crud": 0, "01-system": 4 }, v43: { "07-crud": 5 } })).toEqual({
      v41: { "01-system": 4, "07-crud": 1 },
      v42: { "11-tracker": 1 },
      v43: { "07-crud": 5 },
    });
  });
});

describe("the README", () => {
  it("has a table of what is equal, between its marks", () => {
    const readme =
      "Before\n<!-- written by npm run conformance -- --update -->\n\nold\n\n<!-- end of table -->\nAfter\n";
    const written = withTable(readme, results);
    expect(written).toContain("| equal / exchanges | v41 | v42 |");
    expect(written).toContain("| **07-crud** | 1 / 3 · 33.3 % | – |");
    expect(written).not.toContain("\nold\n");
    expect([written.slice(0, 6), written.slice(-6)]).toEqual(["Before", "After\n"]);
    expect(withTable(written, results)).toBe(written);
    expect(() => withTable("No marks", results)).toThrow("marks");
  });
});
