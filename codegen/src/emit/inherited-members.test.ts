import { expect, test } from "vitest";
import { property } from "../../test/small-server.ts";
import { declareBases, inherit, type Member } from "./inherited-members.ts";

const member = (name: string, type = "string", hasQuestionToken = true): Member => ({
  property: property(name),
  printed: { name, type, hasQuestionToken },
});
const texts = (members: readonly Member[]) =>
  members.map(
    ({ printed }) => `${printed.name}${printed.hasQuestionToken === true ? "?" : ""}: ${printed.type}`,
  );
const identifiable = { name: "Identifiable", doc: "", properties: ["id", "name"] };
const nameable = { name: "Nameable", doc: "", properties: ["description", "shortName"] };
const whole = [member("id", "string", false), member("name"), member("shortName", "string", false)];
const times = (count: number, members: readonly Member[]) => Array.from({ length: count }, () => members);

test("a base has what is asked for, as most interfaces have it, and extends the one before", () => {
  const interfaces = [...times(10, whole), ...times(9, [member("id"), member("shortName")])];
  const declared = declareBases([identifiable, nameable], interfaces);
  expect(declared.map(({ base, own, parent }) => [base.name, texts(own), parent])).toEqual([
    ["Identifiable", ["id: string", "name?: string"], undefined],
    ["Nameable", ["shortName: string"], "Identifiable"],
  ]);
});

test("what few interfaces have is in no base, and a base without members is left out", () => {
  const few = times(9, [...whole, member("description")]);
  expect(declareBases([identifiable, nameable], few)).toEqual([]);
  const declared = declareBases([nameable, identifiable], times(10, [member("id")]));
  expect(declared.map(({ base, parent }) => [base.name, parent])).toEqual([["Identifiable", undefined]]);
});

const bases = declareBases([identifiable, nameable], times(10, whole));
const [id, name, shortName] = whole as [Member, Member, Member];

test.each<[string, Member[], string | undefined, string[]]>([
  ["extends the last base that it can", [...whole, member("size", "number")], "Nameable", ["size?: number"]],
  ["extends an earlier one where it lacks a member", [id, name], "Identifiable", []],
  ["narrows", [id, member("name", "string", false)], "Identifiable", ["name: string"]],
  ["cannot loosen", [id, name, member("shortName")], "Identifiable", ["shortName?: string"]],
  ["cannot change a type", [member("id", "number", false), name], undefined, ["id: number", "name?: string"]],
  ["cannot lack a member", [id, shortName], undefined, ["id: string", "shortName: string"]],
])("an interface %s", (_, members, parent, own) => {
  const inherited = inherit(members, bases);
  expect([inherited.parent, texts(inherited.own)]).toEqual([parent, own]);
});
