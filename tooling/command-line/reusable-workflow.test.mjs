// The workflow that other repositories use: its commands as a runner runs them, against a sandbox.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { readWorkflow } from "../checks/workflow-files.mjs";
import { versions } from "../examples.mjs";
import { root } from "../steps.mjs";
import { cli, temporaryFolder } from "./command.mjs";
import { administrator, serveSandbox } from "./servers.mjs";

const file = join(root, ".github/workflows/dhis2w.yml");
const { workflow } = await readWorkflow("dhis2w.yml", readFileSync(file, "utf8"));
const [older = "", newest = ""] = versions.slice(-2);

const harm = '"; touch harm; $(touch harm) `touch harm`';

/**
 * Runs the commands of the workflow in a folder, up to the first that fails. They find the built command line as
 * `npx`, or what else is given as its script, which is called with --yes --package @dhis2w/codegen@VERSION dhis2w ….
 * @param {import("./servers.mjs").Test} context
 * @param {string} folder
 * @param {Record<string, string>} given its inputs, where they are not the defaults
 * @param {string} script
 */
async function runWorkflow(context, folder, given, script = `shift 4; exec node '${cli}' "$@"`) {
  const runner = temporaryFolder(context);
  const npx = join(runner, "npx");
  writeFileSync(npx, `#!/bin/sh\n${script}\n`);
  chmodSync(npx, 0o755);
  const values = new Map(
    Object.entries(workflow.on?.workflow_call?.inputs ?? {}).map(([name, { default: value = "" }]) => [
      `inputs.${name}`,
      given[name] ?? value,
    ]),
  );
  for (const [name, value] of Object.entries(administrator)) values.set(`secrets.${name}`, value);
  const summary = join(runner, "summary.md");
  const result = { status: 0, output: "" };
  for (const { run, env = {} } of Object.values(workflow.jobs).flatMap(({ steps }) => steps)) {
    if (run === undefined || result.status !== 0) continue;
    const own = Object.entries(env).map(([name, text]) => [
      name,
      text.replaceAll(/\$\{\{ (\S+) \}\}/g, (_all, expression) => values.get(expression) ?? ""),
    ]);
    const options = {
      cwd: folder,
      env: {
        ...{ PATH: [runner, process.env.PATH].join(delimiter), RUNNER_TEMP: runner },
        ...{ GITHUB_STEP_SUMMARY: summary, ...Object.fromEntries(own) },
      },
    };
    await new Promise((resolve) => {
      const child = execFile("bash", ["--norc", "-e", "-c", run], options, (_error, stdout, stderr) => {
        result.status = child.exitCode ?? 1;
        result.output += stdout + stderr;
        resolve(undefined);
      });
    });
  }
  return { ...result, summary: () => readFileSync(summary, "utf8") };
}

/** A repository with a snapshot. @param {import("./servers.mjs").Test} context @param {string} id @param {string} name */
function repositoryWith(context, id, name) {
  const folder = temporaryFolder(context);
  cpSync(join(root, "schemas-snapshots", id), join(folder, name), { recursive: true });
  return folder;
}

test("passes where the server is as the snapshot says", async (context) => {
  const url = await serveSandbox(context, { version: Number(newest.slice(1)) });
  const folder = repositoryWith(context, newest, "schemas-snapshots/mine");
  const { status, output, summary } = await runWorkflow(context, folder, { url });
  assert.equal(status, 0, output);
  assert.match(summary(), /No differences\./);
});

test("fails where it is not, says so at the line of the snapshot, and shows the report with the run", async (context) => {
  const url = await serveSandbox(context, { version: Number(newest.slice(1)) });
  const folder = repositoryWith(context, older, "the snapshot");
  const given = { url, snapshot: "the snapshot" };
  const { status, output, summary } = await runWorkflow(context, folder, given);
  assert.equal(status, 4, output);
  assert.match(output, /^::error file=the snapshot\/schemas\.json,line=\d+/m);
  assert.match(summary(), /^# DHIS2 /);

  const without = await runWorkflow(context, folder, { ...given, accepted: "nowhere.json" });
  assert.equal(without.status, 2, without.output);
  assert.match(without.output, /nowhere\.json/);
});

test("takes what an input says for no command, and asks for the version that it names", async (context) => {
  const folder = temporaryFolder(context);
  const words = join(folder, "words");
  const script = `printf '%s\\n' "$@" >> '${words}'`;
  const { output } = await runWorkflow(context, folder, { version: "1.2.3" }, script);
  assert.equal(output, "");
  assert.equal(readFileSync(words, "utf8").split("@dhis2w/codegen@1.2.3\n").length, 4);
  for (const name of ["url", "snapshot", "accepted", "fail-on", "version"]) {
    rmSync(words);
    await runWorkflow(context, folder, { [name]: harm }, script);
    assert.deepEqual(readdirSync(folder), ["words"], `${name} is run`);
    assert.ok(
      readFileSync(words, "utf8")
        .split("\n")
        .some((word) => word.endsWith(harm)),
      `${name} is not one word`,
    );
  }
});
