import type { CorrectionOfClass } from "../corrections/correction.ts";
import { simpleName } from "../naming/identifier.ts";
import type { TypeRef } from "../server-model.ts";
import { classCorrection, type Reading } from "./reading.ts";

/** The type that a correction gives a class; adds the models that it needs. */
export function correctedType(
  reading: Reading,
  correction: CorrectionOfClass,
  stands: "embedded" | "ref",
): TypeRef {
  const { klass, type } = correction;
  reading.applied.add(correction);
  switch (type.kind) {
    case "object":
      addModel(reading, klass, simpleName(klass), type.properties);
      return { kind: stands, model: klass };
    case "mapOf":
      addModel(reading, `${klass}:${type.name}`, type.name, type.properties);
      return { kind: "map", value: { kind: "embedded", model: `${klass}:${type.name}` } };
    default:
      return type;
  }
}

function addModel(
  reading: Reading,
  key: string,
  wantedName: string,
  properties: Readonly<Record<string, TypeRef>>,
): void {
  if (reading.embedded.has(key)) return;
  const known = new Map<string, TypeRef>();
  const draft = {
    wantedName,
    properties: known,
    readOnly: new Set<string>(),
    descriptions: new Map<string, string>(),
  };
  reading.embedded.set(key, draft);
  for (const [name, type] of Object.entries(properties)) if (isKnown(reading, type)) known.set(name, type);
}

/** Whether this release has what a correction refers to; classes that are corrected themselves join the models. */
function isKnown(reading: Reading, type: TypeRef): boolean {
  if (type.kind === "array") return isKnown(reading, type.item);
  if (type.kind === "enum") return reading.enums.has(type.name);
  if (type.kind !== "ref" && type.kind !== "embedded") return true;
  if (reading.schemaByKlass.has(type.model) || reading.embedded.has(type.model)) return true;
  const correction = classCorrection(reading, type.model);
  if (correction === undefined) return false;
  correctedType(reading, correction, type.kind);
  reading.complex.set(type.model, { from: "correction", reason: correction.reason });
  return true;
}
