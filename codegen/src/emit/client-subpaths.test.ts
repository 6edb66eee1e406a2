import { expect, test } from "vitest";
import { smallServer } from "../../test/small-server.ts";
import { parseVersionRows } from "../version-row.ts";
import { clientPackage } from "./client-package.ts";
import type { GeneratedFile } from "./emitter.ts";

function clientFiles(subpaths: readonly string[]): readonly GeneratedFile[] {
  if (clientPackage.scope !== "release") throw new Error("a client belongs to one release");
  return clientPackage.emit({ row: { id: "v42", accessors: [], subpaths }, server: smallServer }).files;
}
const textOf = (files: readonly GeneratedFile[], path: string) =>
  files.find((file) => file.path === path)?.text;

test("a subpath makes accessors typed by the release, and names what their users need", () => {
  expect(textOf(clientFiles(["option-sets"]), "src/option-sets.ts")).toContain(`
import type { Core } from "@dhis2w/core-v42";
import type { Connection } from "@dhis2w/runtime";
import type { OptionSets } from "@dhis2w/option-sets";
import { createOptionSets } from "@dhis2w/option-sets";

/** Option sets of a server: \`optionSets(dhis2)\`. */
export const optionSets: (client: Connection) => OptionSets<Core> = createOptionSets;
export type {
  NameTakenError,`);
});

test("the package exports it and depends on it; the main entry does not", () => {
  const files = clientFiles(["option-sets"]);
  const { exports, dependencies } = JSON.parse(textOf(files, "package.json") ?? "");
  expect(exports["./option-sets"]).toEqual({
    "@dhis2w/source": "./src/option-sets.ts",
    types: "./dist/option-sets.d.ts",
    default: "./dist/option-sets.js",
  });
  expect(dependencies["@dhis2w/option-sets"]).toBe("workspace:^");
  expect(textOf(files, "src/index.ts")).not.toContain("option-sets");
});

test("a row need not name subpaths; one that nobody knows is refused", () => {
  expect(parseVersionRows('[{"id":"v42","accessors":[]}]', "versions.json")[0]?.subpaths).toEqual([]);
  expect(() =>
    parseVersionRows('[{"id":"v42","accessors":[],"subpaths":["../x"]}]', "versions.json"),
  ).toThrow("GENERATE.BAD_VERSIONS");
  expect(() => clientFiles(["nowhere"])).toThrow("There is no subpath 'nowhere'");
});
