import { type Change, type ChangeLevel, changeLevels, type SubjectKind } from "@dhis2w/model";
import { partName, spreadOf } from "./places.ts";

/** What part of a program a change meets, in front of people. */
export const areas = [
  "Objects, properties and values",
  "Calls and their parameters",
  "What calls send and answer",
  "Behaviour that no document tells",
] as const;
/** One of {@link areas}. */
export type Area = (typeof areas)[number];

const areaOfKind: Readonly<Record<SubjectKind, Area>> = {
  model: "Objects, properties and values",
  resource: "Objects, properties and values",
  property: "Objects, properties and values",
  enum: "Objects, properties and values",
  "enum-member": "Objects, properties and values",
  operation: "Calls and their parameters",
  parameter: "Calls and their parameters",
  body: "What calls send and answer",
  response: "What calls send and answer",
  "media-type": "What calls send and answer",
  component: "What calls send and answer",
  "component-property": "What calls send and answer",
  document: "What calls send and answer",
  behaviour: "Behaviour that no document tells",
};

/** How many changes each area has, of each level that there is. */
export function countsByArea(changes: readonly Change[]): {
  readonly levels: readonly ChangeLevel[];
  readonly rows: readonly { readonly area: Area; readonly counts: readonly number[] }[];
} {
  const levels = changeLevels.filter((level) => changes.some((change) => change.level === level));
  const rows = areas.map((area) => {
    const own = changes.filter(({ subject }) => areaOfKind[subject.kind] === area);
    return { area, counts: levels.map((level) => own.filter((change) => change.level === level).length) };
  });
  return { levels, rows: rows.filter(({ counts }) => counts.some((count) => count > 0)) };
}

/** The part of a label that names what owns the subject, and the rest: `Dashboard`, `formName`. */
export interface LabelParts {
  readonly owner: string;
  readonly part: string;
}

/** The parts of a change's label, where it has such. */
export function labelParts(change: Change): LabelParts | undefined {
  const { subject } = change;
  const spread = spreadOf(change);
  if (spread !== undefined)
    return partsOfMany.has(subject.kind) ? { owner: spread.owners.join(", "), part: spread.part } : undefined;
  const pattern =
    subject.kind === "parameter"
      ? /^(?<owner>.+) (?<part>parameter \S+ \(\w+\))$/
      : subject.kind === "property" || subject.kind === "enum-member" || subject.kind === "component-property"
        ? /^(?<owner>.+)\.(?<part>[^.]+)$/
        : undefined;
  const { owner, part } = pattern?.exec(subject.label)?.groups ?? {};
  return owner === undefined || part === undefined ? undefined : { owner, part: partName(part) };
}

/** Kinds of part of which several belong to the same owners. */
const partsOfMany: ReadonlySet<SubjectKind> = new Set(["property", "parameter"]);

/** Changes of one rule that are told in one row, for they say the same of the same owner. */
export interface ChangeRow {
  readonly owner: string | undefined;
  /** Names of the parts, or the label of the one change. */
  readonly names: readonly string[];
  /** The first of them; title, values and notes are the same for all. */
  readonly change: Change;
}

/** Puts changes of a rule together that differ in the part of the same owner only. */
export function rowsOf(changes: readonly Change[]): readonly ChangeRow[] {
  const rows = new Map<string, { owner: string | undefined; names: string[]; change: Change }>();
  for (const change of changes) {
    const parts =
      change.renamedTo === undefined && change.includes === undefined ? labelParts(change) : undefined;
    const key =
      parts === undefined
        ? change.fingerprint
        : [change.rule, change.title, parts.owner, change.before, change.after].join("\n");
    const known = rows.get(key);
    if (known !== undefined && parts !== undefined) known.names.push(parts.part);
    else rows.set(key, { owner: parts?.owner, names: [parts?.part ?? change.subject.label], change });
  }
  return [...rows.values()];
}

/** How many things a row of changes reaches: its names, and what went with them or is elsewhere the same. */
export const reachOf = ({ names, change: { places = [], includes = [] } }: ChangeRow): number =>
  Math.max(names.length, places.length) + includes.length;

/** The first of those rows: what a program meets most often, and of that what reaches furthest; few of each rule. */
export function foremostRows(
  rows: readonly ChangeRow[],
  most: number,
  ofEachRule: number,
): readonly ChangeRow[] {
  const areaOf = ({ change }: ChangeRow): number => areas.indexOf(areaOfKind[change.subject.kind]);
  const ordered = [...rows].sort((a, b) => areaOf(a) - areaOf(b) || reachOf(b) - reachOf(a));
  const taken = new Map<string, number>();
  return ordered
    .filter(({ change: { rule } }) => {
      const count = (taken.get(rule) ?? 0) + 1;
      taken.set(rule, count);
      return count <= ofEachRule;
    })
    .slice(0, most);
}

/** What a kind of subject is called in front of people. */
export const kindNames: Readonly<Record<SubjectKind, string>> = {
  model: "a class of objects",
  resource: "a resource",
  property: "a property",
  enum: "an enum",
  "enum-member": "a member of an enum",
  behaviour: "a behaviour",
  operation: "a call",
  parameter: "a parameter",
  body: "a body",
  response: "an answer",
  "media-type": "a format",
  component: "a shape",
  "component-property": "a property of a shape",
  document: "a document",
};
