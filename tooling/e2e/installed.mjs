// Packs every published package, installs the tarballs into empty folders as a user would, and there: type-checks a
// ten-line program with each compiler, resolution and library, and runs it by `import` and by `require` against the
// sandbox over HTTP.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { versions } from "../examples.mjs";
import { required, root, step } from "../steps.mjs";

const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "dhis2w-installed-"));
const quiet = { quiet: true };
const common = {
  strict: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2022",
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
};
/** Where `fetch` and its kin come from: the browser's declarations or Node's. */
const library = { dom: { lib: ["es2022", "dom"], types: [] }, node: { lib: ["es2022"], types: ["node"] } };
const configurations = ["typescript", "typescript-6", "typescript-7"].flatMap((compiler) =>
  [{ module: "nodenext" }, { module: "esnext", moduleResolution: "bundler" }].flatMap((resolution) =>
    Object.entries(library).map(([name, globals]) => ({
      name: `${compiler}, ${resolution.moduleResolution ?? "nodenext"}, ${name}`,
      compiler,
      options: { ...resolution, ...globals },
    })),
  ),
);
/** @type {import("../steps.mjs").Outcome[]} */
const outcomes = [];

try {
  const tarballs = await pack(join(folder, "tarballs"));
  for (const version of versions) await installAndUse(version, tarballs);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const failed = outcomes.filter(({ ok }) => !ok);
console.log(`installed as a user would: ${outcomes.length - failed.length} of ${outcomes.length} in order`);
process.exit(failed.length === 0 ? 0 : 4);

/** @param {string} destination @returns {Promise<string[]>} the tarballs */
async function pack(destination) {
  mkdirSync(destination, { recursive: true });
  await required(
    "pack",
    "npx",
    [
      "--yes",
      packageManager,
      "-r",
      "--filter=!dhis2w",
      "--filter=./packages/**",
      "--filter=./codegen",
      "exec",
      process.execPath,
      join(root, "tooling/e2e/pack-one.mjs"),
      destination,
    ],
    quiet,
  );
  return readdirSync(destination).map((name) => join(destination, name));
}

/** @param {string} version @param {readonly string[]} tarballs */
async function installAndUse(version, tarballs) {
  const client = `@dhis2w/client-${version}`;
  const home = join(folder, version);
  mkdirSync(home);
  const write = (/** @type {string} */ name, /** @type {string} */ text) =>
    writeFileSync(join(home, name), text);
  write("package.json", JSON.stringify({ name: "someone-elses-program", private: true, type: "module" }));
  await required(
    `install ${client}`,
    "npm",
    ["install", "--no-audit", "--no-fund", "--silent", "@types/node@20", ...tarballs],
    { ...quiet, cwd: home },
  );

  const program = readFileSync(join(root, "tooling/e2e/program.ts.txt"), "utf8").replaceAll(
    "{{client}}",
    client,
  );
  write("program.ts", program);
  for (const configuration of configurations) {
    write(
      "tsconfig.json",
      JSON.stringify({ compilerOptions: { ...common, ...configuration.options }, files: ["program.ts"] }),
    );
    const compiler = join(root, "tooling/node_modules", configuration.compiler, "bin/tsc");
    outcomes.push(
      await step(`${client}: ${configuration.name}`, process.execPath, [compiler, "-p", "."], {
        ...quiet,
        cwd: home,
      }),
    );
  }

  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: { ...common, noEmit: false, ...library.node, module: "nodenext" },
      files: ["program.ts"],
    }),
  );
  await required(
    `${client}: build the program`,
    process.execPath,
    [join(root, "tooling/node_modules/typescript/bin/tsc"), "-p", "."],
    { ...quiet, cwd: home },
  );
  write("required.cjs", `require(${JSON.stringify(client)}); require("./program.js");`);
  const sandbox = await serveSandbox(home, version);
  try {
    for (const entry of ["program.js", "required.cjs"]) {
      outcomes.push(
        await step(`${client}: run ${entry}`, process.execPath, [entry], {
          ...quiet,
          cwd: home,
          env: { DHIS2_URL: sandbox.url, DHIS2_USERNAME: "admin", DHIS2_PASSWORD: "district" },
        }),
      );
    }
  } finally {
    sandbox.stop();
  }
}

/** Starts the installed `dhis2w-sandbox` on a free port. @param {string} home @param {string} version */
async function serveSandbox(home, version) {
  const child = spawn(join(home, "node_modules/.bin/dhis2w-sandbox"), ["--version", version, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /https?:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { url, stop: () => void child.kill() };
  }
  throw new Error("dhis2w-sandbox ended without saying where it listens");
}
