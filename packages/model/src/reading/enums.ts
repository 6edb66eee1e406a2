import type { TypeRef } from "../server-model.ts";
import { child, fail } from "../snapshot/json-cursor.ts";
import { describedProperty } from "../snapshot/open-api.ts";
import type { RawProperty, RawSchema } from "../snapshot/raw-schema.ts";
import { wireNameOf } from "./cross-check.ts";
import { openApiType } from "./open-api-type.ts";
import { componentOf, needsCorrection, type Reading } from "./reading.ts";

/** What `/api/schemas` calls a text, or an object, and the wire has as one of a few names: `"Monthly"`. */
export const periodTypeKlass = "org.hisp.dhis.period.PeriodType";

/**
 * Finds the members of each enum class: among the constants of a property, or in OpenAPI, for collections of
 * enums often come without constants. Throws SnapshotError where neither has them. Period types are a plain text where
 * OpenAPI does not list them.
 */
export function collectEnums(reading: Reading): void {
  const silent: [RawSchema, RawProperty][] = [];
  for (const schema of reading.schemas) {
    for (const property of schema.properties) {
      if (property.valueType !== "CONSTANT" && property.valueKlass !== periodTypeKlass) continue;
      if (property.constants === undefined) silent.push([schema, property]);
      else addEnum(reading, property, property.constants);
    }
  }
  for (const [schema, property] of silent) {
    const { valueKlass } = property;
    if (reading.enums.has(valueKlass)) continue;
    const members = describedMembers(reading, schema, property);
    if (members === undefined && valueKlass === periodTypeKlass) continue;
    if (members === undefined)
      needsCorrection(reading, property.place, `lacks the key 'constants', and OpenAPI has no ${valueKlass}`);
    reading.enums.set(valueKlass, { wantedName: valueKlass, members: members ?? [] });
  }
}

function addEnum(reading: Reading, { valueKlass, place }: RawProperty, members: readonly string[]): void {
  const known = reading.enums.get(valueKlass);
  if (known === undefined) reading.enums.set(valueKlass, { wantedName: valueKlass, members });
  else if (known.members.join("\n") !== members.join("\n"))
    fail(child(place, "constants"), `has other constants than another property of ${valueKlass}`);
}

function describedMembers(
  reading: Reading,
  schema: RawSchema,
  property: RawProperty,
): readonly string[] | undefined {
  const component = componentOf(reading, schema);
  if (component === undefined) return undefined;
  const { name } = wireNameOf(reading, schema, property);
  const usage = describedProperty(reading.openApi, component, name);
  const type = usage && openApiType(reading, usage, { owner: component, property: name, depth: 0 });
  const item: TypeRef | undefined = type?.kind === "array" ? type.item : type;
  if (item?.kind !== "enum") return undefined;
  const described = reading.enums.get(item.name)?.members;
  if (item.name.startsWith("openapi:")) reading.enums.delete(item.name);
  return described;
}
