import { simpleName } from "../naming/identifier.ts";
import {
  type ApiDocument,
  type Body,
  type Component,
  type Operation,
  operationName,
  type Parameter,
  type Response,
} from "../operations/operation.ts";
import type { ResourceModel, ServerModel } from "../server-model.ts";
import type { JsonObject } from "../snapshot/json-cursor.ts";
import type { SubjectKind } from "./change.ts";
import { classOfShape } from "./class-of-shape.ts";
import type {
  BodyItem,
  ComponentItem,
  ComponentPropertyItem,
  DiffSide,
  MediaTypeItem,
  OperationItem,
  ParameterItem,
  ResponseItem,
} from "./items.ts";
import { Shapes, type ShapeText } from "./schema-text.ts";
import { leavesParametersOut } from "./undescribed-parameters.ts";
import { leavesPropertyOut } from "./undescribed-properties.ts";

type ApiKind = Extract<
  SubjectKind,
  | "operation"
  | "parameter"
  | "body"
  | "response"
  | "media-type"
  | "component"
  | "component-property"
  | "document"
>;

/** What of the other side says how an absence is to be read. */
export interface OtherSide {
  /** `v43` */
  readonly release: string;
  /** The variants of each of its calls. */
  readonly variants: ReadonlyMap<string, readonly Operation[]>;
}

/** The items of an OpenAPI document. */
export function apiItems(api: ApiDocument, server: ServerModel, other: OtherSide): Pick<DiffSide, ApiKind> {
  const shapes = new Shapes(api.components);
  const resources = new Map(server.resources.map((resource) => [resource.path, resource]));
  const modelNames = new Set(server.models.map(({ klass }) => simpleName(klass)));
  const parameters = remembered((parameter: Parameter) => parameterItem(parameter, shapes));
  const bodies = remembered(bodyItem);
  const responses = remembered(responseItem);
  const mediaTypes = remembered((owner: BodyItem | ResponseItem) => mediaTypeItems(owner, shapes));
  return {
    operation: () => api.operations.map((operation) => operationItem(operation, resources, other)),
    parameter: ({ item: { operation } }) =>
      operation.parameters.map((parameter) =>
        parameter.in === "path" ? pathParameterItem(parameters(parameter), operation) : parameters(parameter),
      ),
    body: ({ item: { operation } }) => (operation.body === undefined ? [] : [bodies(operation.body)]),
    response: ({ item: { operation } }) => operation.responses.map(responses),
    "media-type": ({ item }) => mediaTypes(item),
    component: () => api.components.map((component) => componentItem(component, shapes, modelNames)),
    "component-property": ({ item }) => componentPropertyItems(item, shapes, other),
    document: () => [{ kind: "document", key: "openapi.json", label: "openapi.json", raw: api.raw }],
  };
}

/** What is made of a part of the document once, for that stands in many places. */
function remembered<Part extends object, Made>(make: (part: Part) => Made): (part: Part) => Made {
  const known = new Map<Part, Made>();
  return (part) => {
    let made = known.get(part);
    if (made === undefined) {
      made = make(part);
      known.set(part, made);
    }
    return made;
  };
}

/** Names of path variables and marks after `#` say nothing to a server. */
function operationItem(
  operation: Operation,
  resources: ReadonlyMap<string, ResourceModel>,
  other: OtherSide,
): OperationItem {
  const [, path = "", rest = ""] = /^\/api\/([^/#]+)(.*)$/.exec(operation.path) ?? [];
  const key = operationName(operation);
  const { call } = operation;
  const resource = resources.get(path);
  return {
    kind: "operation",
    key,
    label: key,
    get looseKeys() {
      return [call.replaceAll(/\{[^}]*\}/g, "{}")];
    },
    // What all resources have comes and goes for all of them at once.
    part: resource && `${operation.method} /api/{resource}${rest}`,
    operation,
    resource,
    variants: other.variants.get(call) ?? [],
    lacksParameters: leavesParametersOut(other.release, call),
    raw: operation.raw,
  };
}

function parameterItem(parameter: Parameter, shapes: Shapes): ParameterItem {
  const key = `parameter ${parameter.name} (${parameter.in})`;
  const type = shapes.typeOf(parameter.schema);
  return { kind: "parameter", key, label: key, part: key, parameter, type, raw: parameter.raw };
}

/** A path variable is what stands at its place, whatever its name. */
function pathParameterItem(item: ParameterItem, { path }: Operation): ParameterItem {
  const place = path.split("{").findIndex((rest) => rest.startsWith(`${item.parameter.name}}`));
  return { ...item, looseKeys: [`path ${place}`] };
}

const bodyItem = (body: Body): BodyItem => ({
  kind: "body",
  key: "body",
  label: "body",
  part: "body",
  body,
  raw: body.raw,
});

function responseItem(response: Response): ResponseItem {
  const key = `response ${response.status}`;
  return { kind: "response", key, label: key, part: key, response, raw: response.raw };
}

function mediaTypeItems(owner: BodyItem | ResponseItem, shapes: Shapes): MediaTypeItem[] {
  const { content } = owner.kind === "body" ? owner.body : owner.response;
  const ofError = owner.kind === "response" && /^[45]/.test(owner.response.status);
  return content.map((media) => ({
    kind: "media-type",
    key: media.name,
    label: media.name,
    part: `${owner.key} ${media.name}`,
    media,
    of: owner.kind,
    ofError,
    type: shapes.typeOf(media.schema),
    raw: media.raw,
  }));
}

/** Properties are items of their own. */
const object: ShapeText = { named: "object", spelt: "object", members: undefined };

function componentItem(component: Component, shapes: Shapes, models: ReadonlySet<string>): ComponentItem {
  const { properties, required, ...raw } = component.schema;
  const named = propertiesOf(component);
  const dangling = requiredOf(component).filter((name) => !Object.hasOwn(named, name));
  return {
    kind: "component",
    key: component.name,
    label: component.name,
    component,
    isModel: models.has(classOfShape(component.name)),
    type: properties === undefined ? shapes.typeOf(component.schema) : object,
    raw: { ...raw, ...(dangling.length > 0 && { required: dangling }) },
  };
}

function componentPropertyItems(
  { component, isModel }: ComponentItem,
  shapes: Shapes,
  other: OtherSide,
): ComponentPropertyItem[] {
  const required = new Set(requiredOf(component));
  return Object.entries(propertiesOf(component)).map(([name, schema]) => ({
    kind: "component-property",
    key: name,
    label: name,
    part: name,
    component,
    isModel,
    required: required.has(name),
    leftOut: leavesPropertyOut(other.release, component.name, name),
    type: shapes.typeOf(schema),
    raw: { ...keyed("schema", schema), ...(required.has(name) && { required: true }) },
  }));
}

const propertiesOf = ({ schema }: Component): JsonObject => Object(schema.properties ?? {}) as JsonObject; // Object() keeps an object as it is
const requiredOf = ({ schema }: Component): string[] =>
  Array.isArray(schema.required) ? schema.required.map(String) : [];

const keyed = (key: string, value: unknown): JsonObject => (value === undefined ? {} : { [key]: value });
