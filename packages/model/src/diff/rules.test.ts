import { describe, expect, it } from "vitest";
import { apiFixtures } from "./api-rules.fixture.ts";
import { diffServers } from "./diff-servers.ts";
import { diffRules } from "./rules/table.ts";
import { schemaFixtures, type TinyServer, tinyServer } from "./rules.fixture.ts";

const fixtures = [...schemaFixtures, ...apiFixtures];

function rulesThatFire([before, after]: readonly [TinyServer, TinyServer]): string[] {
  const { changes } = diffServers({ documents: tinyServer(before) }, { documents: tinyServer(after) });
  return changes.map(({ rule }) => rule);
}

describe.each(fixtures)("$rule", ({ rule, fires, silent }) => {
  it("fires", () => {
    expect(rulesThatFire(fires)).toContain(rule);
  });
  it("is silent", () => {
    expect(rulesThatFire(silent ?? [fires[1], fires[0]])).not.toContain(rule);
  });
});

describe("the table of rules", () => {
  it("has a pair of fixtures for each rule", () => {
    expect(fixtures.map(({ rule }) => rule).sort()).toEqual(diffRules.map(({ id }) => id).sort());
  });
  it.each(diffRules)("$id is written down in full", ({ id, title, why, todo }) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(title).not.toBe("");
    expect(why).toMatch(/\.$/);
    expect(todo).toMatch(/\.$/);
  });
});
