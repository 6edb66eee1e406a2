import type { Model } from "../schema/model.ts";
import type { Store, Stored } from "../store/store.ts";
import { idOf } from "../store/values.ts";
import { isTokenKey, makeTokenKey } from "./token-key.ts";
import { refusedUse, type TokenUse } from "./token-rules.ts";

/** Who a request comes from, or why it is turned away. */
export type SignIn =
  | { readonly kind: "user"; readonly user: Stored }
  | { readonly kind: "none" }
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly message: string;
      /** The scheme that the refusal is about, where it says so. */
      readonly scheme?: "ApiToken" | "Bearer";
    };

/** Passwords, sessions and personal access tokens. They live beside the objects, since no answer shows them. */
export class Authenticator {
  readonly #store: Store;
  readonly #random: () => number;
  readonly #clock: () => number;
  #passwords = new Map<string, string>();
  #sessions = new Map<string, string>();
  /** Key → uid of the token. */
  #tokens = new Map<string, string>();
  readonly #usedTokens = new Map<string, Stored>();

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
    const key = makeTokenKey(this.#random);
    this.#tokens.set(key, tokenUid);
    return key;
  }

  /**
   * The user of a personal access token, if the request may use it. A token that was used is remembered as it
   * was: changes to it do not count, its deletion does.
   */
  tokenUser(key: string, use: Omit<TokenUse, "now">): SignIn {
    if (!isTokenKey(key)) return refused(400, "Checksum validation failed");
    const uid = this.#tokens.get(key);
    const stored =
      uid === undefined ? undefined : this.#store.get(this.#store.schemas.model("ApiToken"), uid);
    if (stored === undefined) return refused(401, "The API token does not exists");
    const token = this.#usedTokens.get(key) ?? stored;
    const problem = refusedUse(token.values, { ...use, now: this.#clock() });
    if (problem !== undefined) return refused(401, problem);
    const owner = idOf(token.values["createdBy"]);
    const user = owner === undefined ? undefined : this.#store.get(this.#users(), owner);
    if (user === undefined) return refused(401, "The API token does not exists");
    this.#usedTokens.set(key, token);
    return { kind: "user", user };
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
    this.#usedTokens.clear();
  }
}

/** Passwords, sessions and tokens at one time. */
export interface AuthSnapshot {
  readonly passwords: readonly (readonly [string, string])[];
  readonly sessions: readonly (readonly [string, string])[];
  readonly tokens: readonly (readonly [string, string])[];
}

const refused = (status: number, message: string): SignIn => ({ kind: "refused", status, message });

function hex(random: () => number, length: number): string {
  let digits = "";
  while (digits.length < length) digits += Math.floor(random() * 16).toString(16);
  return digits;
}
