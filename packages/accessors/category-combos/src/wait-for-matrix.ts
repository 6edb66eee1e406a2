import {
  type CallOptions,
  type Connection,
  Dhis2Error,
  Dhis2TimeoutError,
  isDhis2Error,
  waitUnlessAborted,
} from "@dhis2w/runtime";
import type { WaitOptions } from "./category-combo.ts";
import { describeMatrix } from "./errors.ts";
import { isProduct } from "./matrix.ts";
import { readMatrix } from "./stored-matrix.ts";

/**
 * Waits until the stored option combos of a combo are the product of its categories' options, asking the server once to
 * make them so, and gives their number.
 */
export async function waitForMatrix(
  connection: Connection,
  uid: string,
  options: WaitOptions,
): Promise<number> {
  const { expectedCount, timeout = 60_000, pollInterval = 1_000, signal } = options;
  const { clock } = connection;
  const start = clock.now();
  let refusal: unknown;
  for (let look = 0; ; look++) {
    const matrix = await readMatrix(connection, uid, { signal });
    if (expectedCount !== undefined && matrix.expected !== expectedCount)
      throw new Dhis2Error(
        "MATRIX.UNEXPECTED_COUNT",
        `The categories of ${uid} make ${matrix.expected} option combos, not ${expectedCount}`,
        { expected: matrix.expected, expectedCount },
      );
    if (isProduct(matrix)) return matrix.expected;
    if (look === 0) {
      refusal = await regenerate(connection, uid, { timeout: timeout === 0 ? undefined : timeout, signal });
      continue;
    }
    const waited = clock.now() - start;
    const message = `${describeMatrix(uid, matrix)}, after ${waited} ms`;
    // A second look a while after a refusal: another regeneration may have been under way.
    if (look > 1 && isDhis2Error(refusal, "HTTP.CONFLICT"))
      throw new Dhis2Error("MATRIX.BLOCKED", `${message}: ${refusal.message}`, { ...matrix, cause: refusal });
    if (waited >= timeout)
      throw new Dhis2TimeoutError(message, { ...matrix, timeout, waited, cause: refusal }, "MATRIX.TIMEOUT");
    const pause = clock.sleep(Math.max(Math.min(pollInterval, timeout - waited), 1), signal);
    await waitUnlessAborted(pause, signal, "The wait for the option combos was aborted");
  }
}

/** Asks the server to make the option combos of one combo; gives the error of an answer that leaves room for hope. */
async function regenerate(connection: Connection, uid: string, call: CallOptions): Promise<unknown> {
  try {
    await connection.request("POST", `/api/maintenance/categoryOptionComboUpdate/categoryCombo/${uid}`, call);
    return undefined;
  } catch (error) {
    // After a timeout, here or in a proxy, the server still works on it; what is stored says how it went.
    const hopeful = ["HTTP.CONFLICT", "HTTP.BAD_GATEWAY", "HTTP.GATEWAY_TIMEOUT", "TIMEOUT.EXPIRED"];
    if (hopeful.some((code) => isDhis2Error(error, code))) return error;
    throw error;
  }
}
