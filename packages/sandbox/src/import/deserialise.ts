import { type JsonPath, type LocatedJson, MalformedJson } from "../json/located-json.ts";
import { formatDate, parseDate } from "../query/date.ts";
import { compactMapOrder } from "../schema/java-order.ts";
import type { Model, Property } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import { type DraftValues, emptyValues, isList, isObject, type Json } from "../store/values.ts";

/** Where a value stands: in the text, and in the chain of Java objects that messages name. */
interface Place {
  readonly document: LocatedJson;
  readonly path: JsonPath;
  readonly chain: readonly string[];
}

/**
 * One object of a body as the server reads it: unknown keys are dropped, values are brought into their type.
 * Throws {@link MalformedJson} where a value does not fit.
 */
export function deserialise(
  schemas: Schemas,
  model: Model,
  document: LocatedJson,
  path: JsonPath = [],
  chain: readonly string[] = [],
): DraftValues {
  return readObject(schemas, model, valueAt(document.value, path), { document, path, chain });
}

function valueAt(value: Json, path: JsonPath): Json {
  let current: Json = value;
  for (const step of path) {
    if (typeof step === "number" && isList(current)) current = current[step] ?? null;
    else if (typeof step === "string" && isObject(current)) current = current[step] ?? null;
  }
  return current;
}

function readObject(schemas: Schemas, model: Model, value: Json, place: Place): DraftValues {
  if (!isObject(value)) throw mismatch(model.klass, value, place);
  const values = emptyValues();
  for (const [name, raw] of Object.entries(value)) {
    const property = model.property(name);
    if (property === undefined || !isRead(property)) continue;
    const inner: Place = {
      document: place.document,
      path: [...place.path, name],
      chain: [...place.chain, `${model.klass}["${name}"]`],
    };
    values[name] = raw === null ? null : readProperty(schemas, property, raw, inner);
  }
  return values;
}

/** What the server only computes is not read from bodies, whatever stands there. */
function isRead(property: Property): boolean {
  return property.persisted || property.writable;
}

function readProperty(schemas: Schemas, property: Property, value: Json, place: Place): Json {
  if (property.kind === "json") return value;
  if (property.shape === "map") return value;
  if (property.shape !== "collection") return readSingle(schemas, property, value, place);
  const isPlain = property.ordered || (!property.owner && property.name !== "attributeValues");
  const list = isPlain ? "java.util.ArrayList" : collectionClass(property);
  if (!isList(value)) throw mismatch(`${list}<${itemClass(schemas, property)}>`, value, place);
  return value.map((item, index) =>
    item === null
      ? null
      : readSingle(schemas, property, item, {
          document: place.document,
          path: [...place.path, index],
          chain: [...place.chain, `${list}[${index}]`],
        }),
  );
}

const collectionClass = (property: Property): string =>
  property.name === "attributeValues" ||
  property.kind === "reference" ||
  property.kind === "user" ||
  property.kind === "enum"
    ? "java.util.HashSet"
    : "java.util.ArrayList";

function itemClass(schemas: Schemas, property: Property): string {
  return (
    schemas.targetOf(property)?.klass ??
    schemas.enumOf(property)?.klass ??
    scalarClasses[property.kind] ??
    "java.lang.Object"
  );
}

const scalarClasses: Readonly<Record<string, string>> = {
  text: "java.lang.String",
  integer: "java.lang.Integer",
  number: "java.lang.Double",
  boolean: "java.lang.Boolean",
  date: "java.util.Date",
};

function readSingle(schemas: Schemas, property: Property, value: Json, place: Place): Json {
  switch (property.kind) {
    case "text":
      if (typeof value === "object") throw mismatch("java.lang.String", value, place);
      return String(value);
    case "integer":
    case "number":
      return readNumber(property, value, place);
    case "boolean":
      return readBoolean(property, value, place);
    case "date":
      return readDate(value, place);
    case "enum":
      return readEnum(schemas, property, value, place);
    case "reference":
    case "user":
      return readReference(schemas, property, value, place);
    case "whole": {
      const model = schemas.targetOf(property);
      return model === undefined ? value : readObject(schemas, model, value, place);
    }
    default:
      return value;
  }
}

