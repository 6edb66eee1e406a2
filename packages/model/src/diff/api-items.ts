import { simpleName } from "../naming/identifier.ts";
import {
  type ApiDocument,
  type Component,
  type MediaType,
  type Operation,
  operationName,
} from "../operations/operation.ts";
import type { ResourceModel, ServerModel } from "../server-model.ts";
import type { JsonObject } from "../snapshot/json-cursor.ts";
import { callOf } from "./align-variants.ts";
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
import { type Shapes, type ShapeText, shapeText } from "./schema-text.ts";
import { leavesParametersOut } from "./undescribed-parameters.ts";

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
  /** Method and path of each operation, without marks. */
  readonly calls: ReadonlySet<string>;
}

/** The items of an OpenAPI document. */
export function apiItems(api: ApiDocument, server: ServerModel, other: OtherSide): Pick<DiffSide, ApiKind> {
  const shapes: Shapes = new Map(api.components.map(({ name, schema }) => [name, schema]));
  const resources: Resources = new Map(server.resources.map((resource) => [resource.path, resource]));
  const modelNames = new Set(server.models.map(({ klass }) => simpleName(klass)));
  return {
    operation: api.operations.map((operation) => operationItem(operation, resources, other)),
    parameter: api.operations.flatMap((operation) => parameterItems(operation, shapes, resources, other)),
    body: api.operations.flatMap(bodyItems),
    response: api.operations.flatMap(responseItems),
    "media-type": api.operations.flatMap((operation) => mediaTypeItems(operation, shapes, resources)),
    component: api.components.map((component) => componentItem(component, shapes, modelNames)),
    "component-property": api.components.flatMap((component) =>
      componentPropertyItems(component, shapes, modelNames),
    ),
    document: [{ kind: "document", key: "openapi.json", label: "openapi.json", raw: api.raw }],
  };
}

type Resources = ReadonlyMap<string, ResourceModel>;
const resourcePath = /^\/api\/([^/#]+)(.*)$/;

function ofResource({ path }: Operation, resources: Resources): { ofResource?: ResourceModel } {
  const resource = resources.get(resourcePath.exec(path)?.[1] ?? "");
  return resource === undefined ? {} : { ofResource: resource };
}

/** Names of path variables and marks after `#` say nothing to a server. */
function operationItem(operation: Operation, resources: Resources, other: OtherSide): OperationItem {
  const [, resource = "", rest = ""] = resourcePath.exec(operation.path) ?? [];
  return {
    kind: "operation",
    key: operationName(operation),
    label: operationName(operation),
    looseKeys: [
      operationName(operation)
        .replace(/#.*$/, "")
        .replaceAll(/\{[^}]*\}/g, "{}"),
    ],
    // What all resources have comes and goes for all of them at once.
    ...(resources.has(resource) && { part: `${operation.method} /api/{resource}${rest}` }),
    operation,
    callStays: other.calls.has(callOf(operation)),
    raw: operation.raw,
  };
}

function parameterItems(
  operation: Operation,
  shapes: Shapes,
  resources: Resources,
  other: OtherSide,
): ParameterItem[] {
  const owner = operationName(operation);
  const resource = ofResource(operation, resources);
  return operation.parameters.map((parameter) => {
    const part = `parameter ${parameter.name} (${parameter.in})`;
    const key = `${owner} ${part}`;
    return {
      kind: "parameter",
      key,
      label: key,
      // A path variable is what stands at its place, whatever its name.
      ...(parameter.in === "path" && {
        looseKeys: [
          `path ${operation.path.split("{").findIndex((rest) => rest.startsWith(`${parameter.name}}`))}`,
        ],
      }),
      owner,
      part,
      ...resource,
      parameter,
      isPerhapsUndescribed: leavesParametersOut(other.release, callOf(operation)),
      type: shapeText(parameter.schema, shapes),
      raw: parameter.raw,
    };
  });
}

const bodyItems = (operation: Operation): BodyItem[] =>
  operation.body === undefined
    ? []
    : [
        {
          kind: "body",
          key: `${operationName(operation)} body`,
          label: `${operationName(operation)} body`,
          owner: operationName(operation),
          part: "body",
          body: operation.body,
          raw: operation.body.raw,
        },
      ];

function responseItems(operation: Operation): ResponseItem[] {
  const owner = operationName(operation);
  return operation.responses.map((response) => {
    const part = `response ${response.status}`;
    const key = `${owner} ${part}`;
    return {
      kind: "response",
      key,
      label: key,
      owner,
      part,
      response,
      raw: response.raw,
    };
  });
}

function mediaTypeItems(operation: Operation, shapes: Shapes, resources: Resources): MediaTypeItem[] {
  const name = operationName(operation);
  const resource = ofResource(operation, resources);
  const item = (carrier: string, of: "body" | "response"): ((media: MediaType) => MediaTypeItem) => {
    const owner = `${name} ${carrier}`;
    return (media) => ({
      kind: "media-type",
      key: `${owner} ${media.name}`,
      label: `${owner} ${media.name}`,
      owner,
      part: `${carrier} ${media.name}`,
      ...resource,
      media,
      of,
      type: shapeText(media.schema, shapes),
      raw: media.raw,
    });
  };
  return [
    ...(operation.body?.content ?? []).map(item("body", "body")),
    ...operation.responses.flatMap(({ status, content }) =>
      content.map(item(`response ${status}`, "response")),
    ),
  ];
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
    type: properties === undefined ? shapeText(component.schema, shapes) : object,
    raw: { ...raw, ...(dangling.length > 0 && { required: dangling }) },
  };
}

function componentPropertyItems(
  component: Component,
  shapes: Shapes,
  models: ReadonlySet<string>,
): ComponentPropertyItem[] {
  const required = new Set(requiredOf(component));
  return Object.entries(propertiesOf(component)).map(([name, schema]) => ({
    kind: "component-property",
    key: `${component.name}.${name}`,
    label: `${component.name}.${name}`,
    owner: component.name,
    part: name,
    component,
    isModel: models.has(classOfShape(component.name)),
    required: required.has(name),
    type: shapeText(schema, shapes),
    raw: { ...keyed("schema", schema), ...(required.has(name) && { required: true }) },
  }));
}

const propertiesOf = ({ schema }: Component): JsonObject => Object(schema.properties ?? {}) as JsonObject; // Object() keeps an object as it is
const requiredOf = ({ schema }: Component): string[] =>
  Array.isArray(schema.required) ? schema.required.map(String) : [];

const keyed = (key: string, value: unknown): JsonObject => (value === undefined ? {} : { [key]: value });
