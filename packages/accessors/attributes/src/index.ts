export type {
  AttributableResource,
  AttributeInResources,
  AttributesCore,
  NewAttribute,
} from "./attribute.ts";
export { Attributes, createAttributes } from "./attributes.ts";
