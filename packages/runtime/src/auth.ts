/**
 * How requests are signed. Made by {@link basic}, {@link personalAccessToken} or {@link cookie};
 * whatever prints, stringifies or inspects one sees the scheme and no secret.
 */
export interface Auth {
  /** What it is called in messages: `basic`, `personalAccessToken`, `cookie`. */
  readonly scheme: string;
  /** Whether the browser adds its cookies. */
  readonly credentials: "include" | "omit";
  /** Signs a request that goes to the server's own origin. */
  authorize(headers: Headers): void | Promise<void>;
  /** The same text with every secret replaced by `***`. */
  redact(text: string): string;
}

/**
 * Signs in with a user name and a password on every request.
 *
 * @throws TypeError when either is empty or the name contains a colon, which Basic cannot carry.
 */
export function basic(username: string, password: string): Auth {
  requireText("a username", username);
  requireText("a password", password);
  if (/[:\p{Cc}]/u.test(username)) throw new TypeError("a username has no colon and no control characters");
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  const token = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return signedBy("basic", `Basic ${token}`, [token, password, encodeURIComponent(password)]);
}

/**
 * Signs in with a personal access token (`d2p_…`), sent as `ApiToken`.
 *
 * @throws TypeError when the token is empty or has blanks, line breaks or characters outside ASCII.
 */
export function personalAccessToken(token: string): Auth {
  requireText("a personal access token", token);
  if (!/^[!-~]+$/.test(token))
    throw new TypeError("a personal access token has no blanks, line breaks or characters outside ASCII");
  return signedBy("personalAccessToken", `ApiToken ${token}`, [token]);
}

/** Leaves signing in to the browser's session cookie: for apps that the DHIS2 server itself serves. */
export function cookie(): Auth {
  return Object.freeze<Auth>({
    scheme: "cookie",
    credentials: "include",
    authorize: () => {},
    redact: (text) => text,
  });
}

function signedBy(scheme: string, authorization: string, secrets: readonly string[]): Auth {
  // Longest first, so that no secret is cut in two; texts of three characters are no secrets, but occur everywhere.
  const hidden = secrets.filter((secret) => secret.length > 3).sort((a, b) => b.length - a.length);
  return Object.freeze<Auth>({
    scheme,
    // DHIS2 prefers a valid session cookie to the header, and would answer as somebody else.
    credentials: "omit",
    authorize: (headers) => headers.set("Authorization", authorization),
    redact: (text) => hidden.reduce((result, secret) => result.replaceAll(secret, "***"), text),
  });
}

function requireText(what: string, value: unknown): void {
  if (typeof value !== "string" || value === "")
    throw new TypeError(`${what} must be a text that is not empty`);
}
