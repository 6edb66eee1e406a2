import { waitUnlessAborted } from "@dhis2w/runtime";

/** The end of the queue of each key; a key goes with its last task, so that nothing is kept. */
const queues = new Map<string, Promise<void>>();

/**
 * Runs the tasks of one key one after the other, in the order in which they came, whichever client of this process they
 * come from. A task whose signal aborts while it waits is left out.
 */
export async function oneAtATime<Result>(
  key: string,
  signal: AbortSignal | undefined,
  task: () => Promise<Result>,
): Promise<Result> {
  const before = queues.get(key) ?? Promise.resolve();
  const turn = waitUnlessAborted(before, signal, "Aborted behind other writes to the object");
  const result = turn.then(task);
  // The next one waits for everything before it, also where this one gave up waiting.
  const end = Promise.allSettled([before, result]).then(() => {
    if (queues.get(key) === end) queues.delete(key);
  });
  queues.set(key, end);
  return result;
}

/** How many keys have a task running or waiting. */
export const busyKeys = (): number => queues.size;
