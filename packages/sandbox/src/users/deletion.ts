import { callerOf } from "../access/access.ts";
import { conflict as refusal } from "../http/refusal.ts";
import type { Server } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { nameOfUser } from "../wire/write-out.ts";

/** A role that users have cannot go; neither can the last superuser. */
function conflict(row: Stored, server: Server): string | undefined {
  const { schemas, store } = server;
  const users = schemas.model("User");
  if (row.model.name === "User") {
    const others = [...store.all(users)].filter(({ uid }) => uid !== row.uid);
    if (callerOf(store, row).superuser && !others.some((other) => callerOf(store, other).superuser))
      throw refusal("Can not remove the last super user.", "E1004");
  }
  if (row.model.name !== "UserRole") return undefined;
  const [first] = [...store.referring("User.userRoles", row.uid)]
    .map((uid) => store.get(users, uid))
    .filter((user) => user !== undefined)
    .map(nameOfUser)
    .sort();
  if (first === undefined) return undefined;
  return schemas.has("deletionNamesUser") ? `User (${first})` : "User";
}

/** What users add to deletions. */
export const userDeletion: { readonly conflict: typeof conflict } = { conflict };
