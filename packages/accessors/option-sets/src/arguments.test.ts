import * as core from "@dhis2w/core-v42";
import { scriptedFetch } from "@dhis2w/recordings";
import { basic, createClient } from "@dhis2w/runtime";
import { expect, test } from "vitest";
import { createOptionSets, type OptionSets } from "./option-sets.ts";

type Call = (sets: OptionSets<core.Core>) => Promise<unknown>;
const red = { code: "RED", name: "Red" };

test.each<[string, ErrorConstructor, Call]>([
  ["an empty code of a set", RangeError, (sets) => sets.getByCode("")],
  ["a code that is no text", TypeError, (sets) => sets.getByCode(7 as never)],
  ["the options of no set", RangeError, (sets) => sets.listOptions("")],
  ["an option by an empty name", RangeError, (sets) => sets.findOption("COLOUR", "")],
  ["an option of no set", RangeError, (sets) => sets.findOption("", "RED")],
  ["a list for no set", RangeError, (sets) => sets.sync("", [red])],
  ["a code twice", RangeError, (sets) => sets.sync("COLOUR", [red, { ...red, name: "Rot" }])],
  ["an option without a name", RangeError, (sets) => sets.sync("COLOUR", [{ code: "RED", name: "" }])],
  ["a malformed option to delete", RangeError, (sets) => sets.deleteOption("RED")],
  [
    "a malformed option to read",
    RangeError,
    (sets) => sets.getOptionAttributeValue("RED", { id: "AttText0000" }),
  ],
  [
    "a malformed option to change",
    RangeError,
    (sets) => sets.setOptionAttributeValue("RED", { id: "AttText0000" }, "x"),
  ],
])("%s is refused before any request", async (_, type, call) => {
  const { fetch, sent } = scriptedFetch();
  const options = { baseUrl: "https://dhis2.test", auth: basic("admin", "district"), fetch };
  const sets = createOptionSets<core.Core>(createClient(core, { ...options, retry: false }));
  await expect(call(sets)).rejects.toThrow(type);
  expect(sent).toEqual([]);
});
