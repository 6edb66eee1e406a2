/**
 * The server's address up to and without `/api`, whatever way it was written.
 *
 * @throws TypeError when it is no http(s) address, or carries a user name, a query or a fragment.
 */
export function readBaseUrl(text: string): string {
  // Apps served by DHIS2 know their server by a relative address only.
  const { location } = globalThis as { location?: { href?: string } };
  let url: URL | undefined;
  try {
    url = new URL(text, location?.href);
  } catch {
    // The text may hold a password: neither it nor the parser's own message goes further.
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.username + url.password + url.search + url.hash !== "")
    throw new TypeError("baseUrl must be an http(s) address without user name, query and fragment");
  return url.origin + url.pathname.replace(/\/+$/, "").replace(/\/api$/, "");
}
