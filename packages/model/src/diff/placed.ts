import type { SubjectKind } from "./change.ts";
import type { Items } from "./items.ts";

/** What the items of a kind are parts of; they are compared only where both sides have that. */
export interface Owners {
  readonly model: undefined;
  readonly property: Placed<"model">;
  readonly enum: undefined;
  readonly "enum-member": Placed<"enum">;
  readonly resource: undefined;
  readonly behaviour: undefined;
  readonly operation: undefined;
  readonly parameter: Placed<"operation">;
  readonly body: Placed<"operation">;
  readonly response: Placed<"operation">;
  readonly "media-type": Placed<"body"> | Placed<"response">;
  readonly component: undefined;
  readonly "component-property": Placed<"component">;
  readonly document: undefined;
}

/** What stands between an owner and its part in keys and in labels; a blank, where nothing is said here. */
const joints: Readonly<Partial<Record<SubjectKind, { readonly key: string; readonly label: string }>>> = {
  property: { key: "#", label: "." },
  "enum-member": { key: "#", label: "." },
  "component-property": { key: ".", label: "." },
};

/** An item where it stands: a part that many owners have is one item. */
export class Placed<Kind extends SubjectKind = SubjectKind> {
  readonly item: Items[Kind];
  readonly owner: Owners[Kind];
  #label: string | undefined;

  constructor(item: Items[Kind], owner: Owners[Kind]) {
    this.item = item;
    this.owner = owner;
  }
  /** The same in all releases: see `Subject`. */
  get key(): string {
    const { kind, key } = this.item;
    return this.owner === undefined ? key : this.owner.key + (joints[kind]?.key ?? " ") + key;
  }
  /** For people. */
  get label(): string {
    if (this.owner === undefined) return this.item.label;
    this.#label ??= this.owner.label + (joints[this.item.kind]?.label ?? " ") + this.item.label;
    return this.#label;
  }
}
