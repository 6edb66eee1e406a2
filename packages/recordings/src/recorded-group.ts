import { type Exchange, exchangeNamed, readRecording, recordedVersions } from "./exchange.ts";
import { type PlainRequest, plainRequest } from "./scripted-fetch.ts";

/** One group with one release, its exchanges by the names of their steps; a name that it does not have is an error. */
export interface RecordedGroup {
  readonly exchanges: readonly Exchange[];
  readonly step: (name: string) => Exchange;
  /** What was asked in a step, in plain values. */
  readonly request: (name: string) => PlainRequest;
  /** What the server answered there. */
  readonly answer: (name: string) => Exchange["response"];
}

/** Reads one group with one release. */
export function recordedGroup(version: string, group: string): RecordedGroup {
  const exchanges = readRecording(version, group);
  const step = (name: string): Exchange => exchangeNamed(exchanges, name);
  return {
    exchanges,
    step,
    request: (name) => plainRequest(step(name).request),
    answer: (name) => step(name).response,
  };
}

/** Those rows of a table by release, `{ v42: … }`, whose release was recorded: what `describe.each` takes. */
export function recordedReleases<Row>(table: Readonly<Record<string, Row>>): [version: string, row: Row][] {
  const recorded = recordedVersions();
  return Object.entries(table).filter(([version]) => recorded.includes(version));
}
