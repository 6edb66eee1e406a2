import type { Property } from "@dhis2w/model";
import type { OptionalKind, PropertySignatureStructure } from "ts-morph";

/** A property together with how an interface prints it. */
export interface Member {
  readonly property: Property;
  readonly printed: OptionalKind<PropertySignatureStructure>;
}

/** An interface that others extend, as it is planned: a name, and the properties that it declares where they exist. */
export interface Base {
  readonly name: string;
  readonly doc: string;
  readonly properties: readonly string[];
}

/** A base with its members. */
export interface DeclaredBase {
  readonly base: Base;
  /** What it declares itself, in the order of its properties. */
  readonly own: readonly Member[];
  /** What it declares and inherits. */
  readonly all: readonly Member[];
  /** The base that it extends. */
  readonly parent?: string;
}

/** From how many interfaces on a member is worth a base. */
const worthwhile = 10;

/** The bases, each of which extends the one before; members are as most interfaces have them. Empty bases are left out. */
export function declareBases(
  bases: readonly Base[],
  interfaces: readonly (readonly Member[])[],
): readonly DeclaredBase[] {
  const members = interfaces.flat();
  const declared: DeclaredBase[] = [];
  for (const base of bases) {
    const own = base.properties.flatMap((name) =>
      mostFrequent(members.filter(({ printed }) => printed.name === name)),
    );
    const parent = declared.at(-1);
    if (own.length === 0) continue;
    declared.push({
      base,
      own,
      all: [...(parent?.all ?? []), ...own],
      ...(parent !== undefined && { parent: parent.base.name }),
    });
  }
  return declared;
}

/** What an interface extends, and what is left for it to say; the last base that has nothing it lacks. */
export function inherit(
  members: readonly Member[],
  bases: readonly DeclaredBase[],
): { readonly parent?: string; readonly own: readonly Member[] } {
  for (const { base, all } of bases.toReversed()) {
    const own = membersBeside(members, all);
    if (own !== undefined) return { parent: base.name, own };
  }
  return { own: members };
}

/**
 * What an interface has to say beside its base: what it adds, and what it says otherwise. `undefined` where it could not
 * extend the base, because a member has another type or may be missing.
 */
function membersBeside(members: readonly Member[], base: readonly Member[]): Member[] | undefined {
  const own = new Map(members.map((member) => [member.printed.name, member]));
  for (const { printed } of base) {
    const found = own.get(printed.name)?.printed;
    if (found === undefined || found.type !== printed.type) return undefined;
    if (found.hasQuestionToken === true && printed.hasQuestionToken !== true) return undefined;
  }
  const inherited = new Set(base.map(textOf));
  return members.filter((member) => !inherited.has(textOf(member)));
}

function mostFrequent(members: readonly Member[]): readonly Member[] {
  if (members.length < worthwhile) return [];
  const byText = new Map<string, Member[]>();
  for (const member of members) byText.set(textOf(member), [...(byText.get(textOf(member)) ?? []), member]);
  const [most = []] = [...byText.values()].sort((a, b) => b.length - a.length);
  return most.slice(0, 1);
}

const textOf = ({ printed }: Member): string => JSON.stringify(printed);
