// `dhis2w snapshot` and `drift` against sandboxes of every release over HTTP.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { versions } from "../examples.mjs";
import { root } from "../steps.mjs";
import { contentOf, dhis2w, temporaryFolder } from "./command.mjs";
import { administrator, asAdministrator, serve, serveSandbox } from "./servers.mjs";

const committed = (/** @type {string} */ id, /** @type {string} */ name) =>
  readFileSync(join(root, "schemas-snapshots", id, name), "utf8");
/** Digests of raw answers differ where a server writes the same in another order. */
const withoutRawDigests = (/** @type {string} */ text) => text.replaceAll(/"rawSha256": "[0-9a-f]{64}"/g, "");

for (const id of versions) {
  test(`a sandbox of ${id} gives the committed snapshot, and does not drift`, async (context) => {
    const url = await serveSandbox(context, { version: Number(id.slice(1)), seed: "country" });
    const out = join(temporaryFolder(context), "mine");
    const taken = await dhis2w(["snapshot", "--url", url, "--out", out], { env: administrator });
    assert.equal(taken.status, 0, taken.stderr);
    assert.equal(taken.stdout, `${out}\n`);
    assert.match(
      taken.stderr,
      /^\[1\/4\] read \/api\/system\/info\n\[2\/4\] .+\n\[3\/4\] .+\n\[4\/4\] .+\nwrote DHIS2 2\./,
    );
    const content = contentOf(out);
    assert.deepEqual(Object.keys(content), ["openapi.json", "schemas.json", "snapshot.json"]);
    for (const name of ["openapi.json", "schemas.json"])
      assert.ok(content[name] === committed(id, name), `${name} is not the committed one`);
    assert.equal(
      withoutRawDigests(content["snapshot.json"] ?? ""),
      withoutRawDigests(committed(id, "snapshot.json")),
    );

    const again = await dhis2w(["snapshot", "--url", `${url}/api/`, "--out", out], { env: administrator });
    assert.match(again.stderr, /unchanged: DHIS2 2\./);
    assert.deepEqual(contentOf(out), content);

    const drift = await dhis2w(["drift", "--url", url, "--fail-on", "cosmetic"], { env: administrator });
    assert.equal(drift.status, 0, drift.stdout);
    assert.match(drift.stdout, /No differences\./);
  });
}

test("nothing of the server itself is stored, and a token signs in too", async (context) => {
  const url = await serveSandbox(context, { version: 43 });
  const info = await asAdministrator(url, "/api/system/info");
  const { email, name } = await asAdministrator(url, "/api/me?fields=email,name");
  const { response } = await asAdministrator(url, "/api/apiToken", { method: "POST", body: "{}" });
  const out = join(temporaryFolder(context), "mine");
  const { status, stderr } = await dhis2w(["snapshot", "--url", url, "--out", out], {
    env: { DHIS2_PAT: response.key },
  });
  assert.equal(status, 0, stderr);
  const stored = contentOf(out);
  assert.deepEqual(Object.keys(JSON.parse(stored["snapshot.json"] ?? "")), [
    "buildTime",
    "files",
    "revision",
    "version",
  ]);
  const secrets = [new URL(url).host, info.systemId, info.contextPath, email, name, response.key];
  for (const secret of secrets.filter((text) => typeof text === "string" && text !== ""))
    for (const [file, text] of Object.entries(stored))
      assert.ok(!text.includes(secret), `${file} says ${secret}`);
});

test("what a server changes is told by drift, and ends with 4", async (context) => {
  const url = await serveSandbox(context, { version: 43 });
  const altered = await serve(context, async (request) => {
    const { pathname, search } = new URL(request.url);
    const answer = await fetch(url + pathname + search, { headers: request.headers });
    if (pathname !== "/api/schemas") return answer;
    return new Response((await answer.text()).replaceAll('"DISAGGREGATION"', '"DISAGGREGATED"'));
  });
  const drift = await dhis2w(["drift", "--url", altered, "--fail-on", "risky"], { env: administrator });
  assert.equal(drift.status, 4, drift.stderr);
  assert.match(drift.stdout, /DataDimensionType\.DISAGGREGAT/);
});

test("a slow line, a proxy's error and a broken connection are asked again", async (context) => {
  const faults = [
    { path: "/api/system/info", status: 503, times: 1 },
    { path: "/api/schemas", times: 1 },
  ];
  const url = await serveSandbox(context, { version: 42, latency: 200, faults });
  const out = join(temporaryFolder(context), "mine");
  const { status, stderr } = await dhis2w(["snapshot", "--url", url, "--out", out], { env: administrator });
  assert.equal(status, 0, stderr);
  assert.match(stderr, /\[1\/4\] read \/api\/system\/info, again in 1 s: /);
  assert.match(stderr, /\[2\/4\] read \/api\/schemas, again in 1 s: /);
  assert.ok(contentOf(out)["schemas.json"] === committed("v42", "schemas.json"));
});

test("an unchanged snapshot is not written again", async (context) => {
  const url = await serveSandbox(context, { version: 42 });
  const out = join(temporaryFolder(context), "mine");
  await dhis2w(["snapshot", "--url", url, "--out", out], { env: administrator });
  const before = statSync(join(out, "schemas.json")).mtimeMs;
  await dhis2w(["snapshot", "--url", url, "--out", out], { env: administrator });
  assert.equal(statSync(join(out, "schemas.json")).mtimeMs, before);
});
