// Packs every published package, installs each client's tarballs into an empty folder as a user would, and there:
// type-checks a ten-line program with each compiler, resolution and library, and runs it by `import` and by `require`
// against the sandbox over HTTP.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { versions } from "../examples.mjs";
import { required, root, step } from "../steps.mjs";
import { serveSandbox } from "./serve-sandbox.mjs";
import { packAll, withDependencies } from "./tarballs.mjs";

const quiet = { quiet: true };
const compilerOptions = {
  strict: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2022",
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
};
const compilers = ["typescript", "typescript-6", "typescript-7"];
const resolutions = [{ module: "nodenext" }, { module: "esnext", moduleResolution: "bundler" }];
/** Where `fetch` and its kin come from: the browser's declarations or Node's. */
const libraries = { dom: { lib: ["es2022", "dom"], types: [] }, node: { lib: ["es2022"], types: ["node"] } };
/** What a client may bring along that is not ours; zod serves `/schemas` only. */
const thirdParties = new Set(["openapi-fetch", "openapi-typescript-helpers", "zod"]);

const compiler = (/** @type {string} */ name) => join(root, "tooling/node_modules", name, "bin/tsc");
const folder = mkdtempSync(join(tmpdir(), "dhis2w-installed-"));
/** @type {{ ok: boolean }[]} */
const outcomes = [];
try {
  const packed = await packAll(join(folder, "tarballs"));
  for (const { name, tarball } of packed) {
    outcomes.push(
      await step(
        `publint ${name}`,
        join(root, "tooling/node_modules/.bin/publint"),
        ["--strict", tarball],
        quiet,
      ),
    );
  }
  for (const [index, version] of versions.entries()) {
    const home = await installClient(version, packed);
    await typeCheck(home, version, index === 0);
    await run(home, version, packed);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const failed = outcomes.filter(({ ok }) => !ok);
console.log(`installed as a user would: ${outcomes.length - failed.length} of ${outcomes.length} in order`);
process.exit(failed.length === 0 ? 0 : 4);

/** @param {string} version @param {readonly import("./tarballs.mjs").Packed[]} packed */
async function installClient(version, packed) {
  const client = `@dhis2w/client-${version}`;
  const home = join(folder, version);
  mkdirSync(home);
  writeFileSync(
    join(home, "package.json"),
    JSON.stringify({ name: "someones-program", private: true, type: "module" }),
  );
  await npmInstall(
    home,
    `install ${client}`,
    withDependencies(packed, [client]).map(({ tarball }) => tarball),
  );
  const strangers = readdirSync(join(home, "node_modules")).filter(
    (name) => !/^[.@]/.test(name) && !thirdParties.has(name),
  );
  if (strangers.length > 0) console.error(`${client} brings along ${strangers.join(", ")}`);
  outcomes.push({ ok: strangers.length === 0 });
  await npmInstall(home, `${client}: install Node's types`, ["@types/node@20"]);
  const program = readFileSync(join(root, "tooling/e2e/program.ts.txt"), "utf8");
  writeFileSync(join(home, "program.ts"), program.replaceAll("{{client}}", client));
  return home;
}

/**
 * Every combination for one client; the others share its form, so each compiler once is enough for them.
 * @param {string} home
 * @param {string} version
 * @param {boolean} everyCombination
 */
async function typeCheck(home, version, everyCombination) {
  for (const name of compilers) {
    for (const resolution of everyCombination ? resolutions : resolutions.slice(0, 1)) {
      for (const [globals, library] of Object.entries(libraries).slice(everyCombination ? 0 : 1)) {
        configure(home, { ...compilerOptions, ...resolution, ...library });
        const what = `client-${version}: ${name}, ${resolution.moduleResolution ?? resolution.module}, ${globals}`;
        outcomes.push(
          await step(what, process.execPath, [compiler(name), "-p", "."], { ...quiet, cwd: home }),
        );
      }
    }
  }
}

/** @param {string} home @param {string} version @param {readonly import("./tarballs.mjs").Packed[]} packed */
async function run(home, version, packed) {
  configure(home, { ...compilerOptions, noEmit: false, ...libraries.node, module: "nodenext" });
  await required(
    `client-${version}: build the program`,
    process.execPath,
    [compiler("typescript"), "-p", "."],
    { ...quiet, cwd: home },
  );
  writeFileSync(
    join(home, "required.cjs"),
    `require("@dhis2w/client-${version}");\nrequire("./program.js");\n`,
  );
  await npmInstall(
    home,
    "install the sandbox",
    withDependencies(packed, ["@dhis2w/sandbox"]).map(({ tarball }) => tarball),
  );
  const sandbox = await serveSandbox(home, version);
  const env = { DHIS2_URL: sandbox.url, DHIS2_USERNAME: "admin", DHIS2_PASSWORD: "district" };
  try {
    for (const entry of ["program.js", "required.cjs"]) {
      outcomes.push(
        await step(`client-${version}: run ${entry}`, process.execPath, [entry], {
          ...quiet,
          cwd: home,
          env,
        }),
      );
    }
  } finally {
    sandbox.stop();
  }
}

/** @param {string} home @param {object} options */
function configure(home, options) {
  writeFileSync(
    join(home, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, files: ["program.ts"] }),
  );
}

/** @param {string} home @param {string} what @param {readonly string[]} packages */
async function npmInstall(home, what, packages) {
  await required(what, "npm", ["install", "--no-audit", "--no-fund", "--silent", ...packages], {
    ...quiet,
    cwd: home,
  });
}
