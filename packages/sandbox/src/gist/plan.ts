import type { Caller } from "../access/access.ts";
import { canReadType } from "../access/access.ts";
import { notSupported, Refusal } from "../http/refusal.ts";
import type { Model, Property } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import { isUid } from "../store/uid.ts";
import { type GistField, type GistTransform, parseGistFields } from "./field.ts";
import {
  besideIt,
  type GistPath,
  gistPath,
  isIdentified,
  isRelatedCollection,
  isRelatedObject,
  parentPath,
} from "./path.ts";
import { isPresetField, presetOf, sortedByType } from "./presets.ts";
import type { GistQuery, GistSize } from "./query.ts";

/** One value of each entry of a gist. */
export type PlannedField =
  | {
      readonly kind: "property";
      readonly name: string;
      readonly path: GistPath;
      readonly transform: GistTransform;
      readonly argument: string | undefined;
      /** Whether the size of the gist chose the transformation. */
      readonly isAutomatic: boolean;
    }
  | { readonly kind: "attribute"; readonly name: string; readonly uid: string }
  /** `apiEndpoints`: where what the entry refers to is found. */
  | { readonly kind: "links"; readonly name: string };

/** For whom a gist of which type is planned. */
export interface Planning {
  readonly model: Model;
  readonly schemas: Schemas;
  readonly caller: Caller;
  readonly query: GistQuery;
}

/** What the collections of a size come as, where nobody says. */
const sizeTransforms: Readonly<Record<GistSize, GistTransform>> = {
  XL: "ID_OBJECTS",
  L: "IDS",
  M: "SIZE",
  S: "NONE",
  XS: "NONE",
};

/** The fields of a gist in their order, with what each makes of its value. */
export function planFields(planning: Planning): PlannedField[] {
  const asked = parseGistFields(planning.query.fields === "" ? "*" : planning.query.fields);
  const planned = withPresets(asked, planning).map((field) => planField(field, planning));
  const hasLinks = planned.some((field) => field.kind === "property" && isLinked(field.path.last, planning));
  return planning.query.references && hasLinks
    ? [...planned, { kind: "links", name: "apiEndpoints" }]
    : planned;
}

/** Presets as the properties they stand for, without what is left out or named beside them. */
function withPresets(fields: readonly GistField[], planning: Planning): GistField[] {
  const named = new Set(fields.map(({ path }) => path.replace(/^[-!]/, "")));
  const expanded: GistField[] = [];
  for (const field of fields) {
    if (isPresetField(field.path)) {
      const included = presetOf(field.path, planning.query.size);
      for (const property of sortedByType(planning.model.properties.filter(included))) {
        if (named.has(property.name)) continue;
        if (isReadable(planning.model, property.name, planning)) expanded.push(automatic(property.name));
        expanded.push(...withoutAddress(property, included, planning));
      }
    } else if (/^[-!]/.test(field.path)) {
      const left = expanded.filter(({ path }) => path !== field.path.slice(1));
      expanded.splice(0, expanded.length, ...left);
    } else expanded.push(field);
  }
  if (expanded.length === 0) throw notSupported("a gist without fields");
  return expanded;
}

const automatic = (path: string): GistField => ({ path, transform: "AUTO", argument: undefined, name: path });

/** Of an object that has no address of its own, a preset shows the properties too. */
function withoutAddress(
  property: Property,
  included: (property: Property) => boolean,
  { schemas }: Planning,
): GistField[] {
  const target = schemas.targetOf(property);
  if (target === undefined || target.path !== undefined || !isRelatedObject(property, schemas)) return [];
  return sortedByType(target.properties.filter(included)).map(({ name }) =>
    automatic(`${property.name}.${name}`),
  );
}

function planField(field: GistField, planning: Planning): PlannedField {
  const { model, schemas } = planning;
  if (isUid(field.path) && model.property(field.path) === undefined)
    return { kind: "attribute", name: field.name, uid: field.path };
  const shown = asStored(field);
  const asked = gistPath(model, shown.path, schemas);
  const { path, transform, argument } = itemProperty(shown, asked, planning);
  const planned: PlannedField = {
    kind: "property",
    name: shown.name,
    path,
    transform: effective(transform, path.last, planning),
    argument,
    isAutomatic: transform === "AUTO",
  };
  checkField(planned, planning);
  return planned;
}

/** `displayName` is `name` in the reader's language. */
function asStored(field: GistField): GistField {
  const last = field.path.slice(field.path.lastIndexOf(".") + 1);
  const source = Object.hasOwn(displayed, last) ? displayed[last] : undefined;
  return source === undefined ? field : { ...field, path: besideIt(field.path, source) };
}

const displayed: Readonly<Record<string, string>> = { displayName: "name", displayShortName: "shortName" };

