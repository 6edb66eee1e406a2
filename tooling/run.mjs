// Runs a tool of the workspace after installing what it needs: `node tooling/run.mjs turbo run build`.
import { install, tool } from "./install.mjs";
import { required } from "./steps.mjs";

const [name = "turbo", ...parameters] = process.argv.slice(2);
await install();
await required([name, ...parameters].join(" "), tool(name), parameters);
