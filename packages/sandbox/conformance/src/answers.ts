import type { Exchange } from "@dhis2w/recordings";
import type { Comparison } from "./compare.ts";
import type { Difference, Tally } from "./difference.ts";
import { addTally, emptyTally } from "./difference.ts";

/** What the sandbox answered to one request. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * Headers that a client acts upon. Not compared: `Content-Security-Policy`, `Cache-Control`, `Expires`, `Vary`
 * and `Pragma`, which speak to browsers and proxies, and the date of an answer.
 */
const headers = [
  "Location",
  "WWW-Authenticate",
  "Allow",
  "Content-Disposition",
  "Access-Control-Allow-Origin",
  "Access-Control-Allow-Credentials",
] as const;

/** Compares one answer with the recorded one: status, the headers that matter, body. */
export function compareAnswers(
  comparison: Comparison,
  request: Exchange["request"],
  recorded: Exchange["response"],
  sandbox: Answer,
): { differences: Difference[]; tally: Tally } {
  // Nothing is learned from an answer of another kind, and its body says nothing new.
  if (recorded.status !== sandbox.status) {
    const difference: Difference = {
      pointer: "status",
      what: "value",
      recorded: `${recorded.status} ${recorded.body.slice(0, 400)}`,
      sandbox: `${sandbox.status} ${sandbox.body.slice(0, 400)}`,
    };
    return { differences: [difference], tally: emptyTally() };
  }
  const differences: Difference[] = [];
  const tally = emptyTally();
  const compare = (pointer: string, one: unknown, other: unknown) => {
    const result = comparison.json(one, other, { path: request.path, pointer });
    differences.push(...result.differences);
    addTally(tally, result.tally);
  };
  for (const name of headers)
    compareHeader(name, headerValue(name, recorded.headers), headerValue(name, sandbox.headers));
  if (recorded.body !== "" || sandbox.body !== "")
    compareHeader("Content-Type", mediaType(recorded.headers), mediaType(sandbox.headers));
  const sessions = [session(recorded.headers), session(sandbox.headers)] as const;
  if (sessions[0] && sessions[1]) comparison.identities.match(sessions[0], sessions[1]);
  // Any other request may start a session too; whether it does is the container's affair.
  else if (request.method === "POST" && !request.headers.has("Authorization") && recorded.status < 300)
    compareHeader("Set-Cookie", ...sessions);
  const bodies = [recorded, sandbox].map(bodyOf);
  compare(typeof bodies[0] === "string" || typeof bodies[1] === "string" ? "body" : "", bodies[0], bodies[1]);
  return { differences, tally };

  function compareHeader(name: string, one: string | null, other: string | null): void {
    if (one !== null || other !== null) compare(`header/${name}`, one, other);
  }
}

/** `Allow` lists a set of methods. */
function headerValue(name: string, all: Headers): string | null {
  const value = all.get(name);
  return name === "Allow"
    ? (value
        ?.split(/\s*,\s*/)
        .sort()
        .join(",") ?? null)
    : value;
}

function mediaType(all: Headers): string | null {
  return all.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? null;
}

/** The session that an answer starts. */
function session(all: Headers): string | null {
  const found = all.getSetCookie().find((cookie) => cookie.startsWith("JSESSIONID="));
  return found === undefined ? null : (found.slice("JSESSIONID=".length).split(";")[0] ?? null);
}

/** JSON as a value, HTML as its kind (its text is the container's), anything else as text. */
function bodyOf({ headers: all, body }: Answer): unknown {
  const type = mediaType(all) ?? "";
  if (type === "text/html") return "<html>";
  if (!type.endsWith("json") || body === "") return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
