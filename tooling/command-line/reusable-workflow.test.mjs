// The workflows that other repositories use: their commands as a runner runs them, against a sandbox.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { readWorkflow } from "../checks/workflow-files.mjs";
import { versions } from "../examples.mjs";
import { root } from "../steps.mjs";
import { cli, dhis2w, temporaryFolder } from "./command.mjs";
import { administrator, serveSandbox } from "./servers.mjs";

const [workflow, onPullRequest] = await Promise.all(
  ["dhis2w.yml", "dhis2w-pull-request.yml"].map(async (name) => {
    const text = readFileSync(join(root, ".github/workflows", name), "utf8");
    return (await readWorkflow(name, text)).workflow;
  }),
);
assert.ok(workflow && onPullRequest);
const [older = "", newest = ""] = versions.slice(-2);

const harm = '"; touch harm; $(touch harm) `touch harm`';

/** Calls the built command line, as `npx --yes --package @dhis2w/codegen@VERSION dhis2w …` does. */
const npx = `shift 4; exec node '${cli}' "$@"`;

/**
 * Runs the commands of a job in a folder, up to the first that fails. They find the given scripts in their path.
 * @param {import("./servers.mjs").Test} context
 * @param {string} folder
 * @param {Record<string, string>} given its inputs, where they are not the defaults, and what else it asks GitHub for
 * @param {{ job?: import("../checks/workflow-files.mjs").Job | undefined, inputs?: Record<string, import("../checks/workflow-files.mjs").Input>, scripts?: Record<string, string>, env?: Record<string, string> }} [of]
 */
