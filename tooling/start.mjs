// `npm start`, the main job: snapshots → generated packages → build → the examples against a server.
import { execFileSync } from "node:child_process";
import { examples, versions } from "./examples.mjs";
import { install, tool } from "./install.mjs";
import { required, root } from "./steps.mjs";

const turbo = (/** @type {string[]} */ ...parameters) =>
  /** @type {const} */ ([tool("turbo"), ["run", "build", "--output-logs=errors-only", ...parameters]]);
const server = process.env.DHIS2_URL;
/** Releases the examples run on, the two newest; against a real server the release is the one it says it is. */
const targets = server === undefined ? versions.slice(-2) : [undefined];

await install();
const done = [
  await required("build the generator", ...turbo("--filter=@dhis2w/codegen"), { quiet: true }),
  await required("generate the packages from the snapshots", process.execPath, [
    "codegen/dist/cli.js",
    "generate",
  ]),
  await required("build all packages", ...turbo(), { quiet: true }),
];
for (const target of targets) {
  for (const example of examples()) {
    done.push(
      await required(
        `example ${example} on ${server ?? `the ${target} sandbox`}`,
        process.execPath,
        [`examples/dist/${example}.js`],
        {
          env: target === undefined ? {} : { DHIS2W_VERSION: target },
        },
      ),
    );
  }
}

const changed = execFileSync("git", ["status", "--porcelain", "--", "packages"], {
  cwd: root,
  encoding: "utf8",
}).trim();
console.log("\nDone");
for (const { name, seconds } of done) console.log(`  ${name.padEnd(58)} ${seconds.toFixed(1).padStart(6)} s`);
console.log(
  changed === ""
    ? "  The generated packages are what is committed."
    : `  Changed by the snapshots, to be reviewed and committed:\n${changed}`,
);
console.log("  What ran is in examples/src; docs/guide.md explains the calls.");
