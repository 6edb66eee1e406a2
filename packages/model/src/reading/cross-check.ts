import type { CorrectionOfName } from "../corrections/correction.ts";
import type { ModelReport } from "../server-model.ts";
import { child, entriesOf } from "../snapshot/json-cursor.ts";
import type { RawProperty, RawSchema } from "../snapshot/raw-schema.ts";
import { sortedBy } from "../text-order.ts";
import { componentOf, needsCorrection, type Reading } from "./reading.ts";

type Disagreement = ModelReport["disagreements"][number];

/** The component that lists what every object has. */
const baseComponent = "BaseIdentifiableObject";

/** The wire name of a property: the rule, or the correction for it. */
export function wireNameOf(
  reading: Reading,
  schema: RawSchema,
  property: RawProperty,
): { name: string; correction?: CorrectionOfName } {
  for (const correction of reading.namesOfKlass.get(schema.klass) ?? []) {
    if (correction.from !== property.wireName) continue;
    reading.applied.add(correction);
    return { name: correction.to, correction };
  }
  return { name: property.wireName };
}

/**
 * Compares the wire names of each class that `/api/schemas` and OpenAPI both describe. A name that only one side
 * has needs a reason: a rule or a correction.
 */
export function crossCheck(reading: Reading): {
  sharedClasses: number;
  disagreements: readonly Disagreement[];
} {
  const inherited = new Set(propertyNames(reading, baseComponent));
  const disagreements: Disagreement[] = [];
  let sharedClasses = 0;
  for (const schema of sortedBy(reading.schemas, ({ klass }) => klass)) {
    const component = componentOf(reading, schema);
    if (component === undefined) continue;
    sharedClasses++;
    const described = new Map(entriesOf(propertiesPlace(reading, component)));
    const corrections = new Map<string, CorrectionOfName | undefined>();
    for (const property of schema.properties) {
      const { klass } = schema;
      const { name, correction } = wireNameOf(reading, schema, property);
      corrections.set(name, correction);
      if (correction !== undefined) {
        const { id, reason } = correction;
        disagreements.push({ klass, name: correction.from, side: "schemas", reason, correction: id });
        if (!described.has(name))
          needsCorrection(
            reading,
            property.place,
            `is corrected to '${name}' by ${id}, which OpenAPI does not have either`,
          );
      } else if (!described.has(name)) {
        const reason = reasonForSchemasOnly(property, inherited);
        if (reason !== undefined) disagreements.push({ klass, name, side: "schemas", reason });
        else
          needsCorrection(
            reading,
            property.place,
            `'${name}' is unknown to OpenAPI's ${component}, and no correction says why`,
          );
      }
    }
    for (const [name, place] of described) {
      if (!corrections.has(name))
        needsCorrection(
          reading,
          place,
          `'${name}' is unknown to /api/schemas for ${schema.klass}, and no correction says why`,
        );
      const correction = corrections.get(name);
      if (correction === undefined) continue;
      disagreements.push({
        klass: schema.klass,
        name,
        side: "openapi",
        reason: correction.reason,
        correction: correction.id,
      });
    }
  }
  return { sharedClasses, disagreements };
}

function reasonForSchemasOnly(property: RawProperty, inherited: ReadonlySet<string>): string | undefined {
  if (!property.flags.persisted) return "computed by the server; OpenAPI leaves it out";
  if (inherited.has(property.wireName)) return "of every object; OpenAPI leaves it out of this class";
  return undefined;
}

function propertiesPlace(reading: Reading, component: string): ReturnType<typeof child> {
  const place = reading.openApi.components.get(component);
  if (place === undefined) throw new RangeError(`No component '${component}'`);
  const properties = child(place, "properties");
  return properties.value === undefined ? { ...properties, value: {} } : properties;
}

function propertyNames(reading: Reading, component: string): string[] {
  return reading.openApi.components.has(component)
    ? entriesOf(propertiesPlace(reading, component)).map(([name]) => name)
    : [];
}
