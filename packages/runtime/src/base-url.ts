/**
 * The server's address up to and without `/api`, whatever way it was written.
 *
 * @throws TypeError when it is no http(s) address, or carries a user name, a query or a fragment.
 */
export function readBaseUrl(text: string): string {
  // Apps served by DHIS2 know their server by a relative address only.
  const { location } = globalThis as { location?: { href?: string } };
  let url: URL;
  try {
    url = new URL(text, location?.href);
  } catch {
    throw new TypeError("baseUrl is not a URL: write it like https://dhis2.example.org/hmis");
  }
  if (url.username !== "" || url.password !== "")
    throw new TypeError("baseUrl must not carry a user name or password: pass them as auth");
  if (!/^https?:$/.test(url.protocol))
    throw new TypeError(`baseUrl must be http or https, not ${url.protocol}`);
  if (url.search !== "" || url.hash !== "")
    throw new TypeError("baseUrl must not have a query or a fragment");
  return url.origin + url.pathname.replace(/\/+$/, "").replace(/\/api$/, "");
}
