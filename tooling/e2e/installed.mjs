// Packs every published package and installs the clients into an empty folder as a user would. There, a ten-line
// program is type-checked with each compiler, resolution and library, and run by `import` and by `require` with each
// Node against the sandbox over HTTP; and clients and sandbox are bundled and run in a browser's page and worker.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { versions } from "../examples.mjs";
import { required, root, skipped, step } from "../steps.mjs";
import { findBrowser, runInBrowser } from "./browser.mjs";
import { installNodes } from "./nodes.mjs";
import { ownInstance } from "./own-instance.mjs";
import { serveSandbox } from "./serve-sandbox.mjs";
import { packAll, withDependencies } from "./tarballs.mjs";

const quiet = { quiet: true };
const compilers = ["typescript", "typescript-6", "typescript-7"];
const resolutions = [{ module: "nodenext" }, { module: "esnext", moduleResolution: "bundler" }];
/** Where `fetch` and its kin come from: the browser's declarations or Node's. */
const libraries = [
  { lib: ["es2022", "dom"], types: [] },
  { lib: ["es2022"], types: ["node"] },
];
/** What a client may bring along that is not ours; zod serves `/schemas` only. */
const thirdParties = new Set(["openapi-fetch", "openapi-typescript-helpers", "zod"]);

const compiler = (/** @type {string} */ name) => join(root, "tooling/node_modules", name, "bin/tsc");
const folder = mkdtempSync(join(tmpdir(), "dhis2w-installed-"));
const home = join(folder, "home");
/** @type {boolean[]} */
const outcomes = [];
const browser = findBrowser();
try {
  const packed = await packAll(join(folder, "tarballs"));
  for (const one of packed) outcomes.push(await lint(one));
  await installClients(packed);
  for (const [index, version] of versions.entries()) await typeCheck(version, index === 0);
  for (const version of versions) await run(version);
  outcomes.push(...(await ownInstance(folder, packed)));
  if (browser !== undefined) {
    const sandbox = await serveSandbox(home, versions[0] ?? "");
    const outcome = await runInBrowser(home, browser, sandbox.url).finally(sandbox.stop);
    console.error(outcome.text);
    outcomes.push(outcome.ok);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const passed = outcomes.filter((ok) => ok).length;
console.log(`installed as a user would: ${passed} of ${outcomes.length} in order`);
if (passed < outcomes.length) process.exit(4);
if (browser === undefined) {
  console.error("NOT CHECKED in a browser: there is none here (apt-get install chromium, or set CHROMIUM).");
  // Where all must be checked, what was not is a failure.
  process.exit(process.env.CI === undefined ? skipped : 4);
}

/** What is wrong with how a package is published. @param {import("./tarballs.mjs").Packed} packed */
async function lint({ name, tarball, hasReadme }) {
  const bytes = readFileSync(tarball);
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: data }, level: "warning", strict: true });
  for (const message of messages) console.error(`${name}: ${formatMessage(message, pkg)}`);
  if (!hasReadme) console.error(`${name}: there is no README`);
  return hasReadme && messages.length === 0;
}

/** The clients and nothing else; then what the checks need beside them. @param {readonly import("./tarballs.mjs").Packed[]} packed */
async function installClients(packed) {
  mkdirSync(home);
  writeFileSync(
    join(home, "package.json"),
    JSON.stringify({ name: "someones-program", private: true, type: "module" }),
  );
  const tarballs = (/** @type {string[]} */ names) =>
    withDependencies(packed, names).map(({ tarball }) => tarball);
  const clients = versions.map((version) => `@dhis2w/client-${version}`);
  await npmInstall("install the clients", tarballs(clients));
  const strangers = readdirSync(join(home, "node_modules")).filter(
    (name) => !/^[.@]/.test(name) && !thirdParties.has(name),
  );
  if (strangers.length > 0) console.error(`a client brings along ${strangers.join(", ")}`);
  outcomes.push(strangers.length === 0);
  await npmInstall("install the sandbox and Node's types", [
    ...tarballs(["@dhis2w/sandbox"]),
    "@types/node@20",
  ]);
}

/**
 * Every combination for one client, where the slow compilers take turns; the others share its form.
 * @param {string} version
 * @param {boolean} everyCombination
 */
async function typeCheck(version, everyCombination) {
  const program = readFileSync(join(root, "tooling/e2e/program.ts.txt"), "utf8");
  writeFileSync(join(home, `${version}.ts`), program.replaceAll("{{client}}", `@dhis2w/client-${version}`));
  for (const [c, name] of compilers.entries())
    for (const [r, resolution] of resolutions.entries())
      for (const [l, library] of libraries.entries()) {
        const isLast = c === compilers.length - 1;
        const isTurn = isLast || (r + l + c) % 2 === 0;
        if (!(everyCombination ? isTurn : isLast && r === l)) continue;
        configure(version, { ...resolution, ...library });
        const what = `client-${version}: ${name}, ${Object.values(resolution).at(-1)}, ${library.types[0] ?? "dom"}`;
        const { ok } = await step(what, process.execPath, [compiler(name), "-p", "."], {
          ...quiet,
          cwd: home,
        });
        outcomes.push(ok);
      }
}

/** @param {string} version */
async function run(version) {
  await build({ entryPoints: [`${version}.ts`], outdir: home, format: "esm", absWorkingDir: home });
  writeFileSync(
    join(home, "required.cjs"),
    `require("@dhis2w/client-${version}");\nrequire("./${version}.js");\n`,
  );
  const sandbox = await serveSandbox(home, version);
  try {
    for (const { major, command } of await installNodes())
      for (const entry of [`${version}.js`, "required.cjs"]) {
        const what = `client-${version}: ${entry.endsWith(".cjs") ? "require" : "import"} in Node ${major}`;
        const env = { DHIS2_URL: sandbox.url };
        outcomes.push((await step(what, command, [entry], { ...quiet, cwd: home, env })).ok);
      }
  } finally {
    sandbox.stop();
  }
}

/** @param {string} version @param {object} options */
function configure(version, options) {
  const compilerOptions = {
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    target: "es2022",
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    ...options,
  };
  writeFileSync(join(home, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [`${version}.ts`] }));
}

/** @param {string} what @param {readonly string[]} packages */
async function npmInstall(what, packages) {
  await required(what, "npm", ["install", "--no-audit", "--no-fund", "--silent", ...packages], {
    ...quiet,
    cwd: home,
  });
}
