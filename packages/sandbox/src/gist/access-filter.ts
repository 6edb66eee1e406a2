import { type Caller, canRead } from "../access/access.ts";
import { Refusal } from "../http/refusal.ts";
import { likeTest } from "../query/like.ts";
import type { Stored } from "../store/store.ts";
import { isObject, type Json } from "../store/values.ts";
import type { View } from "../wire/view.ts";

/** What an access string is like that gives a right. */
const patterns: Readonly<Record<string, string>> = {
  canread: "r%",
  canwrite: "_w%",
  candataread: "__r%",
  candatawrite: "___w%",
};

/**
 * Whether a user has a right to an object by its sharing alone, authorities aside. `values` are the UID of a user,
 * the caller by default, and for `canaccess` the access it takes.
 */
export function accessTest(
  operator: string,
  values: readonly string[],
  filter: string,
  { caller, store, schemas }: View,
): (row: Stored) => boolean {
  const isPattern = operator === "canaccess";
  const known = isPattern ? values.slice(-1) : [];
  const [uid = caller.user.uid] = values.length > known.length ? values : [];
  const pattern = patterns[operator] ?? known[0] ?? "";
  if (isPattern && !/^[_%rw]{2,8}$/.test(pattern))
    throw new Refusal(
      400,
      `Filter \`${filter}\` pattern argument must be 2 to 8 letters allowing letters 'r', 'w', '_' and '%'.`,
    );
  const user = store.get(schemas.model("User"), uid);
  if (user === undefined || !canRead(caller, user))
    throw new Refusal(
      403,
      `Filtering by user access in filter \`${filter}\` requires permissions to manage the user ${uid}.`,
    );
  const groups = store.referring("UserGroup.users", uid);
  const grants = likeTest(pattern, false);
  return (row) =>
    isSharedWith(row, { user, groups }, (access) => typeof access === "string" && grants(access));
}

function isSharedWith(
  { values }: Stored,
  { user, groups }: Pick<Caller, "user" | "groups">,
  grants: (access: Json | undefined) => boolean,
): boolean {
  const sharing = values["sharing"];
  if (!isObject(sharing)) return true;
  const { owner, public: everybody, users, userGroups } = sharing;
  const isGranted = (entries: Json | undefined, uid: string): boolean => {
    const entry = isObject(entries) && Object.hasOwn(entries, uid) ? entries[uid] : undefined;
    return isObject(entry) && grants(entry["access"]);
  };
  if (owner === undefined || owner === null || owner === user.uid || grants(everybody)) return true;
  return isGranted(users, user.uid) || [...groups].some((group) => isGranted(userGroups, group));
}
