import type { FindingPath } from "@dhis2w/runtime";

/** What stands at a path; of a list each item, for servers keep no order. */
export function valuesAt(value: unknown, path: FindingPath): readonly unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, rest));
  return valuesAt(Object(value)[step], rest);
}

/** Whether what was read has all of what was sent; an empty list or object proves nothing. */
export function shows(read: unknown, sent: unknown): boolean {
  if (Array.isArray(sent))
    return (
      sent.length > 0 && Array.isArray(read) && sent.every((item) => read.some((one) => shows(one, item)))
    );
  if (typeof sent !== "object" || sent === null) return read === sent;
  const entries = Object.entries(sent);
  return entries.length > 0 && entries.every(([key, part]) => shows(Object(read)[key], part));
}
