import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type CanonicalSnapshot, canonicalSnapshot } from "@dhis2w/model";
import { installWorkspace } from "../add-version/install.ts";
import { readInput } from "../compare/snapshot-input.ts";
import { Diagnostic } from "../diagnostic.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { GenerateStep } from "../generate.ts";
import { progressOn } from "../progress.ts";
import { sha256 } from "../server/take-snapshot.ts";
import { snapshotOf } from "./snapshot.ts";

export interface AddVersionFlags {
  readonly url?: string;
  /** Seconds that one answer of the server may take. */
  readonly timeout?: number;
  /** A folder with a snapshot, instead of a server. */
  readonly snapshot?: string;
  readonly snapshots: string;
  readonly out: string;
  readonly docs: string;
  readonly changesets: string;
  /** False leaves the OpenAPI types to a later `generate`. */
  readonly openapi?: boolean;
  /** False leaves it to its user to install the new packages. */
  readonly install?: boolean;
}

/** `dhis2w add-version`: everything that a new release of DHIS2 needs in the repository. */
export async function addVersionCommand(id: string, flags: AddVersionFlags): Promise<ExitCode> {
  if (!/^v\d+$/.test(id))
    throw new Diagnostic({
      code: "ADD_VERSION.BAD_ID",
      summary: `'${id}' is no version`,
      why: "A version is written as v and the major number of the release.",
      next: "Write v44 for DHIS2 2.44.",
    });
  const files = await filesOf(flags);
  const { addVersion } = await import("../add-version/add-version.ts");
  const progress = progressOn(process.stderr);
  const onStep = ({ number, of, title }: GenerateStep): void => progress.step(number, of, title);
  try {
    const added = addVersion({
      id,
      files,
      ...flags,
      onStep,
    });
    if (flags.openapi !== false) {
      const { generateOpenApi } = await import("../openapi/generate-openapi.ts");
      await generateOpenApi({ snapshots: flags.snapshots, out: flags.out, versions: [id], onStep });
    }
    if (flags.install !== false) {
      progress.step(1, 1, "install");
      installWorkspace(flags.out);
    }
    progress.end();
    for (const path of added.written) process.stdout.write(`${shown(path)}\n`);
    const { renderAdded } = await import("../add-version/summary.ts");
    process.stderr.write(`\n${renderAdded(added)}`);
    return exitCode.fine;
  } finally {
    progress.end();
  }
}

/** Relative where it is below the current folder. */
function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith("..") ? path : near;
}

async function filesOf({ url, timeout, snapshot }: AddVersionFlags): Promise<CanonicalSnapshot> {
  if (url !== undefined) return (await snapshotOf({ url, ...(timeout !== undefined && { timeout }) })).files;
  if (snapshot === undefined)
    throw new Diagnostic({
      code: "ADD_VERSION.NO_SOURCE",
      summary: "Nothing says where the snapshot comes from",
      why: "Neither --url nor --snapshot is given.",
      next: "Name a server with --url, or a folder with --snapshot.",
    });
  readInput(snapshot, ""); // says what is wrong with it, if anything is
  const text = (name: string): string => readFileSync(join(snapshot, name), "utf8");
  const raw = {
    systemInfo: text("snapshot.json"),
    schemas: text("schemas.json"),
    openapi: text("openapi.json"),
  };
  const files = canonicalSnapshot(raw, sha256);
  const isCanonical = files["schemas.json"] === raw.schemas && files["openapi.json"] === raw.openapi;
  return isCanonical ? { ...files, "snapshot.json": raw.systemInfo } : files;
}
