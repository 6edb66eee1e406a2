import { describe, expect, it } from "vitest";
import { versions } from "../index.ts";
import { startedWith } from "../testing/started.ts";

describe.each(versions)("lists and sizes in filters of version %i", (version) => {
  /** Names of the category options that a filter leaves. */
  async function left(filter: string) {
    const { call } = await startedWith({ version });
    const { status, body } = await call("GET", `/api/categoryOptions?fields=name&filter=${filter}`);
    return status === 200 ? body.categoryOptions.map(({ name }: { name: string }) => name) : body.message;
  }

  it.each([
    ["name:in:[default]", ["default"]],
    ["name:in:[other,default]", ["default"]],
    ["name:!in:[default]", []],
    ["name:in:[]", []],
  ])("%s", async (filter, names) => {
    expect(await left(filter)).toEqual(names);
  });

  it.each(["name:in:default", "name:in:[default", "name:in:default]", "name:!in:default]"])(
    "%s is no list",
    async (filter) => {
      const value = filter.split(":").at(-1);
      expect(await left(filter)).toBe(`Collection size must be integer \`${value}\``);
    },
  );

  it.each([
    ["eq", "1", "0"],
    ["ne", "0", "1"],
    ["gt", "0", "1"],
    ["ge", "1", "2"],
    ["lt", "2", "1"],
    ["le", "1", "0"],
  ])("the size of a collection by %s: %s holds, %s does not", async (operator, holds, fails) => {
    expect(await left(`categories:${operator}:${holds}`)).toEqual(["default"]);
    expect(await left(`categories:${operator}:${fails}`)).toEqual([]);
  });
});
