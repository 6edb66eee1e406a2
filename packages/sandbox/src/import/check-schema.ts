import type { Model, Property } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import { isUid } from "../store/uid.ts";
import { isList, isObject, type Json, type Values } from "../store/values.ts";
import { type ErrorReport, errorReport } from "./reports.ts";

const scalarClasses: Readonly<Record<string, string>> = {
  text: "java.lang.String",
  integer: "java.lang.Integer",
  number: "java.lang.Double",
  boolean: "java.lang.Boolean",
  date: "java.util.Date",
  json: "java.lang.Object",
};

/** Java class of a property's value, as reports name it. */
function classOf(schemas: Schemas, property: Property): string {
  if (property.shape === "collection") return property.ordered ? "java.util.List" : "java.util.Set";
  return (
    schemas.targetOf(property)?.klass ??
    schemas.enumOf(property)?.klass ??
    scalarClasses[property.kind] ??
    "java.lang.Object"
  );
}

/** What is required, how long and how large values may be, and the form of some texts: E4000 to E4008. */
export function checkSchema(
  schemas: Schemas,
  model: Model,
  values: Values,
  givenUid?: string,
): ErrorReport[] {
  const reports: ErrorReport[] = [];
  for (const property of model.properties) {
    if (!property.owner || !property.persisted) continue;
    const report = checkProperty(schemas, model, property, checkedValue(values, property, givenUid));
    if (report !== undefined) reports.push(report);
  }
  return reports;
}

/** What the server writes itself is never missing. */
const stamped = new Set(["id", "created", "lastUpdated"]);

/** A UID has its form: E4014. */
export function checkUidForm(model: Model, givenUid: string | undefined): ErrorReport[] {
  if (givenUid === undefined || isUid(givenUid)) return [];
  const message = `Invalid UID \`${givenUid}\` for property \`${model.simpleName}\``;
  return [errorReport("E4014", model.klass, message, [givenUid, model.simpleName])];
}

function checkedValue(values: Values, property: Property, givenUid: string | undefined): Json | undefined {
  return property.name === "id" ? givenUid : values[property.name];
}

function checkProperty(
  schemas: Schemas,
  model: Model,
  property: Property,
  value: Json | undefined,
): ErrorReport | undefined {
  const { name } = property;
  const place = { klass: classOf(schemas, property), property: name };
  if (value === undefined || value === null || value === "") {
    // Java starts lists and maps empty, so that they are never missing.
    if (!property.required || property.hasDefault || property.shape !== "single" || property.kind === "json")
      return undefined;
    if (stamped.has(name)) return undefined;
    return errorReport("E4000", model.klass, `Missing required property \`${name}\``, [name], place);
  }
  if (typeof value === "string") return checkText(model, property, value, place);
  if (typeof value === "number" && isOutside(value, property)) {
    const [min, max] = bounds(property);
    return errorReport(
      "E4008",
      model.klass,
      `Allowed numeric range for property \`${name}\` is [${whole(min)} to ${whole(max)}], but number given was ${value}`,
      [name, min, max, value],
      place,
    );
  }
  return undefined;
}

function checkText(
  model: Model,
  property: Property,
  value: string,
  place: { klass: string; property: string },
): ErrorReport | undefined {
  const { name } = property;
  if (property.kind !== "text") return undefined;
  if (property.length !== undefined && value.length > property.length)
    return errorReport(
      "E4001",
      model.klass,
      `Maximum length of property \`${name}\`is ${property.length}, but given length was ${value.length}`,
      [name, property.length, value.length],
      place,
    );
  if (isOutside(value.length, property)) {
    const [min, max] = bounds(property);
    return {
      ...errorReport(
        "E4002",
        model.klass,
        `Allowed length range for property \`${name}\` is [${whole(min)} to ${whole(max)}], but given length was ${value.length}`,
        [name, min, max, value.length],
        place,
      ),
      args: [name, decimal(min), decimal(max), String(value.length)],
    };
  }
  const form = forms[property.propertyType];
  if (form !== undefined && !form.test(value))
    return errorReport(form.code, model.klass, form.message(name, value), [name, value], place);
  return undefined;
}

interface Form {
  readonly code: string;
  readonly test: (value: string) => boolean;
  readonly message: (name: string, value: string) => string;
}

const forms: Readonly<Record<string, Form>> = {
  URL: {
    code: "E4004",
    test: (value) => /^(https?|ftp):\/\/[^\s/$.?#][^\s]*$/i.test(value),
    message: (name, value) => `Property \`${name}\` requires a valid URL, was given \`${value}\``,
  },
  EMAIL: {
    code: "E4003",
    test: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
    message: (name, value) => `Property \`${name}\` requires a valid email address, was given \`${value}\``,
  },
};

function bounds(property: Property): [number, number] {
  return [property.min ?? Number.MIN_SAFE_INTEGER, property.max ?? Number.MAX_SAFE_INTEGER];
}

function isOutside(size: number, property: Property): boolean {
  return (
    (property.min !== undefined && size < property.min) || (property.max !== undefined && size > property.max)
  );
}

const whole = (value: number): string => String(Math.trunc(value));
/** A double as Java writes it. */
const decimal = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

/** Objects that stand whole inside an object, with the class that checks them. */
export function wholesIn(schemas: Schemas, model: Model, values: Values): { model: Model; values: Values }[] {
  return model.properties.flatMap((property) => {
    const target = property.kind === "whole" ? schemas.targetOf(property) : undefined;
    const value = values[property.name];
    if (target === undefined || value === undefined) return [];
    const items = isList(value) ? value : [value];
    return items.filter(isObject).map((item) => ({ model: target, values: item }));
  });
}
