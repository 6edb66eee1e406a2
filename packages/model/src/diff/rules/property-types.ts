import type { TypeRef } from "../../server-model.ts";
import type { PropertyItem } from "../items.ts";
import type { RuleOf } from "../rule.ts";
import { itemType } from "../type-text.ts";

interface TypeRecord {
  readonly id: string;
  readonly level: RuleOf<"property">["level"];
  fires(before: TypeRef, after: TypeRef, gone: readonly string[] | undefined): boolean;
  readonly title: string;
  readonly why: string;
  readonly todo: string;
}

const isObject = (type: TypeRef): boolean => {
  const { kind } = itemType(type);
  return kind === "ref" || kind === "embedded";
};

/** `gone`: values of an enum that the one it became does not have. Of the types, both without their array where both are lists: the first that fires is the one reported. */
const records: readonly TypeRecord[] = [
  {
    id: "property-became-list",
    level: "breaking-for-readers",
    fires: (before, after) => before.kind !== "array" && after.kind === "array",
    title: "is a list now",
    why: "A read gives an array where a value was; a body with a single value is refused.",
    todo: "Read and write a list.",
  },
  {
    id: "property-became-single",
    level: "breaking-for-readers",
    fires: (before, after) => before.kind === "array" && after.kind !== "array",
    title: "is a single value now",
    why: "A read gives a value where an array was; a body with an array is refused.",
    todo: "Read and write one value.",
  },
  {
    id: "reference-became-whole",
    level: "breaking-for-readers",
    fires: (before, after) => isObject(before) && isObject(after) && before.kind !== after.kind,
    title: "holds objects in another way",
    why: "A reference `{ id }` became the whole object, or the other way round.",
    todo: "Select the sub-fields that you read; write `{ id }` where a reference belongs.",
  },
  {
    id: "reference-target-changed",
    level: "breaking-for-readers",
    fires: (before, after) => isObject(before) && isObject(after),
    title: "holds objects of another class",
    why: "Its ids are those of other objects, and its sub-fields those of another class.",
    todo: "Look the new ids up; check sub-fields and filters.",
  },
  {
    id: "text-became-enum",
    level: "breaking-for-writers",
    fires: (before, after) => before.kind === "text" && after.kind === "enum",
    title: "takes listed values only",
    why: "A write with any other text is refused.",
    todo: "Write a member of the enum.",
  },
  {
    id: "enum-became-text",
    level: "risky",
    fires: (before, after) => before.kind === "enum" && after.kind === "text",
    title: "takes any text",
    why: "Reads may bring values that your code has never seen.",
    todo: "Handle unknown values.",
  },
  {
    id: "property-values-removed",
    level: "breaking-for-writers",
    fires: (before, after, gone) => before.kind === "enum" && after.kind === "enum" && gone?.length !== 0,
    title: "takes values of another enum, which lacks some",
    why: "A write with a value that it lacks is refused: 500 on 41 and 42, 409 on 43.",
    todo: "Write a member of the enum that it has now; reads may bring others than before.",
  },
  {
    id: "property-values-added",
    level: "risky",
    fires: (before, after) => before.kind === "enum" && after.kind === "enum",
    title: "takes values of another enum, which has more",
    why: "Objects may carry a value that your code has never seen.",
    todo: "Handle it, or handle all that is unknown.",
  },
  {
    id: "number-widened",
    level: "risky",
    fires: (before, after) => before.kind === "integer" && after.kind === "number",
    title: "may have a fraction",
    why: "Code that keeps it as an integer loses the fraction or refuses it.",
    todo: "Keep it as a number.",
  },
  {
    id: "property-became-open",
    level: "risky",
    fires: (before, after) => before.kind !== "unknown" && after.kind === "unknown",
    title: "is open JSON now",
    why: "Nothing describes it any more, so nothing checks it.",
    todo: "Check what you read from it.",
  },
  {
    id: "property-described",
    level: "additive",
    fires: (before, after) => before.kind === "unknown" && after.kind !== "unknown",
    title: "is described now",
    why: "It was open JSON; the values are probably the same.",
    todo: "Remove your own checks where the types have them.",
  },
  {
    id: "alternatives-changed",
    level: "risky",
    fires: (before, after) => before.kind === "union" && after.kind === "union",
    title: "has other alternatives",
    why: "Objects of a kind that your code has never seen may come; one that went is refused.",
    todo: "Handle unknown alternatives, and stop writing those that went.",
  },
  {
    id: "property-type-changed",
    level: "breaking-for-readers",
    fires: () => true,
    title: "has another type",
    why: "Code reads a value of another type than it expects, and writes one that is refused.",
    todo: "Change what you read and write.",
  },
];

/** Keys of `/api/schemas` that only say the type. */
const keys = [
  "klass",
  "itemKlass",
  "propertyType",
  "itemPropertyType",
  "collection",
  "collectionName",
  "collectionWrapping",
  "embeddedObject",
  "identifiableObject",
  "nameableObject",
  "simple",
  "constants",
  "href",
  "relativeApiEndpoint",
  "apiEndpoint",
];

/** Rules about the type of a property; at most one of them fires. */
export const propertyTypeRules: readonly RuleOf<"property">[] = records.map((record) => ({
  ...record,
  subject: "property",
  on: "changed",
  keys,
  show: ({ type }) => type.named,
  fires: (before, after) => typeRuleFor(before, after) === record.id,
}));

function typeRuleFor(before: PropertyItem, after: PropertyItem): string | undefined {
  if (before.type.isSame(after.type)) return undefined;
  const [one, other] = [before.property.type, after.property.type];
  const bothLists = one.kind === "array" && other.kind === "array";
  const [was, is] = bothLists ? [itemType(one), itemType(other)] : [one, other];
  return records.find((rule) => rule.fires(was, is, goneValues(before, was, after, is)))?.id;
}

function goneValues(
  before: PropertyItem,
  was: TypeRef,
  after: PropertyItem,
  is: TypeRef,
): readonly string[] | undefined {
  if (was.kind !== "enum" || is.kind !== "enum") return undefined;
  const left = new Set(after.type.names.membersOfEnum.get(is.name)?.split("|"));
  return before.type.names.membersOfEnum
    .get(was.name)
    ?.split("|")
    .filter((member) => !left.has(member));
}
