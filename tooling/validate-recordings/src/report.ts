import { type Outcome, unexplained } from "./check.ts";
import type { Refusals } from "./refusals.ts";
import type { WrongVersion } from "./wrong-version.ts";

/** Share of mutants that must be caught. */
const leastCaught = 0.95;

/** What is wrong with an outcome; empty where all is well. */
export function problemsOf(outcome: Outcome): readonly string[] {
  const { made, caught } = totals(outcome);
  return [
    ...outcome.falseRejections.map((line) => `${outcome.id} false rejection: ${line}`),
    ...(caught < leastCaught * made ? [`${outcome.id} ${caught} of ${made} mutants were caught`] : []),
    ...(outcome.survivors.get(unexplained) ?? []).map((line) => `${outcome.id} uncaught mutant: ${line}`),
  ];
}

/** What is wrong with a check of the wrong version. */
export const problemsOfWrongVersion = ({ title, unexplained: found }: WrongVersion): readonly string[] =>
  found.map((line) => `${title}: not a difference of the two releases: ${line}`);

/** An outcome as lines of text: first the sums, then whatever was refused, passed or is unknown, with its reason. */
export function describeOutcome(outcome: Outcome): readonly string[] {
  const { id, whole, selected, created, resources, falseRejections, refused, survivors, drift } = outcome;
  const { made, caught } = totals(outcome);
  return [
    `${id}  ${whole + selected + created} objects of ${resources} resources: ${whole} read whole, ${selected} by a selection, ${created} created`,
    `  rejected falsely       ${falseRejections.length}`,
    ...falseRejections.map((line) => `    ${line}`),
    `  refused on purpose     ${sumOf(refused)}`,
    ...groups(refused),
    `  mutants                ${caught} of ${made} caught${made === 0 ? "" : ` (${((100 * caught) / made).toFixed(2)} %)`}`,
    ...[...outcome.mutants].map(([kind, count]) => `    ${kind.padEnd(20)} ${count.caught} of ${count.made}`),
    `  mutants not caught     ${sumOf(survivors)}`,
    ...groups(survivors),
    `  unknown to the schemas ${drift.length}`,
    ...drift.map((line) => `    ${line}`),
    ...(outcome.withoutSchema.length === 0
      ? []
      : [`  without a schema       ${outcome.withoutSchema.join(", ")}`]),
  ];
}

/** What servers refused as lines of text: how much of it the create schemas tell beforehand, and what they do not. */
export const describeRefusals = ({ told, untold, explained }: Refusals): readonly string[] => [
  `  refused by the server   ${told + untold.length + sumOf(explained)}, of which ${told} are told beforehand`,
  ...untold.map((line) => `    ? ${line}`),
  ...groups(explained),
];

/** A check of the wrong version as lines of text. */
export function describeWrongVersion({
  title,
  objects,
  known,
  unexplained: found,
}: WrongVersion): readonly string[] {
  return [
    `${title}: ${objects} objects, ${known.length} differences, ${found.length} unexplained`,
    ...known.map((line) => `    ${line}`),
    ...found.map((line) => `  ? ${line}`),
  ];
}

function totals({ mutants }: Outcome): { readonly made: number; readonly caught: number } {
  const all = [...mutants.values()];
  return {
    made: all.reduce((sum, { made }) => sum + made, 0),
    caught: all.reduce((sum, { caught }) => sum + caught, 0),
  };
}

const sumOf = (byReason: ReadonlyMap<string, readonly string[]>): number =>
  [...byReason.values()].reduce((sum, lines) => sum + lines.length, 0);

function groups(byReason: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...byReason].flatMap(([reason, lines]) => [
    `    ${reason} (${lines.length})`,
    ...[...new Set(lines)].map((line) => `      ${line}`),
  ]);
}
