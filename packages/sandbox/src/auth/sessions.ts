/** Sessions of signed-in users, by the value of their cookie. */
export class Sessions {
  #users = new Map<string, string>();

  /** Starts a session of a user, by UID; the value is its cookie's. */
  start(user: string, random: () => number): string {
    let id = "";
    while (id.length < 32) id += Math.floor(random() * 16).toString(16);
    this.#users.set(id.toUpperCase(), user);
    return id.toUpperCase();
  }

  /** UID of the user whose session it is; undefined where there is none. */
  userOf(cookies: string | null): string | undefined {
    const id = sessionIdOf(cookies);
    return id === undefined ? undefined : this.#users.get(id);
  }

  end(cookies: string | null): void {
    const id = sessionIdOf(cookies);
    if (id !== undefined) this.#users.delete(id);
  }

  /** Ends all sessions. */
  clear(): void {
    this.#users.clear();
  }
}

/** Name of the cookie that carries a session. */
export const sessionCookie = "JSESSIONID";

function sessionIdOf(cookies: string | null): string | undefined {
  const pairs = (cookies ?? "").split(";").map((pair) => pair.trim().split("="));
  return pairs.find(([name]) => name === sessionCookie)?.[1];
}
