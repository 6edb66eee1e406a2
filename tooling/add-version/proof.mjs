// A release that never was is added to a copy of this repository, and works there without a change by hand:
// everything is generated, installs, builds, and the examples run on it; then it is taken away again. `--keep` leaves
// the copy.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { serve } from "../command-line/servers.mjs";
import { examples, versions } from "../examples.mjs";
import { tool } from "../install.mjs";
import { required, root } from "../steps.mjs";
import { madeUpRelease } from "./made-up-release.mjs";

const newest = versions.at(-1) ?? "";
const major = Number(newest.slice(1)) + 1;
const id = `v${major}`;
const folder = mkdtempSync(join(tmpdir(), "dhis2w-add-version-"));
const copy = join(folder, "repository");
const inCopy = {
  quiet: true,
  cwd: copy,
  // What is as it is here was built here.
  env: { TURBO_CACHE_DIR: join(root, ".turbo/cache"), DHIS2W_VERSION: id, DHIS2_PAT: "d2pat_proof" },
};
const dhis2w = (/** @type {string[]} */ ...parameters) =>
  /** @type {const} */ ([process.execPath, ["codegen/dist/cli.js", ...parameters], inCopy]);

// However it ends: a step that fails ends the process.
process.on("exit", () => {
  if (process.argv.includes("--keep")) console.error(`kept ${copy}`);
  else rmSync(folder, { recursive: true, force: true });
});

for (const file of tracked()) {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  copyFileSync(join(root, file), join(copy, file));
}
const url = await serverOf(join(folder, "snapshot"));
// Turbo knows by git what has changed.
const git = (/** @type {string[]} */ ...parameters) =>
  execFileSync("git", ["-c", "user.name=proof", "-c", "user.email=proof@example.org", ...parameters], {
    cwd: copy,
  });
git("init", "--quiet");
git("add", ".");
git("commit", "--quiet", "--message=copy");
const install = ["install", "--frozen-lockfile", "--prefer-offline"];
await required("install the copy", tool("pnpm"), install, inCopy);
await build("@dhis2w/codegen");
await required(`add ${id}`, ...dhis2w("add-version", id, "--url", url));
await required("what was written is what is generated", ...dhis2w("generate", "--check"));
await build("@dhis2w/examples");
await required("its docs are what programs make", process.execPath, ["tooling/docs.mjs", "--check"], inCopy);
for (const path of [`docs/migration-${newest}-${id}.md`, `.changeset/add-${id}.md`])
  if (!existsSync(join(copy, path))) throw new Error(`${path} is missing`);
for (const example of examples())
  await required(`example ${example} on ${id}`, process.execPath, [`examples/dist/${example}.js`], inCopy);

git("add", ".");
git("commit", "--quiet", `--message=add ${id}`);
await required(
  "the next release of the packages has it",
  join(root, "node_modules/.bin/changeset"),
  ["version"],
  inCopy,
);
const versionOf = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(join(copy, `packages/${name}/package.json`), "utf8")).version;
if (versionOf(`client-${id}`) !== versionOf("runtime"))
  throw new Error(`client-${id} is not released with the rest`);
if (!readFileSync(join(copy, `packages/client-${id}/CHANGELOG.md`), "utf8").includes("Add DHIS2 2."))
  throw new Error(`The changelog of client-${id} does not say what it is`);
await required("its version is none of the generator's", ...dhis2w("generate", "--check"));
git("reset", "--quiet", "--hard");
git("clean", "--quiet", "-d", "--force");

// What CONTRIBUTING.md says of taking a release away leaves the repository as it was.
git("checkout", "--quiet", "HEAD~1", "--", "schemas-snapshots/versions.json");
for (const path of [`schemas-snapshots/${id}`, `.changeset/add-${id}.md`])
  rmSync(join(copy, path), { recursive: true });
await required(`take ${id} away`, ...dhis2w("generate"));
await required("take its guide away", process.execPath, ["tooling/docs.mjs"], inCopy);
const installAnew = ["install", "--no-frozen-lockfile", "--prefer-offline"];
await required("install what is left", tool("pnpm"), installAnew, inCopy);
git("add", ".");
const left = String(git("diff", "--stat", "HEAD~1"));
if (left !== "") throw new Error(`Taken away, ${id} has left:\n${left}`);

process.exit();

/** A server of the release, which answers what is asked for a snapshot. @param {string} snapshot */
function serverOf(snapshot) {
  madeUpRelease(join(root, "schemas-snapshots", newest), snapshot, major);
  /** @type {Record<string, string>} */
  const files = {
    "/api/system/info": "snapshot.json",
    "/api/schemas": "schemas.json",
    "/api/openapi/openapi.json": "openapi.json",
  };
  return serve({ after: () => {} }, ({ url }) => {
    const file = files[new URL(url).pathname];
    return new Response(file === undefined ? null : readFileSync(join(snapshot, file)), {
      status: file === undefined ? 404 : 200,
    });
  });
}

/** Files as they are here, but for the recordings, which no build reads. */
function tracked() {
  return execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\n")
    .filter((file) => file !== "" && !file.startsWith("recordings/") && existsSync(join(root, file)));
}

/** Builds a package of the copy and all that it needs, which type-checks them. @param {string} name */
function build(name) {
  const turbo = ["run", "build", `--filter=${name}`, "--output-logs=errors-only"];
  return required(`build ${name}`, tool("turbo"), turbo, inCopy);
}
