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

  /** The value of an element in a period at a unit, for one option combo of each kind. */
  get(key: Omit<DataValue, "value">): DataValue | undefined {
    return this.#values.get(keyOf(key));
  }

  put(value: DataValue): void {
    this.#values.set(keyOf(value), value);
  }

  /** Whether any value belongs to an object, by its UID. */
  hold(uid: string): boolean {
    for (const value of this.#values.values())
      if (
        value.dataElement === uid ||
        value.organisationUnit === uid ||
        value.categoryOptionCombo === uid ||
        value.attributeOptionCombo === uid
      )
        return true;
    return false;
  }

  snapshot(): DataValuesSnapshot {
    return [...this.#values.values()];
  }

  restore(snapshot: DataValuesSnapshot): void {
    this.#values = new Map(snapshot.map((value) => [keyOf(value), value]));
  }
}

function keyOf(key: Omit<DataValue, "value">): string {
  const { dataElement, period, organisationUnit, categoryOptionCombo, attributeOptionCombo } = key;
  return [dataElement, period, organisationUnit, categoryOptionCombo, attributeOptionCombo].join(" ");
}
