import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Diagnostic } from "../diagnostic.ts";

/**
 * Lets the workspace around a folder and its lock file know packages that are new there; does nothing where there is
 * no workspace of pnpm.
 *
 * @throws Diagnostic with `ADD_VERSION.NOT_INSTALLED`
 */
export function installWorkspace(folder: string): void {
  const root = workspaceAround(resolve(folder));
  if (root === undefined) return;
  const own = join(root, "node_modules/.bin/pnpm");
  const { status, error, stdout } = spawnSync(
    existsSync(own) ? own : "pnpm",
    ["install", "--no-frozen-lockfile", "--prefer-offline"],
    { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );
  if (status === 0) return;
  throw new Diagnostic({
    code: "ADD_VERSION.NOT_INSTALLED",
    summary: "The packages are written, but the workspace does not know them yet",
    why: error?.message ?? (stdout.trim().split("\n").at(-1) || "pnpm could not install them."),
    next: "Run pnpm install, then npm test.",
  });
}

function workspaceAround(folder: string): string | undefined {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return folder;
  return dirname(folder) === folder ? undefined : workspaceAround(dirname(folder));
}
