import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** One recorded request and what the real server answered. */
export interface Exchange {
  /** Name of the step, unique enough to find it: `"rename by PATCH"`. */
  readonly step: string;
  /** What the step was to find out. */
  readonly why: string;
  /** The group's own set-up: to be replayed, not judged. */
  readonly setup: boolean;
  /** When the request was sent, in ms since 1970. */
  readonly startedAt: number;
  /** When the answer was there, in ms since 1970. */
  readonly answeredAt: number;
  readonly request: {
    readonly method: string;
    /** As sent, with host and query, nothing decoded. */
    readonly url: string;
    /** Path with `/api`, without host and query. */
    readonly path: string;
    readonly query: URLSearchParams;
    readonly headers: Headers;
    /** Text as sent; `undefined` without a body. */
    readonly body: string | undefined;
  };
  readonly response: { readonly status: number; readonly headers: Headers; readonly body: string };
}

interface Har {
  log: { entries: HarEntry[] };
}
interface HarEntry {
  comment?: string;
  startedDateTime: string;
  /** How long it took, in ms. */
  time?: number;
  _setup?: boolean;
  request: { method: string; url: string; headers: HarHeader[]; postData?: { text: string } };
  response: { status: number; headers: HarHeader[]; content: { text?: string; encoding?: string } };
}
interface HarHeader {
  name: string;
  value: string;
}

const folder = fileURLToPath(new URL("../../../recordings/", import.meta.url));

/** Releases that were recorded, oldest first: `v41`, …; `directory` is another folder of the same layout. */
export function recordedVersions(directory: string = folder): string[] {
  return readdirSync(directory)
    .filter((name) => /^v\d+$/.test(name))
    .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}

/** Groups that were recorded for a release, in order: `01-system`, …; `directory` is another folder of the same layout. */
export function recordedGroups(version: string, directory: string = folder): string[] {
  return readdirSync(`${directory}/${version}`)
    .filter((name) => name.endsWith(".har"))
    .map((name) => name.slice(0, -4))
    .sort();
}

/** A file that is no recording; the message names it. Like errors of the file system it has a `code`. */
export class RecordingError extends Error {
  readonly code = "RECORDING";
}

/**
 * The exchanges of one group with one release, in the order in which they happened.
 *
 * @throws RecordingError where the file cannot be read or is no HAR.
 */
export function readRecording(version: string, group: string, directory: string = folder): Exchange[] {
  const file = join(directory, version, `${group}.har`);
  try {
    const har = JSON.parse(readFileSync(file, "utf8")) as Partial<Har>;
    if (!Array.isArray(har.log?.entries)) throw new Error("has no log.entries");
    return har.log.entries.map(exchangeOf);
  } catch (cause) {
    throw new RecordingError(`${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function exchangeOf(entry: HarEntry, index: number): Exchange {
  try {
    const [step = "", why = ""] = (entry.comment ?? "").split(" — ");
    const url = new URL(entry.request.url);
    const { text = "", encoding } = entry.response.content;
    return {
      step,
      why,
      setup: entry._setup === true,
      startedAt: Date.parse(entry.startedDateTime),
      answeredAt: Date.parse(entry.startedDateTime) + (entry.time ?? 0),
      request: {
        method: entry.request.method,
        url: entry.request.url,
        path: decodeURIComponent(url.pathname),
        query: url.searchParams,
        headers: headersOf(entry.request.headers),
        body: entry.request.postData?.text,
      },
      response: {
        status: entry.response.status,
        headers: headersOf(entry.response.headers),
        body: encoding === "base64" ? Buffer.from(text, "base64").toString("utf8") : text,
      },
    };
  } catch (cause) {
    throw new Error(`entry ${index} is no exchange: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}

/** The one exchange of that name; throws where a group has none or several. */
export function exchangeNamed(exchanges: readonly Exchange[], step: string): Exchange {
  const found = exchanges.filter((exchange) => exchange.step === step);
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${found.length} exchanges are named '${step}'`);
  return only;
}

function headersOf(list: readonly HarHeader[]): Headers {
  const headers = new Headers();
  for (const { name, value } of list) headers.append(name, value);
  return headers;
}
