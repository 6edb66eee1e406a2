import { Dhis2AbortError } from "./errors/classes.ts";

/** Settles like the work; rejects with the signal's reason as soon as it aborts, even if the work goes on. */
export function unlessAborted<Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/**
 * The same for a wait between requests.
 *
 * @throws Dhis2AbortError `ABORT.ABORTED` with that message.
 */
export async function waitUnlessAborted<Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
  message: string,
): Promise<Result> {
  try {
    return await unlessAborted(work, signal);
  } catch (reason) {
    if (signal?.aborted !== true) throw reason;
    throw new Dhis2AbortError(message, { reason, cause: reason });
  }
}
