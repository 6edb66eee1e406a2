import { readRecording, recordedVersions } from "@dhis2w/recordings";
import { describe, expect, it } from "vitest";
import { replay } from "./replay.ts";

/** Steps whose answer was changed and passed for equal all the same. */
async function missed(version: string, group: string, change: (body: unknown) => unknown): Promise<string[]> {
  const exchanges = readRecording(version, group).filter(
    ({ setup, response }) => !setup && isObject(parsed(response.body)),
  );
  const changed = exchanges.map(({ response }) => JSON.stringify(change(parsed(response.body))));
  let asked = 0;
  const fetch = (): Response => {
    const { status, headers } = exchanges[asked]?.response ?? { status: 500, headers: new Headers() };
    return new Response(changed[asked++], { status, headers });
  };
  const outcomes = await replay(exchanges, () => ({ fetch }));
  const isChanged = (index: number) =>
    changed[index] !== JSON.stringify(parsed(exchanges[index]?.response.body ?? ""));
  return outcomes
    .filter(({ verdict, index }) => verdict === "equal" && isChanged(index))
    .map(({ step }) => step);
}

/** Changes that no kind covers. */
const changes: [name: string, change: (value: unknown) => unknown][] = [
  ["the last key is gone", (value) => atLastObject(value, (entries) => entries.slice(0, -1))],
  ["a key more", (value) => atLastObject(value, (entries) => [...entries, ["unheardOf", 1]])],
  [
    "texts end otherwise",
    (value) => eachScalar(value, (scalar) => (typeof scalar === "string" ? `${scalar} x` : scalar)),
  ],
  [
    "numbers are one more",
    (value) =>
      eachScalar(value, (scalar) => (typeof scalar === "number" && scalar < 1e12 ? scalar + 1 : scalar)),
  ],
  [
    "what was true is false",
    (value) => eachScalar(value, (scalar) => (typeof scalar === "boolean" ? !scalar : scalar)),
  ],
];

describe.each(recordedVersions())("a changed answer of %s is never equal", (version) => {
  it.each(changes)("%s", async (_name, change) => {
    for (const group of ["04-category-model", "07-crud", "14-sharing"])
      expect(await missed(version, group, change)).toEqual([]);
  });
});

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function eachScalar(value: unknown, change: (scalar: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => eachScalar(item, change));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, eachScalar(item, change)]));
  return change(value);
}

function atLastObject(
  value: unknown,
  change: (entries: [string, unknown][]) => [string, unknown][],
): unknown {
  if (Array.isArray(value))
    return [...value.slice(0, -1), ...value.slice(-1).map((item) => atLastObject(item, change))];
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const last = entries.at(-1);
  const nested = last === undefined ? undefined : atLastObject(last[1], change);
  if (last !== undefined && JSON.stringify(nested) !== JSON.stringify(last[1]))
    return Object.fromEntries([...entries.slice(0, -1), [last[0], nested]]);
  return Object.fromEntries(change(entries));
}
