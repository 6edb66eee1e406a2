import { type Answer, webMessage } from "../http/answer.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { type DraftValues, draftOf, idsOf, isList, textOf } from "../store/values.ts";

const userType = "User";

/** What a user's PUT keeps although the body leaves it out. */
function completed(row: Stored, values: DraftValues): DraftValues {
  if (row.model.name !== userType) return values;
  const result = draftOf(values);
  result["username"] ??= row.values["username"] ?? null;
  return result;
}

/** A user's password and groups are not kept with the user: they are taken from the body when it is written. */
function afterWrite(row: Stored, given: DraftValues, { server }: Exchange): void {
  if (row.model.name !== userType) return;
  const { store, schemas, authenticator } = server;
  const password = textOf(given, "password");
  const { password: _hidden, ...values } = row.values;
  if (password !== undefined) {
    authenticator.setPassword(row.uid, password);
    store.put(row.model, row.uid, { ...values, passwordLastUpdated: server.now() });
  }
  const groups = given["userGroups"];
  if (!isList(groups)) return;
  const wanted = new Set(idsOf(groups));
  const groupModel = schemas.model("UserGroup");
  for (const group of [...store.all(groupModel)]) {
    const members = idsOf(group.values["users"]);
    const isMember = members.includes(row.uid);
    if (isMember === wanted.has(group.uid)) continue;
    const users = isMember ? members.filter((uid) => uid !== row.uid) : [...members, row.uid];
    store.put(groupModel, group.uid, { ...group.values, users: users.map((id) => ({ id })) });
  }
}

/** PUT of a user answers as an import does; undefined for other types. */
function replacedAnswer(row: Stored): Answer | undefined {
  if (row.model.name !== userType) return undefined;
  const stats = { created: 0, updated: 1, deleted: 0, ignored: 0, total: 1 };
  const { klass } = row.model;
  const objectReports = [{ klass, index: 0, uid: row.uid, errorReports: [] }];
  return webMessage(200, "OK", {
    response: {
      status: "OK",
      typeReports: [{ klass, stats, objectReports }],
      stats,
      responseType: "ImportReport",
    },
  });
}

/** What users add to writes. */
export const userHooks: {
  readonly completed: typeof completed;
  readonly afterWrite: typeof afterWrite;
  readonly replacedAnswer: typeof replacedAnswer;
} = { completed, afterWrite, replacedAnswer };
