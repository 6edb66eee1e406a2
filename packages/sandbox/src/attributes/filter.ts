import { Refusal } from "../http/refusal.ts";
import type { Stored } from "../store/store.ts";
import { isList } from "../store/values.ts";
import type { View } from "../wire/view.ts";
import { attributeValue } from "./read.ts";

/** What a filter on attribute values asks for. */
interface FilterText {
  readonly path: string;
  readonly operator: string;
  readonly value: string | undefined;
}

type Predicate = (row: Stored) => boolean;

const hasValues: Predicate = ({ values: { attributeValues } }) =>
  isList(attributeValues) && attributeValues.length > 0;

/** What Hibernate says where 2.41 asks it for the size of something that is no collection to it. */
const noCollection =
  "unknown collection expression type [org.hibernate.query.criteria.internal.path.SingularAttributePath]";

/** A filter on the attribute values themselves, not on one attribute; undefined where the path leads elsewhere. */
export function attributeValuesFilter(filter: FilterText, { schemas }: View): Predicate | undefined {
  const { path, operator, value } = filter;
  const byPath = schemas.has("attributeValuePathFilters");
  if (path === "attributeValues") return byPath ? onRelation(operator) : onDocument(operator, value);
  if (!byPath) {
    const isHas = path === "attributeValues.attribute.id" && operator === "eq";
    return isHas ? (row) => attributeValue(row, value ?? "") !== undefined : undefined;
  }
  const isUnjoined = path === "attributeValues.attribute.code" || path === "attributeValues.attribute.name";
  return isUnjoined ? () => false : undefined;
}

function onRelation(operator: string): Predicate {
  if (operator === "null") return () => false;
  if (operator === "!null") return () => true;
  if (operator === "!empty")
    throw new Refusal(400, "`!empty` is not a valid operator.", { errorCode: "E1003" });
  throw new Refusal(400, noCollection);
}

function onDocument(operator: string, value: string | undefined): Predicate {
  if (operator === "null") return () => false;
  if (operator === "!null") return () => true;
  if (operator === "!empty") return hasValues;
  if (operator === "empty") return (row) => !hasValues(row);
  throw new Refusal(400, `Unable to parse \`${value ?? ""}\` to \`AttributeValues\`.`, {
    errorCode: "E1003",
  });
}
