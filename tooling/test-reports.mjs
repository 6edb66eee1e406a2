import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./steps.mjs";

/** Folders that hold packages, one a folder. */
const parents = [".", "packages", "packages/accessors", "tooling"];

/**
 * What vitest said of each package that has tests, in numbers.
 * @returns {{ folder: string, passed: number, failed: number }[]}
 */
export function testReports() {
  return parents.flatMap((parent) =>
    readdirSync(join(root, parent)).flatMap((name) => {
      const folder = join(parent, name);
      const file = join(root, folder, ".reports/vitest.json");
      if (!existsSync(file)) return [];
      const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, "utf8"));
      return [{ folder, passed: numPassedTests, failed: numFailedTests }];
    }),
  );
}
