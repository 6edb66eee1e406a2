import { describe, expect, it } from "vitest";
import { Comparison } from "./compare.ts";
import { Identities } from "./identities.ts";

const start = Date.parse("2026-11-22T01:44:00.000Z");

function fresh(): { identities: Identities; compare: (one: unknown, other: unknown) => string[] } {
  const identities = new Identities();
  const comparison = new Comparison(identities, start);
  return {
    identities,
    compare: (one, other) =>
      comparison.json(one, other).differences.map(({ pointer, what }) => `${what} ${pointer}`),
  };
}

describe("what is equal", () => {
  it.each<[string, unknown, unknown]>([
    ["key order", { a: 1, b: 2 }, { b: 2, a: 1 }],
    ["server-made ids", { id: "fNQLkPgHOvW" }, { id: "Zq3abcdeFGh" }],
    ["ids inside texts", "Object fNQLkPgHOvW is gone", "Object Zq3abcdeFGh is gone"],
    ["ids as keys", { users: { fNQLkPgHOvW: { access: "r" } } }, { users: { Zq3abcdeFGh: { access: "r" } } }],
    ["ids that look like words, where ids are", { id: "leTczeddohn" }, { id: "displayName" }],
    ["dates of one run", "2026-11-22T01:44:55.413", "2026-11-22T01:44:55.092"],
    ["dates before the run", "2026-11-21T11:00:00.000", "2026-11-22T01:43:59.999"],
    ["times in the names of jobs", "Initiated TEST (1795312914778)", "Initiated TEST (1795312914000)"],
    ["dates as numbers", { expire: 1797904946533 }, { expire: 1797904946000 }],
    ["durations", { duration: "00:00:00.121" }, { duration: "00:00:01.000" }],
    ["durations in texts", "Import done: 00:00:00.121", "Import done: 00:00:01.000"],
    ["versions", { version: "2.42.5.2", revision: "ab12cd3" }, { version: "2.42.5", revision: "0000000" }],
    ["what was redacted", { osName: "<redacted>" }, { osName: "sandbox" }],
    [
      "ids in the order of ids",
      [{ id: "aaaaaaaaa01" }, { id: "baaaaaaaa01" }],
      [{ id: "Xaaaaaaaa01" }, { id: "xaaaaaaaa01" }],
    ],
  ])("%s", (_name, recorded, sandbox) => {
    expect(fresh().compare(recorded, sandbox)).toEqual([]);
  });
});

describe("what differs", () => {
  it.each<[string, unknown, unknown, string[]]>([
    ["a missing key", { a: 1, b: { c: 2 } }, { a: 1, b: {} }, ["missing /b/c"]],
    ["an extra key", { a: 1 }, { a: 1, "b/c": null }, ["extra /b~1c"]],
    ["a wrong message", { message: "Not found" }, { message: "not found" }, ["value /message"]],
    [
      "a word of eleven letters",
      { property: "displayName" },
      { property: "description" },
      ["value /property"],
    ],
    ["null for absent", { a: null }, {}, ["missing /a"]],
    ["number for text", { a: "1" }, { a: 1 }, ["value /a"]],
    ["object for array", { a: {} }, { a: [] }, ["value /a"]],
    ["another order", ["a", "b"], ["b", "a"], ["order "]],
    ["one item less", ["a", "b"], ["b"], ["missing /0"]],
    ["one item more", ["a"], ["b", "a"], ["extra /0"]],
    ["one of the items", [{ n: 1 }, { n: 2 }], [{ n: 1 }, { n: 3 }], ["value /1/n"]],
    ["two ids for one", ["fNQLkPgHOvW", "fNQLkPgHOvW"], ["Zq3abcdeFGh", "Zq3abcdeFGi"], ["value /1"]],
    ["one id for two", ["fNQLkPgHOvW", "gNQLkPgHOvW"], ["Zq3abcdeFGh", "Zq3abcdeFGh"], ["value /1"]],
    ["no id at all", { id: "fNQLkPgHOvW" }, { id: "" }, ["value /id"]],
    ["dates far apart", "2026-11-22T01:44:55.413", "2026-11-22T03:44:55.092", ["value "]],
    ["dates in another format", "2026-11-22T01:44:55.413", "2026-11-22T01:44:55.413Z", ["value "]],
    ["times far apart in the names of jobs", "TEST (1795312914778)", "TEST (1795322914778)", ["value "]],
    ["long numbers in brackets", "rows (1795312914778)", "rows (1795312914000)", ["value "]],
    ["numbers that are no dates", { total: 12 }, { total: 13 }, ["value /total"]],
    ["numbers as versions", { version: 2 }, { version: 3 }, ["value /version"]],
    [
      "the order of the server where it goes by name",
      [{ name: "a" }, { name: "b" }],
      [{ name: "b" }, { name: "a" }],
      ["order "],
    ],
    [
      "ids out of order",
      [{ id: "aaaaaaaaa01" }, { id: "baaaaaaaa01" }, { id: "aaaaaaaaa01" }],
      [{ id: "Xaaaaaaaa01" }, { id: "Xbaaaaaaa01" }, { id: "Xcaaaaaaa01" }],
      ["value /2/id"],
    ],
  ])("%s", (_name, recorded, sandbox, differences) => {
    expect(fresh().compare(recorded, sandbox)).toEqual(differences);
  });

  it("an id that a request chose and the server did not keep", () => {
    const { identities, compare } = fresh();
    expect(identities.translate('{"id":"DeOne000000"}')).toBe('{"id":"DeOne000000"}');
    expect(compare({ id: "DeOne000000" }, { id: "Zq3abcdeFGh" })).toEqual(["value /id"]);
    expect(compare({ id: "fNQLkPgHOvW" }, { id: "DeOne000000" })).toEqual(["value /id"]);
  });

  it("an id that stood for another before", () => {
    const { compare } = fresh();
    expect(compare({ id: "fNQLkPgHOvW" }, { id: "Zq3abcdeFGh" })).toEqual([]);
    expect(compare({ id: "fNQLkPgHOvW" }, { id: "Zq3abcdeFGi" })).toEqual(["value /id"]);
    expect(compare({ id: "fNQLkPgHOvW" }, { id: "fNQLkPgHOvW" })).toEqual(["value /id"]);
  });
});

