import type { EnumItem } from "../items.ts";
import type { RuleOf } from "../rule.ts";

/** Rules about endpoints of metadata and about behaviour that differs from release to release. */
export const resourceRules: readonly RuleOf<"resource">[] = [
  {
    id: "resource-removed",
    level: "breaking-for-readers",
    subject: "resource",
    on: "removed",
    show: ({ resource }) => resource.name,
    title: "is gone",
    why: "Requests answer 404; `client.resources` has no such key.",
    todo: "Remove the calls, or move to what replaces it.",
  },
  {
    id: "resource-added",
    level: "additive",
    subject: "resource",
    on: "added",
    show: ({ resource }) => resource.name,
    title: "is new",
    why: "Nothing asked for it so far.",
    todo: "Nothing.",
  },
  {
    id: "resource-renamed",
    level: "breaking-for-readers",
    subject: "resource",
    on: "changed",
    fires: (before, after) =>
      before.resource.path !== after.resource.path || before.resource.name !== after.resource.name,
    show: ({ resource }) => `${resource.name} at /api/${resource.path}`,
    keys: ["relativeApiEndpoint", "plural"],
    title: "has another name",
    why: "Requests to the old path answer 404, and the key of its lists is another one.",
    todo: "Use the new name; the client's methods are the same.",
  },
  {
    id: "attribute-values-dropped",
    level: "breaking-for-writers",
    subject: "resource",
    on: "changed",
    fires: (before, after) => before.resource.attributable && !after.resource.attributable,
    show: ({ resource }) => (resource.attributable ? "attribute values" : "no attribute values"),
    keys: [],
    title: "no longer has attribute values",
    why: "Values that are written are ignored without a word, and filters on attributes fail.",
    todo: "Keep the values elsewhere.",
  },
  {
    id: "attribute-values-added",
    level: "additive",
    subject: "resource",
    on: "changed",
    fires: (before, after) => !before.resource.attributable && after.resource.attributable,
    show: ({ resource }) => (resource.attributable ? "attribute values" : "no attribute values"),
    keys: [],
    title: "can have attribute values",
    why: "Nothing wrote them so far.",
    todo: "Nothing.",
  },
];

/** Rules about the quirk table. */
export const behaviourRules: readonly RuleOf<"behaviour">[] = [
  {
    id: "behaviour-changed",
    level: "risky",
    subject: "behaviour",
    on: "changed",
    fires: (before, after) => before.quirk.value !== after.quirk.value,
    show: ({ quirk }) => String(quirk.value),
    keys: ["value"],
    title: "differs",
    why: "The servers answer the same request in different ways; no document says so, recordings do.",
    todo: "Read the entry in BUGS.md. The client of each release allows for its own server.",
  },
];

/** Rules about enums of `/api/schemas`. */
export const enumRules: readonly RuleOf<"enum">[] = [
  {
    id: "enum-renamed-by-document",
    level: "cosmetic",
    subject: "enum",
    on: "removed",
    fires: ({ key }) => key.startsWith("openapi:"),
    show: ({ members }) => members.join(", "),
    title: "is gone",
    why: "OpenAPI had given it no name, so it was called by its only use; where that takes other values now, the property says so.",
    todo: "Import the type that the property has now.",
  },
  {
    id: "enum-removed",
    level: "breaking-for-readers",
    subject: "enum",
    on: "removed",
    show: ({ members }) => members.join(", "),
    title: "is gone",
    why: "No property has this type any more; code that imports it no longer compiles.",
    todo: "Use the type that the property has now.",
  },
  {
    id: "enum-added",
    level: "additive",
    subject: "enum",
    on: "added",
    show: ({ members }) => members.join(", "),
    title: "is new",
    why: "Nothing used it so far.",
    todo: "Nothing.",
  },
  {
    id: "enum-moved",
    level: "cosmetic",
    subject: "enum",
    on: "changed",
    fires: (before, after) => before.key !== after.key,
    show: ({ key }) => key,
    keys: [],
    title: "has another Java class",
    why: "Classes are the server's own affair; its values are compared one by one.",
    todo: "Nothing.",
  },
  {
    id: "enum-order-changed",
    level: "cosmetic",
    subject: "enum",
    on: "changed",
    fires: (before, after) => shared(before, after).join() !== shared(after, before).join(),
    show: ({ members }) => members.join(", "),
    keys: [],
    title: "lists its members in another order",
    why: "The server compares names, not places.",
    todo: "Nothing.",
  },
];

const shared = (one: EnumItem, other: EnumItem): string[] =>
  one.members.filter((member) => other.members.includes(member));

/** Rules about members of enums. */
export const enumMemberRules: readonly RuleOf<"enum-member">[] = [
  {
    id: "enum-member-removed",
    level: "breaking-for-writers",
    subject: "enum-member",
    on: "removed",
    title: "is gone",
    why: "A write with this value is refused: 500 on 41 and 42, 409 on 43. Comparisons with it are never true.",
    todo: "Write another member, and move objects that have it before the upgrade.",
  },
  {
    id: "enum-member-added",
    level: "risky",
    subject: "enum-member",
    on: "added",
    title: "is new",
    why: "Objects may carry a value that your code has never seen; a `switch` without a default falls through.",
    todo: "Handle it, or handle all that is unknown.",
  },
];
