import { canCreate, canWrite } from "../access/access.ts";
import { type Answer, empty, webMessage } from "../http/answer.ts";
import { conflict, objectNotFound, Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { readBody } from "../resources/body.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { emptyValues, isObject, textOf } from "../store/values.ts";
import { weakness } from "./password.ts";

/** What users have beside what every resource has. */
export const userRoutes: readonly Route[] = [
  { method: "POST", path: "users/invite", handler: invite },
  { method: "POST", path: "users/:uid/disabled", handler: disabling(true) },
  { method: "POST", path: "users/:uid/enabled", handler: disabling(false) },
  { method: "POST", path: "users/:uid/replica", handler: replicate },
];

/** Invitations go by email, and a sandbox sends none. */
function invite(): Answer {
  throw conflict("SMTP server/email sending is not available", "E6203");
}

function disabling(disabled: boolean): Handler {
  return (exchange) => {
    const row = writable(exchange);
    exchange.server.store.put(row.model, row.uid, {
      ...row.values,
      disabled,
      lastUpdated: exchange.server.now(),
      lastUpdatedBy: { id: exchange.caller.user.uid },
    });
    return empty(204);
  };
}

/** A new user with everything of another but the name, the password and the email. */
function replicate(exchange: Exchange): Answer {
  const { server, caller, request } = exchange;
  const row = writable(exchange);
  if (!canCreate(caller, row.model))
    throw new Refusal(403, "You don't have the proper permissions to create this object.", {
      errorCode: "E1006",
    });
  const { value } = readBody(exchange);
  const body = isObject(value) ? value : emptyValues();
  const username = textOf(body, "username");
  const password = textOf(body, "password");
  if (username === undefined || password === undefined)
    throw conflict("Username and password must be specified", "E1004");
  if (server.store.withUnique(row.model, "username", username) !== undefined)
    throw conflict(`Username already taken: ${username}`, "E1004");
  const problem = weakness(password);
  if (problem !== undefined) throw conflict(problem, "E1004");
  const uid = server.makeUid();
  const now = server.now();
  const { email: _email, lastLogin: _lastLogin, code: _code, ...kept } = row.values;
  const me = { id: caller.user.uid };
  server.store.put(row.model, uid, {
    ...kept,
    id: uid,
    username,
    created: now,
    lastUpdated: now,
    passwordLastUpdated: now,
    createdBy: me,
    lastUpdatedBy: me,
  });
  server.authenticator.setPassword(uid, password);
  return webMessage(
    201,
    "OK",
    { message: "User replica created" },
    { Location: `${request.baseUrl}/api/users/${uid}` },
  );
}

function writable({ server, caller, parameters }: Exchange): Stored {
  const { uid = "" } = parameters;
  const row = server.store.get(server.schemas.model("User"), uid);
  if (row === undefined) throw objectNotFound("User", uid);
  if (canWrite(caller, row)) return row;
  throw new Refusal(403, "You don't have the proper permissions to update this user.", {
    errorCode: "E1006",
  });
}
