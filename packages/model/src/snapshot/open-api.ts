import { type Cursor, child, entriesOf, fail, objectAt, openDocument } from "./json-cursor.ts";

/** The components of an OpenAPI document, looked at where they stand. */
export interface OpenApi {
  readonly components: ReadonlyMap<string, Cursor>;
}

/** The components of `openapi.json`; throws SnapshotError where it has none. */
export function readOpenApi(document: unknown): OpenApi {
  const root = openDocument("openapi.json", document);
  objectAt(root);
  const components = child(root, "components");
  if (components.value === undefined) fail(root, "lacks the key 'components'");
  const schemas = child(components, "schemas");
  if (schemas.value === undefined) fail(components, "lacks the key 'schemas'");
  return { components: new Map(entriesOf(schemas)) };
}

const prefix = "#/components/schemas/";

/** Name of the component that a value refers to, `undefined` where it is no reference. */
export function referredComponent(place: Cursor): string | undefined {
  const ref = objectAt(place).$ref;
  if (ref === undefined) return undefined;
  if (typeof ref !== "string" || !ref.startsWith(prefix))
    return fail(child(place, "$ref"), "is no component");
  return ref.slice(prefix.length);
}

/**
 * Follows references from component to component to the first that says something itself; throws
 * SnapshotError where one is missing or they go in a circle.
 */
export function followReference(
  openApi: OpenApi,
  name: string,
  from: Cursor,
): { name: string; place: Cursor } {
  const visited = new Set<string>();
  let current = name;
  for (;;) {
    if (visited.has(current)) fail(from, `refers in a circle: ${[...visited, current].join(" → ")}`);
    visited.add(current);
    const place = openApi.components.get(current);
    if (place === undefined) return fail(from, `refers to the component '${current}', which does not exist`);
    const next = referredComponent(place);
    if (next === undefined) return { name: current, place };
    current = next;
  }
}

/** The properties of an object that OpenAPI describes, `undefined` where it describes none. */
export function describedProperties(place: Cursor): [string, Cursor][] | undefined {
  const properties = child(place, "properties");
  if (properties.value === undefined) return undefined;
  const entries = entriesOf(properties);
  return entries.length === 0 ? undefined : entries;
}

/** What OpenAPI says about one property of a component. */
export function describedProperty(openApi: OpenApi, component: string, name: string): Cursor | undefined {
  const place = openApi.components.get(component);
  const properties = place && child(place, "properties");
  if (properties?.value === undefined) return undefined;
  const property = child(properties, name);
  return property.value === undefined ? undefined : property;
}
