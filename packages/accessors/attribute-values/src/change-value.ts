import type { CallOptions, Connection } from "@dhis2w/runtime";
import { lostValueError } from "./errors.ts";
import { readValues, writeValues } from "./object-values.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { findValue, withValue } from "./stored-value.ts";

/** How often a write that another process undid is merged again before it counts as lost. */
const attempts = 5;

/**
 * Gives the attribute of one object another value, or takes it away (`undefined`), and says what it was before.
 *
 * Releases share only the replacement of all values by one PATCH (BUG-101), and none compares before it swaps (BUG-122).
 * So the calls of this process stand in a queue for each object; the values are read just before the write and read
 * again after it, and where another process has put back what was before, the change is merged into what it wrote.
 */
export function changeValue(
  connection: Connection,
  path: string,
  attributeUid: string,
  value: string | undefined,
  call: CallOptions,
): Promise<string | undefined> {
  return oneAtATime(`${connection.baseUrl}${path}`, call.signal, async () => {
    let values = await readValues(connection, path, call);
    const before = findValue(values, attributeUid);
    for (let attempt = 0; findValue(values, attributeUid) !== value; attempt++) {
      if (attempt === attempts) throw lostValueError(path, attributeUid);
      await writeValues(connection, path, values, withValue(values, attributeUid, value), call);
      values = await readValues(connection, path, call);
      if (isAnotherChange(findValue(values, attributeUid), before, value)) break;
    }
    return before;
  });
}

/** A third value is no loss: somebody set it after us. */
const isAnotherChange = (
  now: string | undefined,
  before: string | undefined,
  wanted: string | undefined,
): boolean => now !== undefined && now !== before && now !== wanted;
