import { createHash } from "node:crypto";
import { type CanonicalSnapshot, canonicalSnapshot, readSnapshot, UnexplainedError } from "@dhis2w/model";
import { Diagnostic } from "../diagnostic.ts";
import type { GenerateStep } from "../generate.ts";
import { snapshotProblem } from "../snapshot-problem.ts";
import { readDocument, type ServerOptions } from "./server.ts";

/** The oldest release whose documents the model can read. */
const oldestRelease = 41;

/** A server's snapshot, not yet on disk. */
export interface TakenSnapshot {
  /** `v42` */
  readonly id: string;
  /** `2.42.5.2` */
  readonly release: string;
  readonly files: CanonicalSnapshot;
  /** What it says that no rule and no correction explains, with file and JSON pointer. */
  readonly unexplained: readonly string[];
}

/**
 * Asks a server for all that a snapshot needs and reads it once, so that what is stored can be read.
 *
 * @throws Diagnostic with `SERVER.…` or `SNAPSHOT.UNREADABLE`
 */
export async function takeSnapshot(
  options: ServerOptions & { readonly onStep?: (step: GenerateStep) => void },
): Promise<TakenSnapshot> {
  const step = (number: number, title: string): void => options.onStep?.({ number, of: 4, title });
  const read = (number: number, path: string): Promise<string> => {
    step(number, `read ${path}`);
    const onRetry: ServerOptions["onRetry"] = (seconds, { why }) =>
      step(number, `read ${path}, again in ${seconds} s: ${why}`);
    return readDocument({ ...options, onRetry }, path);
  };
  const systemInfo = await read(1, "/api/system/info");
  const source = supportedRelease(systemInfo);
  const schemas = await read(2, "/api/schemas");
  const openapi = await read(3, "/api/openapi/openapi.json");
  step(4, "check and sort");
  try {
    const files = canonicalSnapshot({ systemInfo, schemas, openapi }, sha256);
    return { ...source, files, unexplained: unexplainedIn(files) };
  } catch (cause) {
    throw snapshotProblem(
      cause,
      "What the server sent is no snapshot that can be used",
      "Try again; look at proxies that change answers.",
    );
  }
}

/** What a correction has to explain: stored all the same, for whoever writes corrections looks at it. */
function unexplainedIn(files: CanonicalSnapshot): string[] {
  try {
    readSnapshot({
      snapshot: files["snapshot.json"],
      schemas: files["schemas.json"],
      openapi: files["openapi.json"],
    });
    return [];
  } catch (cause) {
    if (cause instanceof UnexplainedError) return cause.places.map(({ message }) => message);
    throw cause;
  }
}

function supportedRelease(systemInfo: string): { readonly id: string; readonly release: string } {
  const { version }: { version?: unknown } = Object(JSON.parse(systemInfo));
  const [, major] = /^2\.(\d+)/.exec(typeof version === "string" ? version : "") ?? [];
  if (major !== undefined && Number(major) >= oldestRelease)
    return { id: `v${major}`, release: String(version) };
  throw new Diagnostic({
    code: "SERVER.UNSUPPORTED",
    summary:
      major === undefined
        ? "The server does not say its version"
        : `The server is a DHIS2 ${String(version)}`,
    why: `Snapshots are taken of DHIS2 2.${oldestRelease} and newer.`,
    next:
      major === undefined ? "Check that the address is that of a DHIS2 server." : "Upgrade the server first.",
  });
}

/** Hex digest of a text. */
export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