type Read = Pick<Extract<PlannedField, { kind: "property" }>, "path" | "transform" | "argument">;

/** A property of the items of a collection is plucked from them, their UIDs are its `ids`. */
function itemProperty(
  { transform, argument }: GistField,
  path: GistPath,
  { model, schemas }: Planning,
): Read {
  const parent = parentPath(path.text);
  if (parent === "") return { path, transform, argument };
  const collection = gistPath(model, parent, schemas);
  if (collection.last.shape !== "collection") return { path, transform, argument };
  const isId = path.last.name === "id" && isIdentified(collection.last, schemas);
  return { path: collection, transform: isId ? "IDS" : "PLUCK", argument: isId ? argument : path.last.name };
}

function effective(asked: GistTransform, property: Property, { query, schemas }: Planning): GistTransform {
  const transform = asked === "AUTO" ? sizeTransforms[query.size] : asked;
  const listsIds = transform === "IDS" || transform === "ID_OBJECTS";
  if (listsIds && isRelatedCollection(property) && schemas.targetOf(property)?.embedded === true)
    return "SIZE";
  return transform === "NONE" && property.shape === "collection" ? "SIZE" : transform;
}

function isLinked(property: Property, { schemas }: Planning): boolean {
  return (
    (isRelatedObject(property, schemas) && isIdentified(property, schemas)) || isRelatedCollection(property)
  );
}

function checkField(field: PlannedField, planning: Planning): void {
  if (field.kind !== "property") return;
  const { model, schemas } = planning;
  const [head] = field.path.properties;
  const { last, text } = field.path;
  if (head !== undefined && head !== last && head.persisted && head.shape === "collection")
    throw badField(last, "computes to many values and therefore cannot be used as a field.");
  if (field.transform === "IS_EMPTY" && isRelatedCollection(last)) throw new Refusal(409, noExpression);
  if (field.transform === "PLUCK") checkPlucked(field, planning);
  if ((field.transform === "MEMBER" || field.transform === "NOT_MEMBER") && field.argument === undefined)
    throw notSupported("`member` without a UID");
  if (field.transform === "FROM") checkSources(field, planning);
  else if (!last.persisted && last.name !== "href" && last.name !== "access")
    throw notSupported(`the gist of what is not stored, as '${text}' of ${model.simpleName}`);
  checkReadable(model, text, text, planning);
  const owner = ownerOf(field.path, model, schemas);
  if (owner !== model && owner.identifiable) checkReadable(owner, last.name, text, planning);
}

/** How the message of the database layer begins, which has no such expression; the rest names its tables. */
const noExpression = "Unexpected AST: org.hibernate.hql.internal.ast.tree.SqlNode ";

const badField = ({ reportName }: Property, what: string): Refusal =>
  new Refusal(400, `Property \`${reportName}\` ${what}`);

function checkPlucked({ path, argument = "" }: Read, { schemas }: Planning): void {
  const target = schemas.targetOf(path.last);
  if (target === undefined || argument === "") return;
  for (const name of argument.split(","))
    if (!gistPath(target, name, schemas).last.persisted)
      throw badField(
        gistPath(target, name, schemas).last,
        "cannot be plucked as it is not a persistent field.",
      );
}

/** `from(a,b)` computes what is not stored from what is. */
function checkSources({ path, argument = "" }: Read, { model }: Planning): void {
  if (path.last.persisted)
    throw badField(path.last, "is persistent an cannot be computed using transformation from.");
  if (argument === "")
    throw badField(path.last, "requires one or more source fields when used with transformation from.");
  for (const name of argument.split(",")) {
    const source = model.property(name);
    if (source === undefined)
      throw new Refusal(400, `Property \`${name}\` used in from transformation does not exist.`);
    if (!source.persisted)
      throw badField(source, "must be persistent to be used as source for from transformation.");
  }
}

/** The type that the last property of a path belongs to. */
export function ownerOf({ properties }: GistPath, model: Model, schemas: Schemas): Model {
  const before = properties.at(-2);
  return (before === undefined ? undefined : schemas.targetOf(before)) ?? model;
}

const everybodySees = new Set(["sharing", "access", "translations"]);
const everybodySeesOfUsers = new Set([
  "id",
  "code",
  "displayName",
  "name",
  "surname",
  "firstName",
  "username",
]);

function isReadable(model: Model, path: string, { caller }: Planning): boolean {
  if (!model.identifiable || everybodySees.has(path)) return true;
  if (model.name === "User" && everybodySeesOfUsers.has(path)) return true;
  return canReadType(caller, model);
}

function checkReadable(model: Model, property: string, path: string, planning: Planning): void {
  if (isReadable(model, property, planning)) return;
  throw new Refusal(
    403,
    `Field \`${path}\` is not readable as user is not allowed to view objects of type ${model.simpleName}.`,
  );
}
