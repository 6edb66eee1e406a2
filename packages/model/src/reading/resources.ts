import type { Names } from "../naming/named-types.ts";
import type { ResourceModel } from "../server-model.ts";
import type { RawSchema } from "../snapshot/raw-schema.ts";
import { sortedBy } from "../text-order.ts";

const attributeKlass = "org.hisp.dhis.attribute.Attribute";

/** Resources with generic reads although importing and exporting metadata leaves them out. */
const readBesideMetadata: ReadonlySet<string> = new Set([
  "dashboardItem",
  "fileResource",
  "interpretation",
  "messageConversation",
]);

/** Every schema that has an endpoint and the generic calls, by name. */
export function resourcesOf(schemas: readonly RawSchema[], names: Names): ResourceModel[] {
  const attributable = attributableSchemas(schemas);
  const resources = schemas.flatMap((schema) => {
    const path = schema.relativeApiEndpoint?.slice(1);
    const model = names.models.get(schema.klass);
    if (path === undefined || model === undefined) return [];
    if (!schema.flags.metadata && !readBesideMetadata.has(schema.singular)) return [];
    return [{ name: schema.plural, path, model, attributable: attributable.has(schema) }];
  });
  return sortedBy(resources, ({ name }) => name);
}

/**
 * Schemas whose objects can carry attribute values: attributes have a switch for them, `dataElementAttribute`,
 * and they have the property itself.
 */
function attributableSchemas(schemas: readonly RawSchema[]): ReadonlySet<RawSchema> {
  const attribute = schemas.find(({ klass }) => klass === attributeKlass);
  const switches = new Set(attribute?.properties.map(({ wireName }) => wireName.toLowerCase()));
  const able = schemas.filter(
    (schema) =>
      switches.has(`${schema.singular}attribute`.toLowerCase()) &&
      schema.properties.some(({ wireName }) => wireName === "attributeValues"),
  );
  return new Set(able);
}
