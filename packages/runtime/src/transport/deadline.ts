import type { CallOptions, Clock } from "../connection.ts";

/** The end of one call: its timeout and the caller's signal, over all attempts. */
export interface Deadline {
  /** Aborts at the timeout or when the caller aborts. */
  readonly signal: AbortSignal;
  /** Milliseconds allowed for the whole call. */
  readonly timeout: number;
  /** Whether the timeout came, rather than the caller's abort. */
  expired(): boolean;
  /** Milliseconds left. */
  remaining(): number;
  /** Stops the timer. */
  close(): void;
}

/** The longest delay that timers can do; longer means none. */
const longestDelay = 2_147_483_647;

/** Starts the time of a call. */
export function startDeadline(clock: Clock, timeout: number, signal: AbortSignal | undefined): Deadline {
  const end = clock.now() + timeout;
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort);
  // A real timer, not the clock's sleep: a clock that jumps would end every call at once.
  let expired = false;
  const expire = () => {
    expired = !controller.signal.aborted;
    controller.abort();
  };
  const timer = timeout > longestDelay ? undefined : setTimeout(expire, timeout);
  return {
    signal: controller.signal,
    timeout,
    expired: () => expired,
    remaining: () => end - clock.now(),
    close: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    },
  };
}

/** @throws RangeError when a call's timeout is not above zero. */
export function timeoutOf(options: CallOptions, standard: number): number {
  const { timeout = standard } = options;
  if (!(timeout > 0)) throw new RangeError(`timeout must be above zero, not ${timeout}`);
  return timeout;
}
