import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { serve } from "../command-line/servers.mjs";
import { versions } from "../examples.mjs";
import { tool } from "../install.mjs";
import { required, root } from "../steps.mjs";
import { madeUpRelease } from "./made-up-release.mjs";

/** The newest release that is here. */
export const newest = versions.at(-1) ?? "";
const major = Number(newest.slice(1)) + 1;
/** The one after it, that never was. */
export const id = `v${major}`;

const folder = mkdtempSync(join(tmpdir(), "dhis2w-add-version-"));
/** A copy of this repository, which goes when the process ends; `--keep` leaves it. */
export const copy = join(folder, "repository");
// What is as it is here was built here.
const cache = { TURBO_CACHE_DIR: join(root, ".turbo/cache") };
/** How steps run in the copy. */
export const inCopy = { quiet: true, cwd: copy, env: cache };
/** The same, on the release that never was. */
export const onRelease = { ...inCopy, env: { ...cache, DHIS2W_VERSION: id } };

// However it ends: a step that fails ends the process.
process.on("exit", () => {
  if (process.argv.includes("--keep")) console.error(`kept ${copy}`);
  else rmSync(folder, { recursive: true, force: true });
});

/** @param {string[]} parameters */
export const git = (...parameters) =>
  execFileSync("git", ["-c", "user.name=proof", "-c", "user.email=proof@example.org", ...parameters], {
    cwd: copy,
    encoding: "utf8",
  });

/** The command line of the copy. @param {string[]} parameters */
export const dhis2w = (...parameters) =>
  /** @type {const} */ ([process.execPath, ["codegen/dist/cli.js", ...parameters], inCopy]);

/**
 * Copies the repository as it is here and adds the release there, without a change by hand.
 * @param {(file: string) => boolean} isWanted
 */
export async function copyWithRelease(isWanted) {
  for (const file of tracked().filter(isWanted)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    copyFileSync(join(root, file), join(copy, file));
  }
  const url = await serverOf(join(folder, "snapshot"));
  // Turbo knows by git what has changed.
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message=copy");
  await required(
    "install the copy",
    tool("pnpm"),
    ["install", "--frozen-lockfile", "--prefer-offline"],
    inCopy,
  );
  await build("@dhis2w/codegen");
  const signedIn = { ...inCopy, env: { ...cache, DHIS2_PAT: "d2pat_proof" } };
  const addVersion = ["codegen/dist/cli.js", "add-version", id, "--url", url];
  await required(`add ${id}`, process.execPath, addVersion, signedIn);
  git("add", ".");
  git("commit", "--quiet", `--message=add ${id}`);
}

/** Builds a package of the copy and all that it needs, which type-checks them. @param {string} name */
export function build(name) {
  const turbo = ["run", "build", `--filter=${name}`, "--output-logs=errors-only"];
  return required(`build ${name}`, tool("turbo"), turbo, inCopy);
}

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

function tracked() {
  return execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\n")
    .filter((file) => file !== "" && existsSync(join(root, file)));
}
