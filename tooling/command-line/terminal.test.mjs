// What a person at a terminal sees: questions without an echo of the password, a bar; and how soon help is there.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../steps.mjs";
import { cli, dhis2w, temporaryFolder } from "./command.mjs";
import { serveSandbox } from "./servers.mjs";

/** `script` of util-linux gives a process a terminal. */
const hasScript = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux");

/**
 * Runs the command line at a terminal and answers its questions as they come.
 * @param {readonly string[]} parameters
 * @param {readonly (readonly [question: string, answer: string])[]} answers
 * @param {Record<string, string>} env
 */
function atTerminal(parameters, answers, env = {}) {
  const command = [process.execPath, cli, ...parameters].map((word) => `'${word}'`).join(" ");
  const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    env: { PATH: process.env.PATH ?? "", TERM: "xterm", ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const left = [...answers];
  let shown = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    shown += text;
    const [next] = left;
    if (next !== undefined && shown.includes(next[0])) {
      left.shift();
      child.stdin.write(`${next[1]}\r`);
    }
  });
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, shown })));
}

test("asks for user and password, shows a bar, hides the password", {
  skip: !hasScript,
  timeout: 600_000,
}, async (context) => {
  const url = await serveSandbox(context, { version: 43 });
  const out = join(temporaryFolder(context), "mine");
  const answers = /** @type {const} */ ([
    ["User name: ", "admin"],
    ["Password of admin: ", "district"],
  ]);
  const { status, shown } = await atTerminal(["snapshot", "--url", url, "--out", out], answers);
  assert.equal(status, 0, shown);
  assert.ok(!shown.includes("district"), "the password is echoed");
  assert.match(shown, /█+░+ 2\/4 read \/api\/schemas/);
  assert.match(shown, /wrote DHIS2 2\.43/);
});

test("Ctrl+C at a question ends with 3, and does nothing", { skip: !hasScript }, async (context) => {
  const folder = temporaryFolder(context);
  const snapshot = ["snapshot", "--url", "http://127.0.0.1:9", "--out", join(folder, "mine")];
  const interrupt = "\u0003";
  for (const answers of /** @type {const} */ ([
    [["User name: ", interrupt]],
    [
      ["User name: ", "admin"],
      ["Password of admin: ", interrupt],
    ],
  ])) {
    const { status, shown } = await atTerminal(snapshot, answers);
    assert.equal(status, 3, shown);
    assert.match(shown, /\nNothing was done\.\r?\n$/);
  }
  assert.deepEqual(readdirSync(folder), []);
});

test("NO_COLOR takes colours away, also at a terminal", { skip: !hasScript }, async () => {
  const diff = ["diff", "v42", "v43", "--level", "breaking"];
  const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`);
  assert.match((await atTerminal(diff, [])).shown, colours);
  assert.doesNotMatch((await atTerminal(diff, [], { NO_COLOR: "1" })).shown, colours);
  assert.doesNotMatch((await dhis2w(diff)).stdout, colours);
});

test("tells its version", async () => {
  const { version } = JSON.parse(readFileSync(join(root, "codegen/package.json"), "utf8"));
  assert.deepEqual(await dhis2w(["--version"]), { status: 0, stdout: `${version}\n`, stderr: "" });
});

test("help costs at most 150 ms of computing", async () => {
  const told =
    'data:text/javascript,process.on("exit",()=>console.error(JSON.stringify(process.cpuUsage())))';
  const costs = [];
  for (let run = 0; run < 5; run += 1) {
    const { status, stdout, stderr } = await dhis2w(["--help"], { node: ["--import", told] });
    assert.equal(status, 0);
    assert.match(stdout, /^Usage: dhis2w /);
    const { user, system } = JSON.parse(stderr);
    costs.push((user + system) / 1000);
  }
  assert.ok(Math.min(...costs) <= 150, `${costs.map(Math.round).join(", ")} ms`);
});

test("a full disk below a report is told, and ends with 2", { skip: !existsSync("/dev/full") }, (context) => {
  const full = openSync("/dev/full", "w");
  context.after(() => closeSync(full));
  const { status, stderr } = spawnSync(process.execPath, [cli, "diff", "v42", "v43"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", full, "pipe"],
  });
  assert.match(stderr, /^FILES\.FAILED: .*\n {2}why: {2}ENOSPC/);
  assert.equal(status, 2);
});

test("a reader that has seen enough is no fault, and the findings still count", async () => {
  const child = spawn(
    process.execPath,
    [cli, "diff", "v42", "v43", "--format", "json", "--fail-on", "breaking"],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  child.stdout.once("data", () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on("close", resolve));
  assert.doesNotMatch(said, /EPIPE|\n {4}at /);
  assert.equal(status, 4);
});
