import type { Body, Component, MediaType, Operation, Parameter, Response } from "../operations/operation.ts";
import type { EnumModel, Model, Property, QuirkSlice, ResourceModel } from "../server-model.ts";
import type { JsonObject } from "../snapshot/json-cursor.ts";
import type { SubjectKind } from "./change.ts";
import type { Owners } from "./placed.ts";
import type { ShapeText } from "./schema-text.ts";
import type { PropertyType } from "./type-text.ts";

/** Something that both sides of a diff may have, whatever it is a part of. */
interface ItemOf<Kind extends SubjectKind> {
  readonly kind: Kind;
  /** What it is found again by: a Java class, method and path; the name inside its owner, where it is a part. */
  readonly key: string;
  /** The key in front of people: `DataElement`. */
  readonly label: string;
  /** Weaker keys, for what has moved: a class to another package, a path variable to another name. */
  readonly looseKeys?: readonly string[] | undefined;
  /** What equal changes in several places are told by: the name of a part, of a call of all resources its pattern. */
  readonly part?: string | undefined;
  /** All that the documents say of it: a key that differs is reported even where no rule looks at it. */
  readonly raw: JsonObject;
}

export interface ModelItem extends ItemOf<"model"> {
  readonly model: Model;
}
export interface PropertyItem extends ItemOf<"property"> {
  readonly model: Model;
  readonly property: Property;
  readonly type: PropertyType;
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
  /** The metadata resource that it is about. */
  readonly resource: ResourceModel | undefined;
  /** What the other side has of the same method and path. */
  readonly variants: readonly Operation[];
  /** The other side's document is known to leave out parameters of this call. */
  readonly lacksParameters: boolean;
}
export interface ParameterItem extends ItemOf<"parameter"> {
  readonly parameter: Parameter;
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
  /** Of an answer with a status of failure. */
  readonly ofError: boolean;
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
  /** The other side's document is known to leave it out. */
  readonly leftOut: boolean;
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

/** One side of a diff: its items by kind, made when they are asked for, parts for one owner at a time. */
export type DiffSide = {
  readonly [Kind in SubjectKind]: (owner: Owners[Kind]) => readonly Items[Kind][];
};
