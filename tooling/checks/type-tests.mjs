// The type tests and the declarations of every package, read by the other compilers that users have.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root, step } from "../steps.mjs";

const compilers = ["typescript-6", "typescript-7"];
const projects = [
  "tooling/types",
  "packages/query",
  "packages/runtime",
  ...readdirSync(join(root, "packages/accessors")).map((name) => `packages/accessors/${name}`),
];
let failed = false;
for (const compiler of compilers) {
  for (const project of projects) {
    const outcome = await step(
      `${compiler}: ${project}`,
      process.execPath,
      [`tooling/node_modules/${compiler}/bin/tsc`, "-p", project, "--noEmit"],
      { quiet: true },
    );
    failed ||= !outcome.ok;
  }
}
process.exit(failed ? 4 : 0);
