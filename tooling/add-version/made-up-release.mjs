import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {Record<string, unknown> & { name: string, klass: string, constants?: string[] }} Property
 * @typedef {Record<string, unknown> & { singular: string, properties: Property[] }} Schema
 * @typedef {{ required?: string[], enum?: string[], properties: Record<string, unknown> }} Component
 */

/**
 * Writes the snapshot of a release that never was: map layers lose a property, another one has a new name, constants
 * have one more, an enum has a member more, and there is a new resource. Nothing that our own code needs differs.
 * @param {string} from folder of the newest snapshot
 * @param {string} to
 * @param {number} major
 */
export function madeUpRelease(from, to, major) {
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(from, name), "utf8"));
  const snapshot = read("snapshot.json");
  /** @type {{ schemas: Schema[] }} */
  const document = read("schemas.json");
  /** @type {{ paths: Record<string, unknown>, components: { schemas: Record<string, Component> } }} */
  const openapi = read("openapi.json");
  const components = openapi.components.schemas;

  const layer = schemaOf(document, "externalMapLayer");
  // By their kind, not their names: a release that never was may follow another.
  const [kept, ...others] = layer.properties.filter(
    ({ propertyType, owner, required, name }) =>
      propertyType === "TEXT" && owner && !required && name !== "name",
  );
  const gone = others.at(-1)?.name ?? "";
  const before = kept?.name ?? "";
  const after = `${before}Of${major}`;
  layer.properties = layer.properties.filter(({ name }) => name !== gone);
  Object.assign(kept ?? {}, { name: after, fieldName: after });
  for (const name of ["ExternalMapLayer", "ExternalMapLayerParams"]) {
    const { [gone]: _gone, [before]: moved, ...rest } = components[name]?.properties ?? {};
    Object.assign(components[name] ?? {}, { properties: { ...rest, [after]: moved } });
  }
  propertyOf(layer, "mapService").constants?.push(`SERVICE_${major}`);
  components.MapService?.enum?.push(`SERVICE_${major}`);

  const constant = schemaOf(document, "constant");
  const banner = renamed(constant, major);
  const unit = `unit${major}`;
  constant.properties.push({
    ...propertyOf(constant, "description"),
    ...{ name: unit, fieldName: unit, i18nTranslationKey: unit, translationKey: unit.toUpperCase() },
  });
  document.schemas.push(banner);
  const ofConstants = /^\/api\/constants\b|^(UID_)?Constant(Params|PropertyNames)?$/;
  for (const table of [openapi.paths, components])
    Object.assign(
      table,
      renamed(Object.fromEntries(Object.entries(table).filter(([name]) => ofConstants.test(name))), major),
    );
  for (const name of ["Constant", "ConstantParams"])
    Object.assign(components[name]?.properties ?? {}, { [unit]: { type: "string" } });

  mkdirSync(to, { recursive: true });
  const write = (/** @type {string} */ name, /** @type {unknown} */ content) =>
    writeFileSync(join(to, name), JSON.stringify(content));
  write("snapshot.json", { ...snapshot, version: `2.${major}.0`, revision: "0000000" });
  write("schemas.json", document);
  write("openapi.json", openapi);
}

/** What is said of constants, said of a new class. @template Value @param {Value} value @param {number} major @returns {Value} */
function renamed(value, major) {
  return JSON.parse(
    JSON.stringify(value)
      .replaceAll(/Constant(?=s?\b|Params|PropertyNames)/g, `Banner${major}`)
      .replaceAll(/\bconstant(?=s?\b)/g, `banner${major}`)
      .replaceAll("F_CONSTANT_", `F_BANNER${major}_`),
  );
}

/** @param {{ schemas: Schema[] }} document @param {string} singular */
function schemaOf({ schemas }, singular) {
  const found = schemas.find((schema) => schema.singular === singular);
  if (found === undefined) throw new Error(`No schema '${singular}'`);
  return found;
}

/** @param {Schema} schema @param {string} name */
function propertyOf({ singular, properties }, name) {
  const found = properties.find((property) => property.name === name);
  if (found === undefined) throw new Error(`No property '${singular}.${name}'`);
  return found;
}
