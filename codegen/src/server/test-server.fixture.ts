import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The committed snapshots. */
export const snapshots: string = fileURLToPath(new URL("../../../schemas-snapshots", import.meta.url));

const text = (id: string, file: string): string => readFileSync(`${snapshots}/${id}/${file}`, "utf8");

/** One answer: what a server sends, or an error that `fetch` throws. */
export type Canned = Response | Error;

/** A server in memory that is of a committed release; `canned` answers first, one a call of the path. */
export function serverOf(
  id: string,
  canned: Readonly<Record<string, Canned[]>> = {},
): { fetch: typeof fetch; calls: { path: string; headers: Headers; redirect: string | undefined }[] } {
  const calls: { path: string; headers: Headers; redirect: string | undefined }[] = [];
  const own: Readonly<Record<string, () => string>> = {
    "/api/system/info": () => {
      const { version, revision, buildTime } = JSON.parse(text(id, "snapshot.json"));
      const secret = {
        serverDate: "today",
        databaseInfo: { url: "jdbc:tell-nobody" },
        systemId: "system-4711",
      };
      return JSON.stringify({ version, revision, buildTime, ...secret });
    },
    "/api/schemas": () =>
      text(id, "schemas.json").replaceAll("https://dhis2.test/", "https://play.example.org/dev/"),
    "/api/openapi/openapi.json": () =>
      text(id, "openapi.json").replaceAll("https://dhis2.test/", "https://play.example.org/dev/"),
  };
  return {
    calls,
    fetch: async (input, init) => {
      const url = new URL(String(input));
      const path = url.pathname.replace(/^\/dev(?=\/)/, "");
      calls.push({ path, headers: new Headers(init?.headers), redirect: init?.redirect });
      const next = canned[path]?.shift();
      if (next instanceof Error) throw next;
      if (next !== undefined) return next;
      const answer = own[path];
      if (answer === undefined)
        return new Response("<html>", { status: 404, headers: { "content-type": "text/html" } });
      return new Response(answer(), { headers: { "content-type": "application/json" } });
    },
  };
}
