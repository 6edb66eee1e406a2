import type { RetryOptions } from "../client-options.ts";
import type { Clock, HttpMethod } from "../connection.ts";
import type { Deadline } from "./deadline.ts";

/** A retry policy with nothing left open. */
export interface RetryPolicy extends Required<RetryOptions> {
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
}

const safeMethods: readonly string[] = ["GET", "HEAD", "OPTIONS"] satisfies HttpMethod[];
const passingStatuses: readonly number[] = [429, 502, 503, 504];

/** Longest delay that doubling leads to, in milliseconds; a server's own Retry-After may ask for more. */
const longestBackoff = 30_000;

/**
 * Sends a request and repeats it after network errors and passing statuses: safe methods only, or where
 * `retryWrite` asks for it. Waits as Retry-After says, and gives up when the wait would pass the deadline.
 */
export async function sendWithRetry(
  request: Request,
  send: (request: Request) => Promise<Response>,
  deadline: Deadline,
  { limit, delay, clock, random }: RetryPolicy,
  retryWrite: boolean,
): Promise<Response> {
  const most = retryWrite || safeMethods.includes(request.method) ? limit : 0;
  for (let attempt = 0; ; attempt++) {
    const last = attempt >= most;
    let wait = Math.min(delay * 2 ** attempt, longestBackoff) * (0.5 + random() / 2);
    try {
      // A body can be read once only: what may be sent again is sent as a copy.
      const response = await send(last ? request : request.clone());
      wait = retryAfter(response.headers.get("Retry-After"), clock) ?? wait;
      if (last || !passingStatuses.includes(response.status) || wait > deadline.remaining()) return response;
    } catch (error) {
      if (last || deadline.signal.aborted || wait > deadline.remaining()) throw error;
    }
    await clock.sleep(wait, deadline.signal);
  }
}

/** Seconds or a date, as milliseconds from now. */
function retryAfter(header: string | null, clock: Clock): number | undefined {
  if (header === null || header.trim() === "") return undefined;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - clock.now() : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