function readNumber(property: Property, value: Json, place: Place): Json {
  if (typeof value === "number") return property.kind === "integer" ? Math.trunc(value) : value;
  const boxed = property.kind === "integer" ? "java.lang.Integer" : "java.lang.Double";
  const primitive = property.kind === "integer" ? "int" : "double";
  const type = property.required && property.shape === "single" ? primitive : boxed;
  if (typeof value !== "string") throw mismatch(type, value, place);
  if (value.trim() === "") return null;
  const number = Number(value);
  if (Number.isNaN(number)) {
    const hint = property.kind === "number" ? " (as String to convert)" : "";
    throw failure(
      `Cannot deserialize value of type \`${type}\` from String "${value}": not a valid \`${type}\` value${hint}`,
      place,
    );
  }
  return number;
}

function readBoolean(property: Property, value: Json, place: Place): Json {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  const type = property.required ? "boolean" : "java.lang.Boolean";
  if (typeof value !== "string") throw mismatch(type, value, place);
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  if (value.trim() === "") return null;
  throw failure(
    `Cannot deserialize value of type \`${type}\` from String "${value}": only "true"/"True"/"TRUE" or "false"/"False"/"FALSE" recognized`,
    place,
  );
}

function readDate(value: Json, place: Place): Json {
  if (typeof value === "number") return formatDate(value);
  if (typeof value !== "string") throw mismatch("java.util.Date", value, place);
  if (value === "") return null;
  const time = parseDate(value);
  if (time === undefined)
    throw failure(
      `Invalid date format '${value}', only ISO format or UNIX Epoch timestamp is supported.`,
      place,
    );
  return formatDate(time);
}

function readEnum(schemas: Schemas, property: Property, value: Json, place: Place): Json {
  const { klass, members } = schemas.enumOf(property) ?? { klass: "java.lang.Enum", members: [] };
  if (typeof value !== "string") {
    if (typeof value === "object") throw mismatch(klass, value, place);
    return value;
  }
  if (value === "") return null;
  if (members.length > 0 && !members.includes(value))
    throw failure(
      `Cannot deserialize value of type \`${klass}\` from String "${value}": not one of the values accepted for Enum class: [${compactMapOrder(members).join(", ")}]`,
      place,
    );
  return value;
}

/** A reference keeps the identifiers that the body gives; what is stored nowhere, as the dimensions of a layout, is read whole. */
function readReference(schemas: Schemas, property: Property, value: Json, place: Place): Json {
  const target = schemas.targetOf(property);
  if (!isObject(value)) throw mismatch(target?.klass ?? "java.lang.Object", value, place);
  if (target !== undefined && !target.persisted && target.path === undefined)
    return readObject(schemas, target, value, place);
  const reference = emptyValues();
  for (const name of ["id", "code", "name", "username"]) {
    const identifier = Object.hasOwn(value, name) ? value[name] : undefined;
    if (typeof identifier === "string") reference[name] = identifier;
  }
  return reference;
}

/** A value whose JSON kind does not fit its class. */
function mismatch(klass: string, value: Json, place: Place): MalformedJson {
  if (typeof value === "string")
    return failure(
      `Cannot construct instance of \`${klass}\` (although at least one Creator exists): no String-argument constructor/factory method to deserialize from String value ('${value}')`,
      place,
    );
  if (typeof value === "number" || typeof value === "boolean")
    return failure(
      `Cannot construct instance of \`${klass}\` (although at least one Creator exists): no ${
        typeof value === "boolean" ? "boolean/Boolean" : Number.isInteger(value) ? "int/Int" : "double/Double"
      }-argument constructor/factory method to deserialize from ${typeof value === "boolean" ? "Boolean" : "Number"} value (${value})`,
      place,
    );
  const [kind, token] = isList(value) ? ["Array", "START_ARRAY"] : ["Object", "START_OBJECT"];
  return failure(
    `Cannot deserialize value of type \`${klass}\` from ${kind} value (token \`JsonToken.${token}\`)`,
    place,
  );
}

function failure(problem: string, place: Place): MalformedJson {
  const chain = place.chain.length === 0 ? "" : ` (through reference chain: ${place.chain.join("->")})`;
  return new MalformedJson(problem, `${place.document.place(place.path)}${chain}`, false);
}
