import { alwaysInEmbedded, alwaysInRecordings } from "./evidence.ts";

/** What presence depends on of a property in `/api/schemas`. */
interface SchemaFacts {
  readonly required: boolean;
  readonly persisted: boolean;
  /** Lists are sent when they are empty, too. */
  readonly list: boolean;
}

/**
 * Whether every full read of an object carries the property: the database keeps it, requires it or it is a list,
 * and no recorded read lacks it. Types that were never recorded are only sure of their id.
 */
export function isAlwaysSent(klass: string, name: string, facts: SchemaFacts | undefined): boolean {
  if (lists(alwaysInEmbedded, klass, name)) return true;
  if (facts === undefined || !facts.persisted) return false;
  if (name === "id") return true;
  return (facts.required || facts.list) && lists(alwaysInRecordings, klass, name);
}

function lists(table: Readonly<Record<string, readonly string[]>>, klass: string, name: string): boolean {
  return Object.hasOwn(table, klass) && table[klass]?.includes(name) === true;
}
