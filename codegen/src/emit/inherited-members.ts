import type { Property } from "@dhis2w/model";
import { sortedBy } from "@dhis2w/model";
import type { OptionalKind, PropertySignatureStructure } from "ts-morph";

/** A property together with how an interface prints it. */
export interface Member {
  readonly property: Property;
  readonly printed: OptionalKind<PropertySignatureStructure>;
}

/** From how many interfaces on a base is worth its name. */
const worthwhile = 10;

/** The share of the interfaces that have a member of the base; the others do not extend it. */
const nearlyAll = 0.8;

/** The members that nearly all interfaces have, each as most of them have it: the body of a base. */
export function sharedMembers(interfaces: readonly (readonly Member[])[]): Member[] {
  if (interfaces.length < worthwhile) return [];
  const variants = new Map<string, Member[]>();
  for (const member of interfaces.flat()) {
    const { name } = member.printed;
    variants.set(name, [...(variants.get(name) ?? []), member]);
  }
  const shared = [...variants.values()].filter((members) => members.length >= interfaces.length * nearlyAll);
  return sortedBy(shared.flatMap(mostFrequent), ({ property }) => property.name);
}

/**
 * What an interface has to say beside its base: what it adds, and what it says otherwise. `undefined` where it could not
 * extend the base, because a member has another type or may be missing.
 */
export function membersBeside(members: readonly Member[], base: readonly Member[]): Member[] | undefined {
  const own = new Map(members.map((member) => [member.printed.name, member]));
  for (const { printed } of base) {
    const found = own.get(printed.name)?.printed;
    if (found === undefined || found.type !== printed.type) return undefined;
    if (found.hasQuestionToken === true && printed.hasQuestionToken !== true) return undefined;
  }
  const inherited = new Set(base.map(textOf));
  return members.filter((member) => !inherited.has(textOf(member)));
}

function mostFrequent(members: readonly Member[]): Member[] {
  const byText = new Map<string, Member[]>();
  for (const member of members) byText.set(textOf(member), [...(byText.get(textOf(member)) ?? []), member]);
  const [most = []] = [...byText.values()].sort((a, b) => b.length - a.length);
  return most.slice(0, 1);
}

const textOf = ({ printed }: Member): string => JSON.stringify(printed);
