import { describe, expect, it } from "vitest";
import { likeTest } from "./like.ts";

describe("likeTest", () => {
  it.each([
    ["%", "", true],
    ["Alpha", "Alpha", true],
    ["Alpha", "Alphas", false],
    ["Al%", "Alpha", true],
    ["%ha", "Alpha", true],
    ["%lp%", "Alpha", true],
    ["A%a", "Alpha", true],
    ["A%a", "A", false],
    ["ab%ab", "ab", false],
    ["a%b%c", "axxbxxc", true],
    ["a%b%c", "axxcxxb", false],
    ["A_p%", "Alpha", true],
    ["_", "", false],
    ["_", "🙂", true],
    ["%_", "a", true],
    ["a_%_a", "aba", false],
    ["a_%_a", "abba", true],
    ["%_b", "xxb", true],
  ])("%s on '%s' is %s", (pattern, text, expected) => {
    expect(likeTest(pattern, false)(text)).toBe(expected);
  });

  it("ignores case when asked to", () => {
    expect(likeTest("a%A", true)("ALPHA")).toBe(true);
    expect(likeTest("a%A", false)("ALPHA")).toBe(false);
  });

  it("takes patterns that would keep a regular expression busy", () => {
    expect(likeTest(`${"%a".repeat(2000)}b`, false)("a".repeat(4000))).toBe(false);
    expect(likeTest(`${"%_a".repeat(1000)}b`, false)("a".repeat(4000))).toBe(false);
  });
});
