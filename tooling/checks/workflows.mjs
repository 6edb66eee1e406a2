// The workflows run what there is, and the scripts that they run do what they should: in a repository made for it.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../steps.mjs";
import { conclude } from "./report.mjs";
import { harms, readWorkflow } from "./workflow-files.mjs";

/** What must be found: misspelt words, and everything that does harm. */
const badWorkflow = `
on: pull_request
permissions: write-all
jobs:
  one:
    runs-on: ubuntu-latest
    stps: []
    steps:
      - uses: actions/checkout@v4
      - run: echo "\${{ github.event.pull_request.title }}"
      - run: echo "$TITLE"
        env:
          TITLE: \${{ github.event.title }} \${{ secrt.TOKEN }}
`;

/** @type {string[]} */
const problems = [];
const expect = (/** @type {boolean} */ right, /** @type {string} */ what) => {
  if (!right) problems.push(what);
};

const folder = join(root, ".github/workflows");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
for (const name of readdirSync(folder)) {
  const text = readFileSync(join(folder, name), "utf8");
  const { problems: mistakes, workflow } = await readWorkflow(name, text);
  problems.push(...mistakes, ...harms(name, workflow));
  for (const [, path = ""] of text.matchAll(/\bnode (tooling\/\S+)/g))
    expect(existsSync(join(root, path)), `${name} runs ${path}, which is not there`);
  for (const [, command = ""] of text.matchAll(/\bnpm (?:run )?(\w+)/g))
    expect(command in scripts, `${name} runs npm ${command}, which is not there`);
}
const { problems: found, workflow: bad } = await readWorkflow("bad.yml", badWorkflow);
for (const word of ["stps", "secrt"])
  expect(
    found.some((problem) => problem.includes(word)),
    `nothing is said of '${word}': ${found}`,
  );
expect(harms("bad.yml", bad).length === 5, `not all harm is seen: ${harms("bad.yml", bad)}`);

const repository = mkdtempSync(join(tmpdir(), "dhis2w-workflows-"));
const snapshot = join(repository, "schemas-snapshots/v43");
try {
  cpSync(join(root, "schemas-snapshots/v43"), snapshot, { recursive: true });
  const git = (/** @type {string[]} */ ...parameters) =>
    execFileSync("git", ["-c", "user.name=check", "-c", "user.email=check@example.org", ...parameters], {
      cwd: repository,
    });
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("commit", "--quiet", "--message=one");

  const same = await script("schema-diff.mjs", ["main"]);
  expect(
    same.status === 0 && same.stdout === "",
    `schema-diff says something without a change: ${same.stdout}`,
  );
  const live = await drift();
  expect(live.status === 0 && live.stdout === "", `drift finds something where nothing is: ${live.stdout}`);

  const file = join(snapshot, "schemas.json");
  const document = JSON.parse(readFileSync(file, "utf8"));
  const option = document.schemas.find(
    (/** @type {{ singular: string }} */ { singular }) => singular === "option",
  );
  option.shareable = true;
  writeFileSync(file, JSON.stringify(document));
  const changed = await script("schema-diff.mjs", ["main"]);
  expect(
    changed.stdout.includes("can be shared now: `model-shareable`") &&
      changed.stdout.includes("| `Option` |"),
    `schema-diff does not tell the change: ${changed.stdout}`,
  );
  expect(changed.stdout.startsWith("<!-- dhis2w schema diff -->\n# "), "schema-diff has no head");
  const drifted = await drift();
  expect(drifted.status === 4, `drift ends with ${drifted.status}: ${drifted.stderr}`);
  expect(
    drifted.stdout.includes("can no longer be shared: `model-not-shareable`"),
    `drift does not tell the change: ${drifted.stdout}`,
  );
  await posts(changed.stdout);
  const nobody = await script("drift.mjs", [], {});
  expect(nobody.status === 2, "drift without a server does not end with 2");
} finally {
  rmSync(repository, { recursive: true, force: true });
}
conclude("workflows", problems);

/**
 * Posts a report as a comment and as an issue, twice each, to a server that has as much of GitHub as that needs.
 * @param {string} report
 */