async function runJob(context, folder, given, of = {}) {
  const { job = workflow?.jobs.drift, inputs = workflow?.on?.workflow_call?.inputs, scripts = { npx } } = of;
  const runner = temporaryFolder(context);
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(runner, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(runner, name), 0o755);
  }
  const values = new Map(Object.entries(given));
  for (const [name, { default: value = "" }] of Object.entries(inputs ?? {}))
    values.set(`inputs.${name}`, given[name] ?? value);
  for (const [name, value] of Object.entries(administrator)) values.set(`secrets.${name}`, value);
  const summary = join(runner, "summary.md");
  const result = { status: 0, output: "" };
  for (const { run, env = {} } of job?.steps ?? []) {
    if (run === undefined || result.status !== 0) continue;
    const own = Object.entries(env).map(([name, text]) => [
      name,
      text.replaceAll(/\$\{\{ (\S+) \}\}/g, (_all, expression) => values.get(expression) ?? ""),
    ]);
    const options = {
      cwd: folder,
      env: {
        ...{ PATH: [runner, process.env.PATH].join(delimiter), RUNNER_TEMP: runner },
        ...{ GITHUB_STEP_SUMMARY: summary, ...of.env, ...Object.fromEntries(own) },
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
  const { status, output, summary } = await runJob(context, folder, { url });
  assert.equal(status, 0, output);
  assert.match(summary(), /No differences\./);
});

test("fails where it is not, says so at the line of the snapshot, and shows the report with the run", async (context) => {
  const url = await serveSandbox(context, { version: Number(newest.slice(1)) });
  const folder = repositoryWith(context, older, "the snapshot");
  const given = { url, snapshot: "the snapshot" };
  const { status, output, summary } = await runJob(context, folder, given);
  assert.equal(status, 4, output);
  assert.match(output, /^::error file=the snapshot\/schemas\.json,line=\d+/m);
  assert.match(summary(), /^# DHIS2 /);

  const without = await runJob(context, folder, { ...given, accepted: "nowhere.json" });
  assert.equal(without.status, 2, without.output);
  assert.match(without.output, /nowhere\.json/);
});

test("takes what an input says for no command, and asks for the version that it names", async (context) => {
  const folder = temporaryFolder(context);
  const words = join(folder, "words");
  const script = `printf '%s\\n' "$@" >> '${words}'`;
  const { output } = await runJob(context, folder, { version: "1.2.3" }, { scripts: { npx: script } });
  assert.equal(output, "");
  assert.equal(readFileSync(words, "utf8").split("@dhis2w/codegen@1.2.3\n").length, 4);
  for (const name of ["url", "snapshot", "accepted", "fail-on", "version"]) {
    rmSync(words);
    await runJob(context, folder, { [name]: harm }, { scripts: { npx: script } });
    assert.deepEqual(readdirSync(folder), ["words"], `${name} is run`);
    assert.ok(
      readFileSync(words, "utf8")
        .split("\n")
        .some((word) => word.endsWith(harm)),
      `${name} is not one word`,
    );
  }
});

test("checks generated packages, and fails where one was changed by hand", async (context) => {
  const folder = repositoryWith(context, newest, `schemas-snapshots/${newest}`);
  const generate = ["generate", "--no-openapi", "--out", "own packages"];
  // The types of OpenAPI take longer than this test may; whether they are checked is not this workflow's.
  const scripts = { npx: `${npx} --no-openapi` };
  const job = workflow.jobs.generated;
  assert.equal((await dhis2w(generate, { cwd: folder })).status, 0);
  const given = { packages: "own packages" };
  const same = await runJob(context, folder, given, { job, scripts });
  assert.equal(same.status, 0, same.output);
  appendFileSync(join(folder, "own packages", `core-${newest}`, "src/index.ts"), "// mine\n");
  const changed = await runJob(context, folder, given, { job, scripts });
  assert.equal(changed.status, 4, changed.output);
  assert.match(changed.output, /src\/index\.ts/);
});

test("comments on a pull request what it changes of the snapshot, in one comment", async (context) => {
  const folder = repositoryWith(context, older, "schemas-snapshots/mine");
  const git = (/** @type {string[]} */ ...parameters) =>
    execFileSync("git", ["-c", "user.name=check", "-c", "user.email=check@example.org", ...parameters], {
      cwd: folder,
    });
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("commit", "--quiet", "--message=one");
  git("update-ref", "refs/remotes/origin/main", "HEAD");
  rmSync(join(folder, "schemas-snapshots/mine"), { recursive: true });
  cpSync(join(root, "schemas-snapshots", newest), join(folder, "schemas-snapshots/mine"), {
    recursive: true,
  });

  const inputs = onPullRequest.on?.workflow_call?.inputs ?? {};
  const given = { "github.base_ref": "main", "github.event.pull_request.number": "7" };
  const posted = join(temporaryFolder(context), "posted");
  const run = (/** @type {string} */ known, more = {}) => {
    const body = `for word in "$@"; do case "$word" in body=@*) cat "\${word#body=@}" >> '${posted}';; esac; done`;
    const gh = `case "$*" in *--paginate*) printf '${known}';; *) echo "$4 $5" > '${posted}'; ${body};; esac`;
    const of = { job: onPullRequest.jobs.comment, inputs, scripts: { npx, gh } };
    return runJob(context, folder, { ...given, ...more }, { ...of, env: { GITHUB_REPOSITORY: "me/mine" } });
  };
  const first = await run("");
  assert.equal(first.status, 0, first.output);
  const comment = readFileSync(posted, "utf8");
  assert.match(
    comment,
    /^POST repos\/me\/mine\/issues\/7\/comments\n<!-- dhis2w schemas-snapshots\/mine -->\n# DHIS2 /,
  );
  assert.match(first.summary(), /property-removed/);
  const second = await run("4711\\n4712\\n", { snapshot: "schemas-snapshots/other" });
  assert.equal(second.status, 0, second.output);
  assert.match(
    readFileSync(posted, "utf8"),
    /^PATCH repos\/me\/mine\/issues\/comments\/4711\n<!-- .*other -->\nThe snapshot is new\.\n$/,
  );
  await run("", { snapshot: harm });
  assert.deepEqual(readdirSync(folder).sort(), [".git", "schemas-snapshots"]);
});
