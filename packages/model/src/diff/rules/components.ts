import type { ComponentItem, ComponentPropertyItem } from "../items.ts";
import type { RuleOf } from "../rule.ts";
import { isSameShape } from "../schema-text.ts";

/** Rules about the named shapes of the OpenAPI document that are no metadata: parameters, reports, tracker objects. */
export const componentRules: readonly RuleOf<"component">[] = [
  {
    id: "shape-removed",
    level: "risky",
    subject: "component",
    on: "removed",
    fires: isOurs,
    show: ({ type }) => type.named,
    title: "is gone",
    why: "What carried it has another shape, which is reported there; types from `/openapi` with its name are gone.",
    todo: "Use the shape that is there instead.",
  },
  {
    id: "shape-added",
    level: "additive",
    subject: "component",
    on: "added",
    show: ({ type }) => type.named,
    title: "is new",
    why: "What carries it is reported by itself.",
    todo: "Nothing.",
  },
  {
    id: "shape-no-longer-described",
    level: "cosmetic",
    subject: "component",
    on: "removed",
    show: ({ type }) => type.named,
    title: "is no longer described",
    why: "No call carries it, or a metadata class is described by `/api/schemas` as well.",
    todo: "Nothing.",
  },
  {
    id: "shape-value-removed",
    level: "breaking-for-writers",
    subject: "component",
    on: "changed",
    fires: (before, after) => isOurs(after) && after.component.sent && valuesOnlyOf(before, after).length > 0,
    show: (one, other) => valuesOnlyOf(one, other).join(", ") || undefined,
    keys: ["enum"],
    title: "no longer has some values",
    why: "A call with one of the others is refused.",
    todo: "Send a value that is listed.",
  },
  {
    id: "shape-value-added",
    level: "risky",
    subject: "component",
    on: "changed",
    fires: (before, after) =>
      isOurs(after) && after.component.received && valuesOnlyOf(after, before).length > 0,
    show: (one, other) => valuesOnlyOf(one, other).join(", ") || undefined,
    keys: ["enum"],
    title: "has more values",
    why: "Answers may carry a value that your code has never seen.",
    todo: "Handle it, or handle all that is unknown.",
  },
  {
    id: "shape-changed",
    level: "risky",
    subject: "component",
    on: "changed",
    fires: (before, after) =>
      isOurs(after) &&
      !isSameShape(before.type, after.type) &&
      (before.type.members === undefined || after.type.members === undefined),
    show: ({ type }) => type.named,
    keys: ["type", "enum", "items", "oneOf", "anyOf", "allOf", "additionalProperties"],
    title: "is another kind of value",
    why: "Calls that carry it send or answer something else.",
    todo: "Compare what you send and read with the new shape.",
  },
  {
    id: "shape-detail-changed",
    level: "cosmetic",
    subject: "component",
    on: "detail",
    title: "is described otherwise",
    why: "None of these keys changes a request or an answer.",
    todo: "Nothing.",
  },
];

/** Rules about properties of these shapes. */
export const componentPropertyRules: readonly RuleOf<"component-property">[] = [
  {
    id: "shape-property-no-longer-described",
    level: "risky",
    subject: "component-property",
    on: "removed",
    fires: (item) => isOurs(item) && item.leftOut,
    show: ({ type }) => type.named,
    title: "is no longer described",
    why: "The document leaves out properties that answers carry, as recordings show.",
    todo: "Try it; types from `/openapi` may not have it.",
  },
  {
    id: "shape-property-removed",
    level: "breaking-for-readers",
    subject: "component-property",
    on: "removed",
    fires: (item) => isOurs(item) && item.component.received,
    show: ({ type }) => type.named,
    title: "is gone",
    why: "Answers leave it out.",
    todo: "Read what replaces it.",
  },
  {
    id: "sent-property-removed",
    level: "breaking-for-writers",
    subject: "component-property",
    on: "removed",
    fires: (item) => isOurs(item) && item.component.sent,
    show: ({ type }) => type.named,
    title: "is gone",
    why: "The server ignores unknown keys: it answers with success and does not do what was asked.",
    todo: "Send what replaces it.",
  },
  {
    id: "sent-property-required",
    level: "breaking-for-writers",
    subject: "component-property",
    on: "added",
    fires: (item) => isOurs(item) && item.component.sent && !item.component.received && item.required,
    show: ({ type }) => type.named,
    title: "is new and required",
    why: "A call without it is refused.",
    todo: "Send it.",
  },
  {
    id: "shape-property-added",
    level: "additive",
    subject: "component-property",
    on: "added",
    fires: isOurs,
    show: ({ type }) => type.named,
    title: "is new",
    why: "Nothing asked for it so far.",
    todo: "Nothing.",
  },
  {
    id: "shape-property-type-changed",
    level: "risky",
    subject: "component-property",
    on: "changed",
    fires: (before, after) => isOurs(after) && !isSameShape(before.type, after.type),
    show: ({ type }) => type.named,
    keys: ["schema"],
    title: "has another type",
    why: "What your code reads or sends there may be refused; often the document only became more exact.",
    todo: "Compare what you read and send with the new type.",
  },
  {
    id: "shape-property-required",
    level: "breaking-for-writers",
    subject: "component-property",
    on: "changed",
    fires: (before, after) =>
      isOurs(after) &&
      after.component.sent &&
      !after.component.received &&
      !before.required &&
      after.required,
    show: ({ required }) => (required ? "required" : "optional"),
    keys: ["required"],
    title: "is required now",
    why: "A call without it is refused.",
    todo: "Send it.",
  },
  {
    id: "shape-property-described",
    level: "cosmetic",
    subject: "component-property",
    on: "added",
    show: ({ type }) => type.named,
    title: "is described in OpenAPI now",
    why: "What is metadata is compared by `/api/schemas`.",
    todo: "Nothing.",
  },
  {
    id: "shape-property-not-described",
    level: "cosmetic",
    subject: "component-property",
    on: "removed",
    show: ({ type }) => type.named,
    title: "is no longer described in OpenAPI",
    why: "What is metadata is compared by `/api/schemas`; what no call carries matters to nobody.",
    todo: "Nothing.",
  },
  {
    id: "shape-property-detail-changed",
    level: "cosmetic",
    subject: "component-property",
    on: "detail",
    title: "is described otherwise",
    why: "The type is the same, or `/api/schemas` has the say.",
    todo: "Nothing.",
  },
];

/** Rules about what the documents say of themselves. */
export const documentRules: readonly RuleOf<"document">[] = [
  {
    id: "document-changed",
    level: "cosmetic",
    subject: "document",
    on: "detail",
    title: "says something else of itself",
    why: "Titles, addresses and ways of signing in that the document lists.",
    todo: "Nothing.",
  },
];

/** Metadata has rules of its own; a shape that no call carries matters to nobody. */
function isOurs({ component, isModel }: ComponentItem | ComponentPropertyItem): boolean {
  return !isModel && (component.sent || component.received);
}

function valuesOnlyOf(one: ComponentItem, other: ComponentItem): readonly string[] {
  const [members, others] = [one.type.members, other.type.members];
  return others === undefined ? [] : (members ?? []).filter((member) => !others.includes(member));
}
