import type { Model } from "../schema/model.ts";
import type { Store, Stored } from "../store/store.ts";
import { idsOf, isList, isObject, type Json, type JsonObject } from "../store/values.ts";

/** A signed-in user with what follows from roles and groups. */
export interface Caller {
  readonly user: Stored;
  readonly authorities: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** Whether the user has the authority ALL. */
  readonly superuser: boolean;
}

/** What a user may do, from the roles as they are now. */
export function callerOf(store: Store, user: Stored): Caller {
  const authorities = new Set<string>();
  const roles = store.schemas.model("UserRole");
  for (const uid of idsOf(user.values["userRoles"])) {
    const granted = store.get(roles, uid)?.values["authorities"];
    if (isList(granted)) for (const authority of granted) authorities.add(String(authority));
  }
  return {
    user,
    authorities,
    groups: store.referring("UserGroup.users", user.uid),
    superuser: authorities.has("ALL"),
  };
}

/** Whether a user has one of some authorities; none asked for is enough for everybody. */
export function hasAny(caller: Caller, authorities: readonly string[]): boolean {
  return (
    caller.superuser || authorities.length === 0 || authorities.some((one) => caller.authorities.has(one))
  );
}

/** What stands in an access string: metadata read, metadata write, data read, data write. */
export type AccessRight = "read" | "write" | "dataRead" | "dataWrite";
const places: Readonly<Record<AccessRight, number>> = { read: 0, write: 1, dataRead: 2, dataWrite: 3 };
const letterOf: Readonly<Record<AccessRight, string>> = {
  read: "r",
  write: "w",
  dataRead: "r",
  dataWrite: "w",
};

function grants(access: Json | undefined, right: AccessRight): boolean {
  return typeof access === "string" && access.charAt(places[right]) === letterOf[right];
}

/** Whether the sharing of an object gives a user a right. */
export function shares(caller: Caller, row: Stored, right: AccessRight): boolean {
  if (caller.superuser || !row.model.shareable) return true;
  const sharing = row.values["sharing"];
  if (!isObject(sharing)) return true;
  const owner = sharing["owner"];
  if (right === "read" || right === "write") {
    if (owner === undefined || owner === null || owner === caller.user.uid) return true;
  }
  if (grants(sharing["public"], right)) return true;
  const users = sharing["users"];
  if (isObject(users) && grants(accessIn(users, caller.user.uid), right)) return true;
  const groups = sharing["userGroups"];
  return isObject(groups) && [...caller.groups].some((group) => grants(accessIn(groups, group), right));
}

function accessIn(list: JsonObject, uid: string): Json | undefined {
  const entry = Object.hasOwn(list, uid) ? list[uid] : undefined;
  return isObject(entry) ? entry["access"] : undefined;
}

/** Whether a user may see objects of a type at all. */
export function canReadType(caller: Caller, model: Model): boolean {
  return hasAny(caller, model.authorities["READ"] ?? []);
}

/** Whether a user may see an object. */
export function canRead(caller: Caller, row: Stored): boolean {
  return shares(caller, row, "read");
}

/** Whether a user may make objects of a type, public or at least private ones. */
export function canCreate(caller: Caller, model: Model): boolean {
  const { CREATE = [], CREATE_PUBLIC = [], CREATE_PRIVATE = [] } = model.authorities;
  return hasAny(caller, [...CREATE, ...CREATE_PUBLIC, ...CREATE_PRIVATE]);
}

/** Whether a user may make objects of a type that everybody may read and change. */
export function canCreatePublic(caller: Caller, model: Model): boolean {
  const { CREATE = [], CREATE_PUBLIC = [] } = model.authorities;
  return hasAny(caller, [...CREATE, ...CREATE_PUBLIC]);
}

/** Whether a user may change an object. */
export function canWrite(caller: Caller, row: Stored): boolean {
  if (caller.superuser) return true;
  const { UPDATE = [] } = row.model.authorities;
  const allowed = UPDATE.length > 0 ? hasAny(caller, UPDATE) : canCreate(caller, row.model);
  return allowed && shares(caller, row, "write");
}

/** Whether a user may delete an object. */
export function canDelete(caller: Caller, row: Stored): boolean {
  if (caller.superuser) return true;
  const { DELETE = [] } = row.model.authorities;
  const allowed = DELETE.length > 0 ? hasAny(caller, DELETE) : canCreate(caller, row.model);
  return allowed && shares(caller, row, "write");
}

/** The `access` property of an object, for a user. */
export function accessOf(caller: Caller, row: Stored): JsonObject {
  const write = canWrite(caller, row);
  const known: Record<string, boolean> = {
    manage: write,
    externalize: caller.superuser || mayExternalize(caller, row.model),
    write,
    read: canRead(caller, row),
    update: write,
    delete: canDelete(caller, row),
  };
  return known;
}

function mayExternalize(caller: Caller, model: Model): boolean {
  const { EXTERNALIZE = [] } = model.authorities;
  return EXTERNALIZE.length > 0 && hasAny(caller, EXTERNALIZE);
}

/** `data` of `access`: rights on the data of an object. */
export function dataAccessOf(caller: Caller, row: Stored): JsonObject {
  return { read: shares(caller, row, "dataRead"), write: shares(caller, row, "dataWrite") };
}
