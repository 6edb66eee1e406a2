// `npm run generate` writes the generated packages; `npm run generate -- --check` says what differs.
import { spawnSync } from "node:child_process";
import { install, tool } from "./install.mjs";
import { required, root } from "./steps.mjs";

await install();
await required("build the generator", tool("turbo"), ["run", "build", "--filter=@dhis2w/codegen"], {
  quiet: true,
});
const { status } = spawnSync(
  process.execPath,
  ["codegen/dist/cli.js", "generate", ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: "inherit",
  },
);
process.exit(status ?? 1);
