import { beforeAll, describe, expect, it } from "vitest";
import { explanations, floor } from "./command.ts";
import { checkExplanations } from "./explained.ts";
import { belowFloor } from "./floor.ts";
import type { GroupResult } from "./report.ts";
import { isGoalGroup } from "./report.ts";
import { run } from "./run.ts";
import { startSandbox } from "./sandbox.ts";

describe("the sandbox against the recordings", () => {
  let results: GroupResult[];
  beforeAll(async () => {
    results = await run({}, startSandbox);
  }, 300_000);

  it("answers every recorded group of every version at least as well as before", () => {
    expect(belowFloor(results, floor())).toEqual([]);
    const recorded = results.map(({ version, group }) => `${version} ${group}`);
    const held = Object.entries(floor()).flatMap(([version, groups]) =>
      Object.keys(groups).map((group) => `${version} ${group}`),
    );
    expect(held).toEqual(recorded);
  });

  it("explains what differs in the groups with a goal, and nothing that does not differ", () => {
    const { unexplained, stale } = checkExplanations(results, explanations());
    expect(stale).toEqual([]);
    expect(unexplained.filter(({ group }) => isGoalGroup(group))).toEqual([]);
  });

  it("never throws", () => {
    const thrown = results.flatMap(({ outcomes }) =>
      outcomes.filter(({ differences }) => differences.some(({ what }) => what === "thrown")),
    );
    expect(thrown).toEqual([]);
  });
});
