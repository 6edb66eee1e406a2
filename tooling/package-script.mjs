// Runs a script of one package after building what it stands on:
// `node tooling/package-script.mjs @dhis2w/sandbox conformance --json`.
import { spawnSync } from "node:child_process";
import { install, tool } from "./install.mjs";
import { environment, required, root } from "./steps.mjs";

const [name = "", script = "", ...parameters] = process.argv.slice(2);
await install();
await required(`build ${name}`, tool("turbo"), ["run", "build", `--filter=${name}...`], { quiet: true });
const { status } = spawnSync(tool("pnpm"), ["--silent", `--filter=${name}`, "run", script, ...parameters], {
  cwd: root,
  env: environment,
  stdio: "inherit",
});
process.exit(status ?? 1);
