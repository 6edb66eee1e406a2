export type {
  AttributableResource,
  AttributeReference,
  AttributeValuesCore,
  AttributeValueWithAttribute,
  FindOptions,
  RuntimeName,
} from "./attribute-value.ts";
export { AttributeValues, createAttributeValues } from "./attribute-values.ts";
