import { javaHash, javaSetOrder } from "../schema/java-order.ts";
import type { Model } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import type { Computed } from "../wire/computed.ts";

const flag = /^(\w+)Attribute$/;

/** Types of objects that an attribute is assigned to, as its `objectTypes` says them. */
const objectTypes: Computed = (row) => javaSetOrder(assignedTypes(row), javaHash);

const assignedTypes = (row: Stored): string[] =>
  row.model.properties
    .filter(({ name, kind }) => kind === "boolean" && flag.test(name) && row.values[name] === true)
    .map(({ name }) =>
      name
        .replace(flag, "$1")
        .replace(/(?<=[a-z])(?=[A-Z])/g, "_")
        .toUpperCase(),
    );

/** What attributes compute in their own way. */
export function attributeComputed(model: Model, property: string): Computed | undefined {
  return model.name === "Attribute" && property === "objectTypes" ? objectTypes : undefined;
}
