import type { JsonObject } from "../store/values.ts";
import { textOf } from "../store/values.ts";

const [shortest, longest] = [8, 72];

interface Rule {
  readonly holds: (password: string) => boolean;
  readonly message: string;
}

/** In the order in which the server tries them. */
const rules: readonly Rule[] = [
  {
    holds: ({ length }) => length >= shortest && length <= longest,
    message: `Password must have at least ${shortest}, and at most ${longest} characters`,
  },
  { holds: (password) => /\d/.test(password), message: "Password must have at least one digit" },
  { holds: (password) => /[A-Z]/.test(password), message: "Password must have at least one upper case" },
  {
    holds: (password) => /[^A-Za-z0-9]/.test(password),
    message: "Password must have at least one special character",
  },
];

/** What is wrong with a new password; undefined where nothing is. */
export function weakness(password: string): string | undefined {
  return rules.find(({ holds }) => !holds(password))?.message;
}

/** Whether a password is one that the server takes, as `validatePassword` answers. */
export function passwordVerdict(password: string): JsonObject {
  const message = weakness(password);
  return message === undefined
    ? { isValidPassword: true }
    : { isValidPassword: false, errorMessage: message };
}

/** A new password in a body, and what is wrong with it. */
export function passwordIn(body: JsonObject): { password: string; problem: string | undefined } | undefined {
  const password = textOf(body, "password");
  return password === undefined ? undefined : { password, problem: weakness(password) };
}
