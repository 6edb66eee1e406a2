import { describe, expect, it } from "vitest";
import { parseGistFields, splitOutsideBrackets } from "./field.ts";

describe("parseGistFields", () => {
  const read = (text: string): string[] =>
    parseGistFields(text).map(
      ({ path, transform, argument, name }) =>
        `${path} ${transform}${argument === undefined ? "" : `(${argument})`} as ${name}`,
    );

  it.each([
    ["id,name", ["id AUTO as id", "name AUTO as name"]],
    ["groups::size", ["groups SIZE as groups"]],
    ["groups~id-objects,groups@IDS", ["groups ID_OBJECTS as groups", "groups IDS as groups"]],
    ["groups::pluck(id,name)::rename(g)", ["groups PLUCK(id,name) as g"]],
    ["groups::not-member(abc)", ["groups NOT_MEMBER(abc) as groups"]],
    ["combo[id,name::rename(title)]", ["combo.id AUTO as combo.id", "combo.name AUTO as combo.title"]],
    ["combo[id]::rename(c)", ["combo.id AUTO as c.id"]],
    ["name::noSuch", ["name AUTO as name"]],
    ["*,!name", ["* AUTO as *", "!name AUTO as !name"]],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("fails as the server does on brackets that are not closed", () => {
    expect(() => parseGistFields("id,combo[")).toThrow("begin 6, end -1, length 6");
  });
});

describe("splitOutsideBrackets", () => {
  it.each([
    ["a,b", ["a", "b"]],
    ["a:in:[b,c],d", ["a:in:[b,c]", "d"]],
    ["a(b,c),d", ["a(b,c)", "d"]],
    ["a,,", ["a"]],
    ["", []],
  ])("splits %s", (text, expected) => {
    expect(splitOutsideBrackets(text)).toEqual(expected);
  });

  it("takes as many commas as there are", () => {
    expect(splitOutsideBrackets(`${"a,".repeat(100_000)}b`)).toHaveLength(100_001);
  });
});
