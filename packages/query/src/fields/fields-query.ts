/** A `fields` text as a tree: the items of one pair of brackets, or of the whole text. */
export type FieldsQuery = readonly FieldsItem[];

export type FieldsItem = PropertyItem | PresetItem | ExclusionItem;

/** `categories~rename(parts)[id,name]` */
export interface PropertyItem {
  readonly kind: "property";
  /** Wire name of a property, or the UID of an attribute. */
  readonly name: string;
  /** As written, first to last. */
  readonly transformers: readonly FieldTransformer[];
  /** What stands in brackets after it. */
  readonly fields?: FieldsQuery;
}

/** `*` or `:owner` */
export interface PresetItem {
  readonly kind: "preset";
  readonly name: FieldsPreset;
}

/** `!sharing` */
export interface ExclusionItem {
  readonly kind: "exclusion";
  readonly name: string;
}

export const fieldsPresets = [
  "*",
  ":all",
  ":identifiable",
  ":nameable",
  ":owner",
  ":persisted",
  ":simple",
] as const;

/** The presets that servers expand; `:idName`, `:id` and `:code` exist there by name only and give nothing. */
export type FieldsPreset = (typeof fieldsPresets)[number];

export type FieldTransformer =
  | { readonly name: "rename"; readonly argument: string }
  | { readonly name: "size" | "isEmpty" | "isNotEmpty" }
  | { readonly name: "pluck" | "keyBy"; readonly argument?: string };
