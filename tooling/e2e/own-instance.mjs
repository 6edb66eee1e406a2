import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { versions } from "../examples.mjs";
import { root, step } from "../steps.mjs";
import { serveSandbox } from "./serve-sandbox.mjs";
import { withDependencies } from "./tarballs.mjs";

/** What is generated, in the order in which it has to be built. */
const generated = ["packages/core-common", "packages/core-mine", "packages/client-mine"];
const signIn = { DHIS2_USERNAME: "admin", DHIS2_PASSWORD: "district" };

/**
 * A user's own instance, far from this repository: `dhis2w` is installed from npm, takes a snapshot and generates
 * packages, which install and build with npm and tsc alone; a program runs with them.
 * @param {string} folder
 * @param {readonly import("./tarballs.mjs").Packed[]} packed
 * @returns {Promise<boolean[]>} whether each step went well
 */
export async function ownInstance(folder, packed) {
  const home = join(folder, "own-instance");
  const sandbox = await serveSandbox(root, versions.at(-1) ?? "");
  mkdirSync(home);
  const manifest = { name: "someones-instance", private: true, type: "module" };
  writeFileSync(join(home, "package.json"), JSON.stringify(manifest));
  /** @type {boolean[]} */
  const outcomes = [];
  const run = async (/** @type {string} */ command, /** @type {string[]} */ ...parameters) => {
    const options = { quiet: true, cwd: home, env: { ...signIn, DHIS2_URL: sandbox.url } };
    const what = `own instance: ${[command, ...parameters].join(" ").slice(0, 60)}`;
    outcomes.push((await step(what, command, parameters, options)).ok);
  };
  const npm = (/** @type {string[]} */ ...parameters) => run("npm", ...parameters, "--silent");
  const install = (/** @type {string} */ name) =>
    npm(
      ...["install", "--no-audit", "--no-fund"],
      ...withDependencies(packed, [name])
        .filter(({ name: one }) => !/\/(core|client)-/.test(one))
        .map(({ tarball }) => tarball),
    );
  try {
    await install("@dhis2w/codegen");
    const dhis2w = (/** @type {string[]} */ ...parameters) => run("npx", "dhis2w", ...parameters);
    await dhis2w("snapshot", "--url", sandbox.url, "--out", "schemas-snapshots/mine");
    await dhis2w("drift", "--url", sandbox.url, "--fail-on", "cosmetic");
    await dhis2w("generate");
    const withPackages = {
      ...JSON.parse(readFileSync(join(home, "package.json"), "utf8")),
      workspaces: generated,
    };
    writeFileSync(join(home, "package.json"), JSON.stringify(withPackages));
    await install(`@dhis2w/client-${versions.at(-1)}`);
    for (const workspace of generated) await npm("run", "build", "--workspace", workspace);
    await dhis2w("generate", "--check");

    const program = readFileSync(join(root, "tooling/e2e/program.ts.txt"), "utf8");
    writeFileSync(join(home, "program.ts"), program.replaceAll("{{client}}", "@dhis2w/client-mine"));
    await run("npx", "tsc", "--module", "nodenext", "--target", "es2022", "--strict", "program.ts");
    await run(process.execPath, "program.js");
  } finally {
    sandbox.stop();
  }
  return outcomes;
}
