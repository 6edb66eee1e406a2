import type { Model } from "../schema/schema.ts";
import type { Store, Stored } from "../store/store.ts";
import { isList, isObject, textOf } from "../store/values.ts";

/** Who a request comes from, or why it is turned away. */
export type SignIn =
  | { readonly kind: "user"; readonly user: Stored }
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly status: number; readonly message: string };

/** Passwords, sessions and personal access tokens. They live beside the objects, since no answer shows them. */
export class Authenticator {
  readonly #store: Store;
  readonly #random: () => number;
  readonly #clock: () => number;
  #passwords = new Map<string, string>();
  #sessions = new Map<string, string>();
  /** Key → uid of the token. */
  #tokens = new Map<string, string>();

  constructor(store: Store, random: () => number, clock: () => number) {
    this.#store = store;
    this.#random = random;
    this.#clock = clock;
  }

  setPassword(userUid: string, password: string): void {
    this.#passwords.set(userUid, password);
  }

  /** Whether a user has this password. */
  verify(user: Stored, password: string): boolean {
    return this.#passwords.get(user.uid) === password;
  }

  /** The user of a name and password. */
  userOf(username: string, password: string): Stored | undefined {
    const user = this.#store.withUnique(this.#users(), "username", username);
    return user !== undefined && this.verify(user, password) ? user : undefined;
  }

  /** Starts a session; the thousandth one ends the oldest. */
  startSession(user: Stored): string {
    const session = hex(this.#random, 32).toUpperCase();
    this.#sessions.set(session, user.uid);
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > 1000 && oldest !== undefined) this.#sessions.delete(oldest);
    return session;
  }

  endSession(session: string): void {
    this.#sessions.delete(session);
  }

  /** UIDs of the users of all sessions, by session. */
  sessions(): ReadonlyMap<string, string> {
    return this.#sessions;
  }

  sessionUser(session: string): Stored | undefined {
    const uid = this.#sessions.get(session);
    return uid === undefined ? undefined : this.#store.get(this.#users(), uid);
  }

  /** Makes the key of a token; it is told once. */
  issueKey(tokenUid: string): string {
    const key = `d2p_${text(this.#random, 50)}`;
    this.#tokens.set(key, tokenUid);
    return key;
  }

  /** The user of a personal access token, if the request may use it. */
  tokenUser(key: string, request: { readonly method: string; readonly referer: string | undefined }): SignIn {
    const token = this.#tokens.get(key);
    if (token === undefined) return refused(400, "Checksum validation failed");
    const row = this.#store.get(this.#store.schemas.model("ApiToken"), token);
    if (row === undefined) return refused(401, "The API token does not exists");
    const attributes = row.values["attributes"];
    for (const attribute of isList(attributes) ? attributes : []) {
      if (!isObject(attribute)) continue;
      const problem = attributeProblem(attribute["type"], attribute, request);
      if (problem !== undefined) return refused(401, `Failed to authenticate API token, ${problem}`);
    }
    const expire = row.values["expire"];
    if (typeof expire === "number" && expire <= this.#clock())
      return refused(401, "Failed to authenticate API token, token has expired.");
    const createdBy = row.values["createdBy"];
    const owner = isObject(createdBy) ? textOf(createdBy, "id") : undefined;
    const user = owner === undefined ? undefined : this.#store.get(this.#users(), owner);
    return user === undefined ? refused(401, "The API token does not exists") : { kind: "user", user };
  }

  #users(): Model {
    return this.#store.schemas.model("User");
  }

  /** The state as {@link restore} takes it. */
  snapshot(): AuthSnapshot {
    return { passwords: [...this.#passwords], sessions: [...this.#sessions], tokens: [...this.#tokens] };
  }

  restore({ passwords, sessions, tokens }: AuthSnapshot): void {
    this.#passwords = new Map(passwords);
    this.#sessions = new Map(sessions);
    this.#tokens = new Map(tokens);
  }
}

/** Passwords, sessions and tokens at one time. */
export interface AuthSnapshot {
  readonly passwords: readonly (readonly [string, string])[];
  readonly sessions: readonly (readonly [string, string])[];
  readonly tokens: readonly (readonly [string, string])[];
}

const refused = (status: number, message: string): SignIn => ({ kind: "refused", status, message });

function attributeProblem(
  type: unknown,
  attribute: { readonly [key: string]: unknown },
  request: { readonly method: string; readonly referer: string | undefined },
): string | undefined {
  const listed = (name: string): readonly unknown[] =>
    Array.isArray(attribute[name]) ? attribute[name] : [];
  if (type === "MethodAllowedList" && !listed("allowedMethods").includes(request.method))
    return "request http method is not allowed.";
  if (type === "IpAllowedList" && !listed("allowedIps").includes("127.0.0.1"))
    return "request ip address is not allowed.";
  if (type === "RefererAllowedList" && !listed("allowedReferrers").includes(request.referer))
    return "request http referrer is missing or not allowed.";
  return undefined;
}

const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function text(random: () => number, length: number): string {
  return Array.from({ length }, () => characters.charAt(Math.floor(random() * characters.length))).join("");
}

function hex(random: () => number, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");
}
