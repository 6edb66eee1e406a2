// A release that never was is added to a copy of this repository, and works there without a change by hand:
// everything is generated, installs, builds, and the examples run on it; then it is taken away again. `--keep` leaves
// the copy. `whole.mjs` runs the whole of `npm test` there.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { examples } from "../examples.mjs";
import { tool } from "../install.mjs";
import { required } from "../steps.mjs";
import { build, copy, copyWithRelease, dhis2w, git, id, inCopy, newest, onRelease } from "./copy.mjs";

// No build reads recordings.
await copyWithRelease((file) => !file.startsWith("recordings/"));
await required("what was written is what is generated", ...dhis2w("generate", "--check"));
await build("@dhis2w/examples");
await required("its docs are what programs make", process.execPath, ["tooling/docs.mjs", "--check"], inCopy);
for (const path of [`docs/migration-${newest}-${id}.md`, `.changeset/add-${id}.md`])
  if (!existsSync(join(copy, path))) throw new Error(`${path} is missing`);
for (const example of examples())
  await required(`example ${example} on ${id}`, process.execPath, [`examples/dist/${example}.js`], onRelease);

await required("the next release of the packages has it", tool("changeset"), ["version"], inCopy);
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
const install = ["install", "--no-frozen-lockfile", "--prefer-offline"];
await required("install what is left", tool("pnpm"), install, inCopy);
git("add", ".");
const left = git("diff", "--stat", "HEAD~1");
if (left !== "") throw new Error(`Taken away, ${id} has left:\n${left}`);

process.exit();
