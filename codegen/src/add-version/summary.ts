import { compareText, type ServerModel } from "@dhis2w/model";
import { isAtLeast } from "../report/report.ts";
import { summaryOf } from "../report/text.ts";
import type { AddedVersion } from "./add-version.ts";

/** Changes that are named one by one; the guide has them all. */
const mostNamed = 10;

/** What was added, what in it wants a look, and what is to be done next, for the person at the terminal. */
export function renderAdded({ server, packages, changeset, since }: AddedVersion): string {
  const { id, release } = server.source;
  const paragraphs = [
    [`Added DHIS2 ${release} as ${id}: ${packages.join(" and ")}.`],
    ...(since === undefined ? [] : [differences(since), corrections(since.server, server)]),
    assumptions(server),
    [
      "Next:",
      "  1. npm test; it needs no other change.",
      since === undefined
        ? "  2. Read docs/versions.md."
        : `  2. Read ${since.guide}, and put what users must know into ${changeset}.`,
      `  3. Commit all of it together. What the release does is confirmed by recordings of it, which come later.`,
      "     CONTRIBUTING.md says how they are taken, and how a release is taken away again.",
    ],
  ];
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function differences({ report, server }: NonNullable<AddedVersion["since"]>): string[] {
  const matter = report.changes.filter(({ level }) => isAtLeast(level, "risky"));
  const more = matter.length - mostNamed;
  return [
    `Since ${server.source.id}: ${summaryOf(report)}`,
    ...matter.slice(0, mostNamed).map(({ subject, title, renamedTo }) => {
      const now = renamedTo === undefined ? "" : `; it may be called ${renamedTo} now`;
      return `  ${subject.label} ${title}${now}`;
    }),
    ...(more > 0 ? [`  and ${more} more in the guide`] : []),
  ];
}

/** A correction that no longer applies is either no longer needed, or no longer finds what it is about. */
function corrections(before: ServerModel, after: ServerModel): string[] {
  const only = (one: ServerModel, other: ServerModel): string[] =>
    one.report.corrections
      .filter(
        (row) =>
          !other.report.corrections.some(({ id, subject }) => id === row.id && subject === row.subject),
      )
      .map(({ id, subject }) => `  ${id} ${subject}`);
  const gone = only(before, after);
  const come = only(after, before);
  return [
    `${after.report.corrections.length} corrections apply.`,
    ...(gone.length === 0
      ? []
      : [`Not any more; look whether the server was mended, and say so in BUGS.md:`, ...gone]),
    ...(come.length === 0 ? [] : [`Again, or for the first time:`, ...come]),
  ];
}

function assumptions({ quirks }: ServerModel): string[] {
  const assumed = quirks.filter(({ assumedFrom }) => assumedFrom !== undefined);
  if (assumed.length === 0) return [];
  const from = [...new Set(assumed.flatMap(({ assumedFrom }) => assumedFrom ?? []))].sort(compareText);
  const ids = [...new Set(assumed.map(({ id }) => id))].sort(compareText);
  return [
    `${assumed.length} of ${quirks.length} behaviours are assumed to be as in ${from.join(", ")}, until recordings show them:`,
    ...inLines(ids),
  ];
}

/** Words in lines of twelve. */
function inLines(words: readonly string[]): string[] {
  return words.length === 0 ? [] : [`  ${words.slice(0, 12).join(" ")}`, ...inLines(words.slice(12))];
}
