import { accessOf, dataAccessOf } from "../access/access.ts";
import type { Model, Property } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import { idOf, idsOf, isList, isObject, type Json, textOf } from "../store/values.ts";
import type { View } from "./view.ts";

/** Value of a property that the server computes when it is read; undefined for none. */
export type Computed = (row: Stored, view: View, property: Property, nested: boolean) => Json | undefined;

const constantCase = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toUpperCase();

/** The text that `display…` shows: translated where there is a translation for the locale. */
export function displayed(source: string, fallback?: string): Computed {
  return (row, view) => {
    const property = row.model.property(source);
    const translations = row.values["translations"];
    if (view.locale !== undefined && property?.translation !== undefined && isList(translations)) {
      const found = translations.find(
        (entry) =>
          isObject(entry) &&
          entry["property"] === property.translation &&
          isSameLocale(entry["locale"], view.locale),
      );
      if (isObject(found)) return found["value"];
    }
    const own = textOf(row.values, source);
    return own === undefined || own === ""
      ? fallback === undefined
        ? own
        : textOf(row.values, fallback)
      : own;
  };
}

function isSameLocale(stored: Json | undefined, asked: string | undefined): boolean {
  return (
    typeof stored === "string" && asked !== undefined && stored.replace("-", "_") === asked.replace("-", "_")
  );
}

/** What `display…` shows of a text that has no rule of its own: `displayInstruction` of `instruction`. */
export function displayedOf(model: Model, property: string): Computed | undefined {
  const [, first, rest = ""] = /^display([A-Z])(.*)$/.exec(property) ?? [];
  if (first === undefined) return undefined;
  const source = `${first.toLowerCase()}${rest}`;
  return model.property(source)?.kind === "text" ? displayed(source) : undefined;
}

/** Name of a type in an enum of item or dimension types, where the enum has it. */
const typeConstant: Computed = (row, view, property) => {
  const constant = constantCase(row.model.simpleName);
  return view.schemas.enumOf(property)?.members.includes(constant) === true ? constant : undefined;
};

/** Computed properties by name; they mean the same on every type that has them. */
export const computed: Readonly<Record<string, Computed>> = {
  id: (row) => row.uid,
  href: (row, view, _property, nested) =>
    (nested && !row.model.embedded) || row.model.path === undefined || view.hidesLinks
      ? undefined
      : `${view.baseUrl}/api/${row.model.path}/${row.uid}`,
  user: (row) => row.values["createdBy"] ?? undefined,
  displayName: displayed("name"),
  displayShortName: (row, view, property, nested) =>
    row.model.property("shortName")?.persisted === true
      ? displayed("shortName", "name")(row, view, property, nested)
      : undefined,
  displayDescription: displayed("description"),
  displayFormName: displayed("formName", "name"),
  displayNumeratorDescription: displayed("numeratorDescription"),
  displayDenominatorDescription: displayed("denominatorDescription"),
  favorite: (row, view) => favoritesOf(row).includes(view.caller.user.uid),
  favorites: (row) => favoritesOf(row),
  dimensionItem: (row) => row.uid,
  dimension: (row) => row.uid,
  dimensionItemType: typeConstant,
  dimensionType: typeConstant,
  legendSet: (row) => {
    const [first] = idsOf(row.values["legendSets"]);
    return first === undefined ? undefined : { id: first };
  },
  optionSetValue: (row) => idOf(row.values["optionSet"]) !== undefined,
  isDefault: (row) => row.values["name"] === "default",
  access: (row, view, property) => {
    const target = view.schemas.targetOf(property);
    const all: Record<string, Json> = { ...accessOf(view.caller, row) };
    if (row.model.dataShareable) all["data"] = dataAccessOf(view.caller, row);
    return Object.fromEntries(Object.entries(all).filter(([key]) => has(target, key)));
  },
  sharing: ({ model }, view, property) =>
    model.isBase ? emptySharing(view.schemas.targetOf(property)) : undefined,
};

/** The sharing that an object has which nobody shared. */
export function emptySharing(model: Model | undefined): { [key: string]: Json } {
  return has(model, "external")
    ? { external: false, users: {}, userGroups: {} }
    : { users: {}, userGroups: {} };
}

function has(model: Model | undefined, property: string): boolean {
  return model?.property(property) !== undefined;
}

function favoritesOf(row: Stored): readonly Json[] {
  const favorites = row.values["favorites"];
  return isList(favorites) ? favorites : [];
}
