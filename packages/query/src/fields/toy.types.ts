import type { PresetNames, presets } from "../presets.ts";
import type { Ref } from "../ref.ts";
import type { DateTime, OpenEnum } from "../value.ts";

/** A few models in the form in which cores are generated, for what is about the language alone. */
export interface Toy {
  readonly [presets]: {
    DataElement: PresetNames<"id" | "name" | "code" | "categoryCombo", never, "dataElementGroups">;
  };
  Attribute: Attribute;
  AttributeValue: AttributeValue;
  Category: Category;
  CategoryCombo: CategoryCombo;
  DataElement: DataElement;
  DataElementGroup: DataElementGroup;
  ObjectStyle: ObjectStyle;
  Sharing: Sharing;
  UserSummary: UserSummary;
}

export interface DataElement {
  aggregationLevels: number[];
  attributeValues: AttributeValue[];
  categoryCombo: Ref<"CategoryCombo">;
  code?: string;
  created: DateTime;
  createdBy: UserSummary;
  dataElementGroups: Ref<"DataElementGroup">[];
  displayName: string;
  id: string;
  name: string;
  optionSet?: Ref<"CategoryCombo">;
  settings?: unknown;
  sharing: Sharing;
  shortName: string;
  style?: ObjectStyle;
  valueType: OpenEnum<"ValueType", "NUMBER" | "TEXT">;
  zeroIsSignificant: boolean;
}

export interface CategoryCombo {
  categories: Ref<"Category">[];
  code?: string;
  id: string;
  name: string;
  skipTotal: boolean;
}

export interface Category {
  categoryCombos: Ref<"CategoryCombo">[];
  id: string;
  name: string;
}

export interface DataElementGroup {
  code?: string;
  dataElements: Ref<"DataElement">[];
  id: string;
  name: string;
}

export interface Attribute {
  code?: string;
  id: string;
  name: string;
}

export interface AttributeValue {
  attribute: Ref<"Attribute">;
  value: string;
}

export interface ObjectStyle {
  color?: string;
  icon?: string;
}

export interface Sharing {
  owner?: string;
  public?: string;
  users: { [key: string]: { id: string } };
}

export interface UserSummary {
  code?: string;
  displayName: string;
  id: string;
  name: string;
  username: string;
}
