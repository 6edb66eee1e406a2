// Whatever is wrong with what the command line is given: code, summary, why, next step; exit code 2; nothing written.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../steps.mjs";
import { contentOf, dhis2w, temporaryFolder } from "./command.mjs";
import { administrator, serve, serveSandbox } from "./servers.mjs";

const snapshots = join(root, "schemas-snapshots");
const page = () =>
  new Response("<!DOCTYPE html><title>Login</title>", { headers: { "content-type": "text/html" } });
const json = (/** @type {unknown} */ body, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
const toLogin = () => new Response(null, { status: 302, headers: { location: "/dhis-web-login/" } });
const info = { version: "2.43.1", revision: "abc", buildTime: "2026-01-01T00:00:00.000" };
const afterInfo = (/** @type {() => Response} */ answer) => (/** @type {Request} */ request) =>
  request.url.endsWith("/api/system/info") ? json(info) : answer();

/**
 * Runs a command in a folder and asserts that it could not, said why, and changed nothing.
 * @param {string} folder
 * @param {readonly string[]} parameters
 * @param {string} code
 * @param {{ env?: Record<string, string>, why?: RegExp }} [options]
 */
async function refused(folder, parameters, code, { env = administrator, why = /./ } = {}) {
  const before = contentOf(folder);
  const { status, stdout, stderr } = await dhis2w(parameters, { cwd: folder, env });
  const said = stderr.replaceAll(/^\[\d+\/\d+\] .*\n/gm, "");
  assert.equal(status, 2, stderr);
  const [, found, reason] = /^(\S+): .+\n {2}why: {2}(.+)\n {2}next: .+\n$/.exec(said) ?? [];
  assert.equal(found, code, stderr);
  assert.match(reason ?? "", why);
  assert.equal(stdout, "");
  assert.deepEqual(contentOf(folder), before, "something was written");
  assert.ok(!stderr.includes("district"), "the password is shown");
}

const escapes = "\u001b]0;mine\u0007\u001b[31mno ".repeat(100);

/** @type {readonly [string, string, import("./servers.mjs").Answering, RegExp?][]} */
const servers = [
  ["answers with a page", "SERVER.HTML", page],
  ["sends to its login page", "SERVER.REDIRECT", toLogin, /dhis-web-login/],
  ["answers with a page after it said its version", "SERVER.HTML", afterInfo(page)],
  ["does not know the user", "SERVER.UNAUTHORIZED", () => json({ message: "Bad credentials" }, 401)],
  ["does not let the user read", "SERVER.FORBIDDEN", () => json({ message: "Access is denied" }, 403)],
  [
    "says more than a terminal may see",
    "SERVER.FORBIDDEN",
    () => json({ message: escapes }, 403),
    /^(?:\\u\{1b\}\]0;mine\\u\{7\}\\u\{1b\}\[31mno ){20,}.{0,20}…$/,
  ],
  ["is too old", "SERVER.UNSUPPORTED", () => json({ ...info, version: "2.39.1" }), /2\.41/],
  ["is no DHIS2", "SERVER.UNSUPPORTED", () => json({ name: "something else" })],
  ["breaks an answer off", "SERVER.TRUNCATED", afterInfo(() => new Response('{ "schemas": [{ "klass":'))],
  ["fails", "SERVER.REFUSED", () => json({ message: "out of memory" }, 500), /out of memory/],
  ["has schemas that are none", "SNAPSHOT.UNREADABLE", afterInfo(() => json({ schemas: [{}] }))],
];
for (const [what, code, answering, why] of servers) {
  test(`a server that ${what}: ${code}`, async (context) => {
    const url = await serve(context, answering);
    const folder = temporaryFolder(context);
    const options = why === undefined ? {} : { why };
    await refused(folder, ["snapshot", "--url", url, "--out", "mine"], code, options);
  });
}

test("a wrong password at a sandbox, whatever the command: SERVER.UNAUTHORIZED", async (context) => {
  const url = await serveSandbox(context, { version: 42 });
  const env = { DHIS2_USERNAME: "admin", DHIS2_PASSWORD: "wrong" };
  const folder = temporaryFolder(context);
  writeFileSync(join(folder, "versions.json"), "[]\n");
  const code = "SERVER.UNAUTHORIZED";
  await refused(folder, ["snapshot", "--url", url, "--out", "mine"], code, { env });
  await refused(folder, ["drift", "--url", url, "--snapshots", snapshots], code, { env });
  await refused(folder, ["add-version", "v42", "--url", url, "--snapshots", "."], code, { env });
});

test("a server that is not there, and one that does not answer in time: SERVER.UNREACHABLE", async (context) => {
  const folder = temporaryFolder(context);
  const slow = await serveSandbox(context, { version: 42, latency: 60_000 });
  await Promise.all([
    refused(folder, ["snapshot", "--url", "http://127.0.0.1:9", "--out", "mine"], "SERVER.UNREACHABLE", {
      why: /ECONNREFUSED|bad port/,
    }),
    refused(folder, ["snapshot", "--url", slow, "--out", "mine", "--timeout", "0.2"], "SERVER.UNREACHABLE", {
      why: /longer/,
    }),
  ]);
});

test("nobody to ask for a password: SERVER.NO_CREDENTIALS; an address that is none: SERVER.BAD_URL", async (context) => {
  const folder = temporaryFolder(context);
  const snapshot = (/** @type {string} */ url) => ["snapshot", "--url", url, "--out", "mine"];
  await refused(folder, snapshot("http://127.0.0.1:9"), "SERVER.NO_CREDENTIALS", { env: {} });
  for (const url of ["dhis2.example.org", "https://admin:district@dhis2.example.org"])
    await refused(folder, snapshot(url), "SERVER.BAD_URL");
});

test("a snapshot that was cut: SNAPSHOT.UNREADABLE", async (context) => {
  const folder = temporaryFolder(context);
  cpSync(join(snapshots, "v43"), join(folder, "snapshots/v43"), { recursive: true });
  truncateSync(join(folder, "snapshots/v43/schemas.json"), 100_000);
  const why = /schemas\.json/;
  await refused(
    folder,
    ["generate", "--snapshots", "snapshots", "--out", "packages"],
    "SNAPSHOT.UNREADABLE",
    {
      why,
    },
  );
  writeFileSync(join(folder, "versions.json"), "[]\n");
  const addVersion = ["add-version", "v43", "--snapshot", "snapshots/v43", "--snapshots", "."];
  await refused(folder, addVersion, "SNAPSHOT.UNREADABLE", { why });
  await refused(folder, ["diff", "snapshots/v43", join(snapshots, "v43")], "SNAPSHOT.UNREADABLE", { why });
});

test("a folder that is none, or has no snapshot", async (context) => {
  const folder = temporaryFolder(context);
  mkdirSync(join(folder, "empty"));
  writeFileSync(join(folder, "versions.json"), "[]\n");
  writeFileSync(join(folder, "file"), "");
  for (const name of ["empty", "nowhere", "file"]) {
    await refused(folder, ["add-version", "v44", "--snapshot", name, "--snapshots", "."], "SNAPSHOT.NOT_ONE");
    await refused(folder, ["diff", name, join(snapshots, "v43")], "SNAPSHOT.NOT_ONE");
    await refused(folder, ["generate", "--snapshots", name, "--out", "packages"], "SNAPSHOT.MISSING");
  }
  const one = join(snapshots, "v43");
  await refused(folder, ["generate", "--snapshots", one, "--out", "packages"], "SNAPSHOT.MISSING", {
    why: /is a snapshot itself/,
  });
});

test("a release that is there, one that the snapshot is not of, a word that is none", async (context) => {
  const folder = temporaryFolder(context);
  symlinkSync(join(snapshots, "v42"), join(folder, "v42"));
  writeFileSync(join(folder, "versions.json"), '[{ "id": "v42", "accessors": [] }]\n');
  const from = ["--snapshot", join(snapshots, "v43"), "--snapshots", "."];
  await refused(folder, ["add-version", "v42", ...from], "ADD_VERSION.KNOWN");
  await refused(folder, ["add-version", "v44", ...from], "ADD_VERSION.OTHER_RELEASE");
  await refused(folder, ["add-version", "44", ...from], "ADD_VERSION.BAD_ID");
  await refused(folder, ["add-version", "v44", "--snapshots", "."], "ADD_VERSION.NO_SOURCE");
});

test("an output folder with somebody's files", async (context) => {
  const url = await serveSandbox(context, { version: 43 });
  const folder = temporaryFolder(context);
  mkdirSync(join(folder, "mine"));
  writeFileSync(join(folder, "mine/notes.md"), "mine");
  writeFileSync(join(folder, "file"), "mine");
  for (const out of ["mine", "file"])
    await refused(folder, ["snapshot", "--url", url, "--out", out], "SNAPSHOT.FOREIGN_FOLDER");
  await refused(folder, ["snapshot", "--url", url, "--out", "file/below"], "FILES.FAILED");

  mkdirSync(join(folder, "packages/core-v43/src"), { recursive: true });
  writeFileSync(join(folder, "packages/core-v43/src/index.ts"), "export {};\n");
  const generate = ["generate", "--snapshots", snapshots, "--out", "packages", "--no-openapi"];
  await refused(folder, generate, "GENERATE.FOREIGN_FILE");
  const addVersion = ["add-version", "v43", "--snapshot", join(snapshots, "v43"), "--snapshots", "."];
  writeFileSync(join(folder, "versions.json"), "[]\n");
  await refused(folder, addVersion, "GENERATE.FOREIGN_FILE");
});

test("a command line that cannot be read ends with 2 and names the mistake", async (context) => {
  const folder = temporaryFolder(context);
  for (const [parameters, message] of /** @type {const} */ ([
    [["snapshot", "--out", "mine"], /required option '--url/],
    [["snapshot", "--url", "http://127.0.0.1:9", "--out", "mine", "--timeout", "soon"], /number of seconds/],
    [["nothing"], /unknown command 'nothing'/],
    [["generate", "--unknown"], /unknown option '--unknown'/],
  ])) {
    const { status, stdout, stderr } = await dhis2w(parameters, { cwd: folder });
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, message);
  }
});
