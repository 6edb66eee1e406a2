// A snapshot that is being replaced while its process is killed: whole before, whole after, nothing left lying about.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../steps.mjs";
import { contentOf, dhis2w, temporaryFolder } from "./command.mjs";
import { administrator, serve } from "./servers.mjs";

const { schemas } = JSON.parse(readFileSync(join(root, "schemas-snapshots/v43/schemas.json"), "utf8"));

/** The smallest server that a snapshot can be taken of: it has one class without properties. @param {import("./servers.mjs").Test} context */
async function smallServer(context, revision = "") {
  /** @type {Record<string, unknown>} */
  const answers = {
    "/api/system/info": { version: "2.43.1", revision, buildTime: "2026-01-01T00:00:00.000" },
    "/api/schemas": { schemas: [{ ...schemas[0], properties: [], references: [] }] },
    "/api/openapi/openapi.json": { openapi: "3.1.0", info: {}, paths: {}, components: { schemas: {} } },
  };
  return serve(context, ({ url }) => new Response(JSON.stringify(answers[new URL(url).pathname])));
}

for (const there of [true, false]) {
  test(`killed at each step, ${there ? "with" : "without"} a snapshot there`, async (context) => {
    const [older, newer] = [await smallServer(context, "older"), await smallServer(context, "newer")];
    const snapshot = (/** @type {string} */ url, /** @type {string} */ out) => [
      "snapshot",
      ...["--url", url, "--out", out],
    ];
    const node = ["--require", join(import.meta.dirname, "die-at.cjs")];
    const reference = temporaryFolder(context);
    await dhis2w(snapshot(older, join(reference, "older")), { env: administrator });
    await dhis2w(snapshot(newer, join(reference, "newer")), { env: administrator });
    const [before, after] = [contentOf(join(reference, "older")), contentOf(join(reference, "newer"))];
    assert.notDeepEqual(before, after);

    /** Steps that the process was killed at; the last run gets through. */
    let killed = 0;
    for (; ; killed += 1) {
      const folder = temporaryFolder(context);
      const out = join(folder, "mine");
      if (there) await dhis2w(snapshot(older, out), { env: administrator });
      const env = { ...administrator, DIE_AT: String(killed + 1) };
      const { status } = await dhis2w(snapshot(newer, out), { env, node });
      if (readdirSync(folder).includes("mine")) {
        const content = contentOf(out);
        assert.ok([before, after].some((whole) => JSON.stringify(whole) === JSON.stringify(content)));
      }
      // The next run puts right what was left, also where it gets no further than to the server.
      const failed = await dhis2w(snapshot("http://127.0.0.1:9", out), { env: {} });
      assert.equal(failed.status, 2);
      assert.deepEqual(
        readdirSync(folder).filter((name) => name !== "mine"),
        [],
        `after a death at step ${killed + 1}`,
      );
      if (there) assert.ok(readdirSync(folder).includes("mine"), `lost by a death at step ${killed + 1}`);
      const next = await dhis2w(snapshot(newer, out), { env: administrator });
      assert.equal(next.status, 0, next.stderr);
      assert.deepEqual(contentOf(out), after);
      if (status === 0) break;
    }
    assert.ok(killed >= (there ? 6 : 5), `only ${killed} steps were seen`);
  });
}
