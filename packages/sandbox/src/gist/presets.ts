import { Refusal } from "../http/refusal.ts";
import type { Property } from "../schema/model.ts";
import type { GistSize } from "./query.ts";

/** Whether a field stands for many: `*`, `:owner`. */
export function isPresetField(path: string): boolean {
  return path === "*" || path.startsWith(":");
}

/** What a preset stands for; how much `*` has is a matter of the gist's size. */
export function presetOf(path: string, size: GistSize): (property: Property) => boolean {
  if (path === "*" || path === ":*" || path === ":all") return (property) => isIncluded(property, size);
  const preset = Object.hasOwn(presets, path) ? presets[path] : undefined;
  if (preset === undefined)
    throw new Refusal(409, `Field preset not supported: \`${path}\``, { errorCode: "E2038" });
  return preset;
}

const identifiable: ReadonlySet<string> = new Set([
  "id",
  "code",
  "name",
  "created",
  "lastUpdated",
  "createdBy",
  "lastUpdatedBy",
  "attributeValues",
  "translations",
  "sharing",
]);
const nameable: ReadonlySet<string> = new Set([...identifiable, "shortName", "description"]);

const presets: Readonly<Record<string, (property: Property) => boolean>> = {
  ":identifiable": ({ name, persisted }) => persisted && identifiable.has(name),
  ":nameable": ({ name, persisted }) => persisted && nameable.has(name),
  ":persisted": ({ persisted }) => persisted,
  ":owner": ({ persisted, owner }) => persisted && owner,
};

function isIncluded(property: Property, size: GistSize): boolean {
  if (property.hiddenFromGist || !property.persisted) return false;
  const types =
    property.shape === "collection" ? ["COLLECTION", property.propertyType] : [property.propertyType];
  return types.every(sizes[size]);
}

const smallest = new Set(["IDENTIFIER", "TEXT", "EMAIL"]);
const isNoPassword = (type: string): boolean => type !== "PASSWORD";

/** Types of properties that a size has. */
const sizes: Readonly<Record<GistSize, (type: string) => boolean>> = {
  XL: isNoPassword,
  L: isNoPassword,
  M: isNoPassword,
  S: (type) => type !== "PASSWORD" && type !== "COMPLEX",
  XS: (type) => smallest.has(type),
};

/** Types of properties in the server's order, which is that of the columns of a preset. */
const order: readonly string[] = [
  "IDENTIFIER",
  "TEXT",
  "NUMBER",
  "INTEGER",
  "BOOLEAN",
  "USERNAME",
  "EMAIL",
  "PASSWORD",
  "URL",
  "DATE",
  "PHONENUMBER",
  "GEOLOCATION",
  "COLOR",
  "CONSTANT",
  "COMPLEX",
  "COLLECTION",
  "REFERENCE",
];

/** Properties by their types, collections last. */
export function sortedByType(properties: readonly Property[]): Property[] {
  const rank = ({ shape, propertyType }: Property): number =>
    order.indexOf(propertyType) + (shape === "collection" ? order.length : 0);
  return properties.toSorted((one, other) => rank(one) - rank(other));
}
