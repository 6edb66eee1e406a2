import { expect, test } from "vitest";
import { property } from "../../test/small-server.ts";
import { type Member, membersBeside, sharedMembers } from "./inherited-members.ts";

const member = (name: string, type = "string", hasQuestionToken = true): Member => ({
  property: property(name),
  printed: { name, type, hasQuestionToken },
});
const texts = (members: readonly Member[] | undefined) =>
  members?.map(
    ({ printed }) => `${printed.name}${printed.hasQuestionToken === true ? "?" : ""}: ${printed.type}`,
  );

test("a base has what nearly all have, each as most of them have it", () => {
  const most = [member("id", "string", false), member("name")];
  const interfaces = [
    ...Array.from({ length: 18 }, () => [...most, member("rare")]).map((all, index) =>
      index < 9 ? all : most,
    ),
    [member("id"), member("name", "string", false)],
    [member("name")],
  ];
  expect(texts(sharedMembers(interfaces))).toEqual(["id: string", "name?: string"]);
});

test("a few interfaces get no base", () => {
  expect(sharedMembers(Array.from({ length: 9 }, () => [member("id")]))).toEqual([]);
});

const base = [member("id", "string", false), member("name")];

test.each<[string, Member[], string[] | undefined]>([
  ["adds", [...base, member("size", "number")], ["size?: number"]],
  ["narrows", [member("id", "string", false), member("name", "string", false)], ["name: string"]],
  ["cannot loosen", [member("id"), member("name")], undefined],
  ["cannot change a type", [member("id", "number", false), member("name")], undefined],
  ["cannot lack a member", [member("id", "string", false)], undefined],
])("beside its base an interface %s", (_, members, wanted) => {
  expect(texts(membersBeside(members, base))).toEqual(wanted);
});
