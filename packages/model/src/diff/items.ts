import type { Body, Component, MediaType, Operation, Parameter, Response } from "../operations/operation.ts";
import type { EnumModel, Model, Property, QuirkSlice, ResourceModel } from "../server-model.ts";
import type { JsonObject } from "../snapshot/json-cursor.ts";
import type { SubjectKind } from "./change.ts";
import type { ShapeText } from "./schema-text.ts";
import type { TypeNames } from "./type-text.ts";

/** Something that both sides of a diff may have, found again by its key. */
interface ItemOf<Kind extends SubjectKind> {
  readonly kind: Kind;
  readonly key: string;
  readonly label: string;
  /** Weaker keys, for what has moved: a class to another package, a path variable to another name. */
  readonly looseKeys?: readonly string[];
  /** Key of the item that this is a part of: it is compared only where both sides have that. */
  readonly owner?: string;
  /** The label without its owner: what equal changes in several places are told by. */
  readonly part?: string;
  /** The metadata resource that it is about, where the same is there for all resources. */
  readonly ofResource?: { readonly name: string; readonly model: string };
  /** All that the documents say of it: a key that differs is reported even where no rule looks at it. */
  readonly raw: JsonObject;
}

export interface ModelItem extends ItemOf<"model"> {
  readonly model: Model;
}
export interface PropertyItem extends ItemOf<"property"> {
  readonly names: TypeNames;
  readonly model: Model;
  readonly property: Property;
}
export interface EnumItem extends ItemOf<"enum"> {
  readonly members: EnumModel["members"];
}
export interface EnumMemberItem extends ItemOf<"enum-member"> {
  readonly member: string;
}
export interface ResourceItem extends ItemOf<"resource"> {
  readonly resource: ResourceModel;
}
export interface BehaviourItem extends ItemOf<"behaviour"> {
  readonly quirk: QuirkSlice;
}
export interface OperationItem extends ItemOf<"operation"> {
  readonly operation: Operation;
  /** The other side has a variant of the same method and path. */
  readonly callStays: boolean;
}
export interface ParameterItem extends ItemOf<"parameter"> {
  readonly parameter: Parameter;
  /** The other side's document is known to leave out parameters of this call. */
  readonly isPerhapsUndescribed: boolean;
  readonly type: ShapeText;
}
export interface BodyItem extends ItemOf<"body"> {
  readonly body: Body;
}
export interface ResponseItem extends ItemOf<"response"> {
  readonly response: Response;
}
export interface MediaTypeItem extends ItemOf<"media-type"> {
  readonly media: MediaType;
  readonly of: "body" | "response";
  readonly type: ShapeText;
}
export interface ComponentItem extends ItemOf<"component"> {
  readonly component: Component;
  /** A model of `/api/schemas`, whose own rules say what its change means. */
  readonly isModel: boolean;
  readonly type: ShapeText;
}
export interface ComponentPropertyItem extends ItemOf<"component-property"> {
  readonly component: Component;
  readonly isModel: boolean;
  readonly required: boolean;
  readonly type: ShapeText;
}
export type DocumentItem = ItemOf<"document">;

/** The item of each kind of subject. */
export interface Items {
  readonly model: ModelItem;
  readonly property: PropertyItem;
  readonly enum: EnumItem;
  readonly "enum-member": EnumMemberItem;
  readonly resource: ResourceItem;
  readonly behaviour: BehaviourItem;
  readonly operation: OperationItem;
  readonly parameter: ParameterItem;
  readonly body: BodyItem;
  readonly response: ResponseItem;
  readonly "media-type": MediaTypeItem;
  readonly component: ComponentItem;
  readonly "component-property": ComponentPropertyItem;
  readonly document: DocumentItem;
}

/** One side of a diff: its items by kind. */
export type DiffSide = { readonly [Kind in SubjectKind]: readonly Items[Kind][] };
