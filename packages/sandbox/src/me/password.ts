import { empty, json } from "../http/answer.ts";
import { conflict } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { readBody } from "../resources/body.ts";
import { emptyValues, isObject, textOf } from "../store/values.ts";
import { passwordVerdict, weakness } from "../users/password.ts";

/** `PUT /api/me/changePassword`: a new password for who knows the old one. */
const changePassword: Handler = (exchange) => {
  const { server, caller } = exchange;
  const { value } = readBody(exchange);
  const body = isObject(value) ? value : emptyValues();
  const [before, after] = [textOf(body, "oldPassword"), textOf(body, "newPassword")];
  if (before === undefined || after === undefined)
    throw conflict("OldPassword and newPassword must be provided", "E1004");
  if (!server.authenticator.verify(caller.user, before)) throw conflict("OldPassword is incorrect", "E1004");
  const problem = weakness(after);
  if (problem !== undefined) throw conflict(problem, "E1004");
  server.authenticator.setPassword(caller.user.uid, after);
  const { model, uid, values } = caller.user;
  server.store.put(model, uid, { ...values, passwordLastUpdated: server.now() });
  return empty(202);
};

const verifyPassword: Handler = (exchange) => {
  const { server, caller } = exchange;
  const { value } = readBody(exchange);
  const password = isObject(value) ? textOf(value, "password") : undefined;
  return json({
    isCorrectPassword: password !== undefined && server.authenticator.verify(caller.user, password),
  });
};

/** The password is the body itself. */
const validatePassword: Handler = ({ request }) => json(passwordVerdict(request.text));

/** What the signed-in user may do with the own password. */
export const passwordRoutes: readonly Route[] = [
  { method: "PUT", path: "/me/changePassword", handler: changePassword },
  { method: "POST", path: "/me/verifyPassword", handler: verifyPassword },
  { method: "POST", path: "/me/validatePassword", handler: validatePassword },
];
