/** One stored value and what it is a value of. */
export interface DataValue {
  readonly dataElement: string;
  readonly period: string;
  readonly organisationUnit: string;
  readonly categoryOptionCombo: string;
  readonly attributeOptionCombo: string;
  readonly value: string;
}

/** What {@link DataValues.restore} brings back. */
export type DataValuesSnapshot = readonly DataValue[];

/** The data values of a server: as many of them as hold metadata in place. */
export class DataValues {
  #values = new Map<string, DataValue>();
  readonly #held = new Set<string>();

  /** The value of an element in a period at a unit, for one option combo of each kind. */
  get(key: Key): DataValue | undefined {
    return this.#values.get(keyOf(key));
  }

  put(value: DataValue): void {
    this.#values.set(keyOf(value), value);
    for (const uid of uidsOf(value)) this.#held.add(uid);
  }

  /** Whether any value belongs to an object, by its UID. */
  hold(uid: string): boolean {
    return this.#held.has(uid);
  }

  snapshot(): DataValuesSnapshot {
    return [...this.#values.values()];
  }

  restore(snapshot: DataValuesSnapshot): void {
    this.#values = new Map();
    this.#held.clear();
    for (const value of snapshot) this.put(value);
  }
}

type Key = Omit<DataValue, "value">;

function uidsOf({ dataElement, organisationUnit, categoryOptionCombo, attributeOptionCombo }: Key): string[] {
  return [dataElement, organisationUnit, categoryOptionCombo, attributeOptionCombo];
}

function keyOf(key: Key): string {
  return [key.period, ...uidsOf(key)].join(" ");
}
