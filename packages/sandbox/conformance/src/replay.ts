import type { Exchange } from "@dhis2w/recordings";
import type { Answer } from "./answers.ts";
import { compareAnswers } from "./answers.ts";
import { Comparison } from "./compare.ts";
import type { Difference, Tally } from "./difference.ts";
import { emptyTally } from "./difference.ts";
import { Identities } from "./identities.ts";

/** A server that can be asked. */
export interface Server {
  fetch(request: Request): Response | Promise<Response>;
}

/** How the sandbox did with one judged exchange. */
export interface Outcome {
  readonly step: string;
  readonly index: number;
  readonly request: string;
  readonly verdict: "equal" | "different" | "unsupported";
  readonly differences: readonly Difference[];
  readonly tally: Tally;
}

/**
 * Replays a group against a fresh server. `start` gets the clock that the server is to go by: it shows the time
 * at which the answer being replayed was given.
 */
export async function replay(
  exchanges: readonly Exchange[],
  start: (clock: () => number) => Server | Promise<Server>,
  version = "",
): Promise<Outcome[]> {
  let now = exchanges[0]?.startedAt ?? 0;
  const identities = new Identities();
  const comparison = new Comparison(identities, now, version);
  const server = await start(() => now);
  const outcomes: Outcome[] = [];
  for (const [index, exchange] of exchanges.entries()) {
    now = exchange.answeredAt;
    const { differences, tally, unsupported } = await judge(exchange, server, identities, comparison);
    if (exchange.setup) continue;
    const verdict = unsupported ? "unsupported" : differences.length === 0 ? "equal" : "different";
    const request = `${exchange.request.method} ${exchange.request.url.replace(/^https?:\/\/[^/]+/, "")}`;
    outcomes.push({ step: exchange.step, index, request, verdict, differences, tally });
  }
  return outcomes;
}

async function judge(exchange: Exchange, server: Server, identities: Identities, comparison: Comparison) {
  let answer: Answer;
  try {
    const response = await server.fetch(requestOf(exchange.request, identities));
    answer = { status: response.status, headers: response.headers, body: await response.text() };
  } catch (error) {
    const thrown: Difference = {
      pointer: "",
      what: "thrown",
      sandbox: error instanceof Error ? error.stack : error,
    };
    return { differences: [thrown], tally: emptyTally(), unsupported: false };
  }
  const unsupported = answer.status === 501 && exchange.response.status !== 501;
  return { ...compareAnswers(comparison, exchange.request, exchange.response, answer), unsupported };
}

/** The recorded request as this server must be asked: real credentials, this server's identifiers. */
export function requestOf(request: Exchange["request"], identities: Identities): Request {
  const headers = new Headers();
  for (const [name, value] of request.headers)
    headers.set(name, identities.translate(credentials(name, value)));
  const body = request.method === "GET" || request.method === "HEAD" ? undefined : request.body;
  return new Request(identities.translate(request.url), {
    method: request.method,
    headers,
    redirect: "manual",
    ...(body !== undefined && { body: identities.translate(body) }),
  });
}

/** `Basic <name:password>` stands for the header of that name and password; any other is meant as it is. */
function credentials(name: string, value: string): string {
  const caller = name === "authorization" ? /^Basic <(.*)>$/s.exec(value)?.[1] : undefined;
  return caller === undefined ? value : `Basic ${Buffer.from(caller, "utf8").toString("base64")}`;
}