async function posts(report) {
  const file = join(repository, "report.md");
  writeFileSync(file, report);
  /** @type {Record<string, any>[]} */
  const comments = Array.from({ length: 100 }, (_, id) => ({ id, body: "Looks good." }));
  /** @type {Record<string, any>[]} */
  const issues = [{ number: 1, title: "A server differs", pull_request: {}, body: "" }];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const content = text === "" ? {} : JSON.parse(text);
    const { pathname, searchParams } = new URL(request.url ?? "", "http://github.test");
    const list = pathname.includes("comments") ? comments : issues;
    const page = Number(searchParams.get("page"));
    if (request.method === "POST") list.push({ id: list.length, number: list.length + 1, ...content });
    if (request.method === "PATCH")
      Object.assign(list[list === comments ? Number(pathname.split("/").pop()) : 1] ?? {}, content);
    const isMine =
      request.headers.authorization === "Bearer token" && pathname.startsWith("/repos/a/b/issues");
    response.writeHead(isMine ? 200 : 403, { "content-type": "application/json" });
    response.end(JSON.stringify(request.method === "GET" ? list.slice((page - 1) * 100, page * 100) : {}));
  });
  const url = await listening(server);
  const env = { GITHUB_API_URL: url, GITHUB_REPOSITORY: "a/b", GH_TOKEN: "token" };
  try {
    for (let time = 0; time < 2; time++) {
      const comment = await script("post.mjs", ["comment", "7", file], env);
      const issue = await script("post.mjs", ["issue", "A server differs", file], env);
      expect(comment.status === 0 && issue.status === 0, `post.mjs fails: ${comment.stderr}${issue.stderr}`);
      writeFileSync(file, time === 0 ? report.replace("Option", "Options") : "");
    }
    expect(comments.length === 101, "a second comment is added instead of the first being changed");
    expect(comments[100]?.body.includes("Options"), "the comment is not changed");
    expect(
      issues.length === 2 && issues[1]?.body.includes("Options"),
      "the issue is not opened, or not changed",
    );
    await script("post.mjs", ["comment", "7", file], env);
    expect(comments[100]?.body.includes("any more"), "the comment stays when nothing differs any more");
    const refused = await script("post.mjs", ["comment", "7", file], { ...env, GH_TOKEN: "other" });
    expect(refused.status === 1 && refused.stderr.includes("403"), "post.mjs hides that GitHub refuses");
  } finally {
    server.close();
  }
}

/** @param {import("node:http").Server} server */
async function listening(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

/** Runs drift.mjs against a server that is as v43 is committed here. */
async function drift() {
  const stored = (/** @type {string} */ name) =>
    readFileSync(join(root, "schemas-snapshots/v43", name), "utf8");
  /** @type {Record<string, string>} */
  const answers = {
    "/api/system/info": "snapshot.json",
    "/api/schemas": "schemas.json",
    "/api/openapi/openapi.json": "openapi.json",
  };
  const server = createServer((request, response) => {
    const name = answers[request.url ?? ""];
    response.writeHead(name === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(name === undefined ? "{}" : stored(name));
  });
  const url = await listening(server);
  try {
    return await script("drift.mjs", [], {
      DHIS2_SERVERS: JSON.stringify({ OTHER: "x", DHIS2_URL_V43: url }),
      DHIS2_PAT: "d2pat_check",
    });
  } finally {
    server.close();
  }
}

/**
 * @param {string} name
 * @param {string[]} parameters
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string }>}
 */
async function script(name, parameters, env = {}) {
  const child = spawn(process.execPath, [join(root, "tooling/ci", name), ...parameters], {
    env: { ...process.env, ...env, DHIS2W_REPOSITORY: repository },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const result = { stdout: "", stderr: "" };
  child.stdout.on("data", (text) => {
    result.stdout += text;
  });
  child.stderr.on("data", (text) => {
    result.stderr += text;
  });
  const status = await new Promise((resolve) => child.on("close", resolve));
  return { status, ...result };
}
