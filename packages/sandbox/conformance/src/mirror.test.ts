import { readRecording, recordedGroups, recordedVersions } from "@dhis2w/recordings";
import { describe, expect, it } from "vitest";
import { isCertain, replaceIdentifiers } from "./kinds.ts";
import { replay } from "./replay.ts";

/** A server that answers what was recorded, but makes identifiers of its own. */
function mirror(
  version: string,
  group: string,
  change: (body: string, index: number) => string = (body) => body,
) {
  const exchanges = readRecording(version, group);
  const chosen = new Set<string>();
  const own = new Map<string, string>();
  const rename = (text: string) =>
    replaceIdentifiers(text, (recorded) => {
      if (chosen.has(recorded)) return recorded;
      if (!isCertain(recorded)) return recorded;
      const made =
        own.get(recorded) ?? `${recorded.slice(0, -2)}${recorded.slice(-1)}${recorded.slice(-2, -1)}`;
      own.set(recorded, made);
      return made;
    });
  const asked: Request[] = [];
  const fetch = (request: Request): Response => {
    const exchange = exchanges[asked.length];
    if (exchange === undefined) throw new Error("asked more often than recorded");
    asked.push(request);
    for (const text of [
      exchange.request.url,
      exchange.request.body ?? "",
      ...exchange.request.headers.values(),
    ])
      replaceIdentifiers(text, (recorded) => {
        if (!own.has(recorded)) chosen.add(recorded);
        return recorded;
      });
    const { status, headers, body } = exchange.response;
    const renamed = new Headers();
    for (const [name, value] of headers) renamed.append(name, rename(value));
    const text = change(rename(body), asked.length - 1);
    return new Response(text === "" ? null : text, { status, headers: renamed });
  };
  return { exchanges, asked, start: () => ({ fetch }) };
}

describe.each(recordedVersions())("recordings of %s", (version) => {
  it.each(recordedGroups(version))(
    "%s: a server that differs in its identifiers only is equal",
    async (group) => {
      const { exchanges, start } = mirror(version, group);
      const outcomes = await replay(exchanges, start);
      expect(
        outcomes
          .filter(({ verdict }) => verdict !== "equal")
          .map(({ step, differences }) => ({ step, differences })),
      ).toEqual([]);
      expect(outcomes.length).toBe(exchanges.filter(({ setup }) => !setup).length);
    },
  );
});