describe("sets", () => {
  const recorded = {
    categoryOptionCombos: [
      { id: "fNQLkPgHOvW", name: "Female" },
      { id: "gNQLkPgHOvW", name: "Male" },
    ],
  };

  it("go by their content, and ids are learned from it", () => {
    const { identities, compare } = fresh();
    const sandbox = {
      categoryOptionCombos: [
        { id: "Zq3abcdeFGh", name: "Male" },
        { id: "Zq3abcdeFGi", name: "Female" },
      ],
    };
    expect(compare(recorded, sandbox)).toEqual([]);
    expect(identities.translate("/api/categoryOptionCombos/gNQLkPgHOvW")).toBe(
      "/api/categoryOptionCombos/Zq3abcdeFGh",
    );
  });

  it("of bare ids leave open which is which until something tells", () => {
    const { identities, compare } = fresh();
    const bare = (...ids: string[]) => ({ categoryOptionCombos: ids.map((id) => ({ id })) });
    expect(compare(bare("fNQLkPgHOvW", "gNQLkPgHOvW"), bare("Zq3abcdeFGh", "Zq3abcdeFGi"))).toEqual([]);
    expect(compare({ id: "fNQLkPgHOvW" }, { id: "Zq3abcdeFGj" })).toEqual(["value /id"]);
    expect(compare({ id: "fNQLkPgHOvW" }, { id: "Zq3abcdeFGi" })).toEqual([]);
    expect(identities.translate("gNQLkPgHOvW")).toBe("Zq3abcdeFGh");
  });

  it("say what one side lacks", () => {
    const { compare } = fresh();
    expect(compare(recorded, { categoryOptionCombos: [{ id: "Zq3abcdeFGh", name: "Male" }] })).toEqual([
      "missing /categoryOptionCombos/0",
    ]);
  });
});

it("counts what it compared and what it took for equal by its kind", () => {
  const { tally } = new Comparison(new Identities(), start).json(
    { id: "fNQLkPgHOvW", name: "One", created: "2026-11-22T01:44:55.413", level: 1 },
    { id: "Zq3abcdeFGh", name: "One", created: "2026-11-22T01:44:55.000", level: 1 },
  );
  expect(tally).toEqual({ compared: 4, masked: { id: 1, date: 1, duration: 0, version: 0, redacted: 0 } });
});

it("knows places without order by their path", () => {
  const comparison = new Comparison(new Identities(), start);
  const keys = (path: string) => comparison.json(["one", "two"], ["two", "one"], { path }).differences.length;
  expect(keys("/api/dataStore/app")).toBe(0);
  expect(keys("/api/dataStore")).toBe(1);
});
