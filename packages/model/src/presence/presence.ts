import { alwaysInEmbedded, alwaysInRecordings } from "./evidence.ts";

/** What `/api/schemas` says about a property that presence depends on. */
interface SchemaFacts {
  readonly required: boolean;
  readonly persisted: boolean;
}

/**
 * Whether every full read of an object carries the property: the database requires and keeps it, and no recorded
 * read lacks it. Types that were never recorded are only sure of their id.
 */
export function isAlwaysSent(klass: string, name: string, facts: SchemaFacts | undefined): boolean {
  const embedded = Object.hasOwn(alwaysInEmbedded, klass) ? alwaysInEmbedded[klass] : undefined;
  if (facts === undefined) return embedded?.includes(name) ?? false;
  if (name === "id" && facts.persisted) return true;
  if (!facts.required || !facts.persisted) return embedded?.includes(name) ?? false;
  const recorded = Object.hasOwn(alwaysInRecordings, klass) ? alwaysInRecordings[klass] : undefined;
  return recorded?.includes(name) ?? false;
}
