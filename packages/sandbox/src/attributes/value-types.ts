import type { ImportContext } from "../import/bundle.ts";
import { geometryTypes } from "../json/geometry-types.ts";
import { parsedJson } from "../json/parsed-json.ts";
import { parseDate } from "../query/date.ts";
import { isObject } from "../store/values.ts";

/** What is wrong with a value: the code, and the words that follow the value in the message. */
export interface InvalidValue {
  readonly code: string;
  readonly words: string;
}

interface Rule extends InvalidValue {
  readonly holds: (value: string, context: ImportContext) => boolean;
}

const isInteger = (value: string): boolean => /^(0|-?[1-9]\d*)$/.test(value);
const isNumber = (value: string): boolean => /^[-+]?(\d+(\.\d+)?|\.\d+)([eE][-+]?\d+)?$/.test(value);
const exists =
  (model: string) =>
  (value: string, { schemas, store }: ImportContext): boolean =>
    store.get(schemas.model(model), value) !== undefined;

const rules: Readonly<Record<string, Rule>> = {
  INTEGER: { code: "E6006", words: "is an invalid integer value", holds: isInteger },
  INTEGER_POSITIVE: {
    code: "E6007",
    words: "is an invalid positive integer value",
    holds: (value) => isInteger(value) && Number(value) > 0,
  },
  NUMBER: { code: "E6008", words: "is an invalid number value", holds: isNumber },
  INTEGER_NEGATIVE: {
    code: "E6013",
    words: "is an invalid negative integer value",
    holds: (value) => isInteger(value) && Number(value) < 0,
  },
  INTEGER_ZERO_OR_POSITIVE: {
    code: "E6009",
    words: "is an invalid zero or positive integer value",
    holds: (value) => isInteger(value) && Number(value) >= 0,
  },
  PERCENTAGE: {
    code: "E6010",
    words: "is an invalid percentage value",
    holds: (value) => isNumber(value) && Number(value) >= 0 && Number(value) <= 100,
  },
  UNIT_INTERVAL: {
    code: "E6011",
    words: "is an invalid unit interval value",
    holds: (value) => isNumber(value) && Number(value) >= 0 && Number(value) <= 1,
  },
  DATE: {
    code: "E6014",
    words: "is an invalid date value",
    holds: (value) => /^\d{4}-\d{2}-\d{2}/.test(value) && parseDate(value) !== undefined,
  },
  DATETIME: {
    code: "E6015",
    words: "is an invalid date time value",
    holds: (value) => /^\d{4}-\d{2}-\d{2}T/.test(value) && parseDate(value) !== undefined,
  },
  BOOLEAN: {
    code: "E6016",
    words: "is an invalid boolean value",
    holds: (value) => /^(true|false)$/.test(value),
  },
  TRUE_ONLY: { code: "E6017", words: "is an invalid true value", holds: (value) => value === "true" },
  EMAIL: {
    code: "E6018",
    words: "is an invalid email value",
    holds: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
  },
  ORGANISATION_UNIT: {
    code: "E6019",
    words: "is an invalid organisation unit UID or does not exist",
    holds: exists("OrganisationUnit"),
  },
  FILE_RESOURCE: {
    code: "E6019",
    words: "is an invalid file resource UID or does not exist",
    holds: exists("FileResource"),
  },
  GEOJSON: { code: "E6004", words: "has invalid GeoJSON value", holds: isGeoJson },
};

/** What is wrong with a value of a type; undefined where it fits, and for types that take any text. */
export function invalidValue(
  valueType: string,
  value: string,
  context: ImportContext,
): InvalidValue | undefined {
  if (valueType === "GEOJSON" && isOfUnknownShape(value) && context.schemas.has("unknownGeoJsonNamed"))
    return { code: "E6005", words: "has unsupported GeoJSON value" };
  const rule = Object.hasOwn(rules, valueType) ? rules[valueType] : undefined;
  return rule === undefined || rule.holds(value, context)
    ? undefined
    : { code: rule.code, words: rule.words };
}

/** What an attribute of type GEOJSON may hold: features too. */
const geoJsonTypes: ReadonlySet<string> = new Set([...geometryTypes, "Feature", "FeatureCollection"]);

/** Whether a text is a JSON object with a type that GeoJSON does not have. */
function isOfUnknownShape(text: string): boolean {
  const value = parsedJson(text);
  return isObject(value) && !geoJsonTypes.has(String(value["type"]));
}

function isGeoJson(text: string): boolean {
  const value = parsedJson(text);
  return isObject(value) && typeof value["type"] === "string" && geoJsonTypes.has(value["type"]);
}
