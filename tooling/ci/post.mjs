// Shows a report on GitHub, and changes the one that is there instead of adding another:
//   node tooling/ci/post.mjs comment NUMBER FILE    a comment on a pull request, found again by the first line of the file
//   node tooling/ci/post.mjs issue TITLE FILE       an open issue of that title
// An empty file posts nothing; a comment that is there says then that nothing differs any more.
import { readFileSync } from "node:fs";

const [kind = "", target = "", file = ""] = process.argv.slice(2);
const { GITHUB_API_URL: address = "https://api.github.com", GITHUB_REPOSITORY, GH_TOKEN } = process.env;
if ((kind !== "comment" && kind !== "issue") || file === "" || !GITHUB_REPOSITORY || !GH_TOKEN) {
  console.error("post.mjs comment NUMBER FILE | issue TITLE FILE, with GITHUB_REPOSITORY and GH_TOKEN set");
  process.exit(2);
}
const body = readFileSync(file, "utf8");
const repository = `${address}/repos/${GITHUB_REPOSITORY}`;

if (kind === "comment") {
  const marker = "<!-- dhis2w schema diff -->";
  const known = await find(`issues/${target}/comments`, (one) => String(one.body).startsWith(marker));
  const text = body === "" ? `${marker}\nNothing of the servers' schemas changes any more.\n` : body;
  if (known !== undefined) await call("PATCH", `issues/comments/${known.id}`, { body: text });
  else if (body !== "") await call("POST", `issues/${target}/comments`, { body: text });
} else if (body !== "") {
  const known = await find(
    "issues?state=open",
    (one) => one.title === target && one.pull_request === undefined,
  );
  if (known !== undefined) await call("PATCH", `issues/${known.number}`, { body });
  else await call("POST", "issues", { title: target, body });
}

/**
 * The first item of a list, over all pages.
 * @param {string} path
 * @param {(item: Record<string, unknown>) => boolean} isIt
 */
async function find(path, isIt) {
  for (let page = 1; ; page++) {
    const items = await call("GET", `${path}${path.includes("?") ? "&" : "?"}per_page=100&page=${page}`);
    const found = items.find(isIt);
    if (found !== undefined || items.length < 100) return found;
  }
}

/**
 * @param {string} method
 * @param {string} path below the repository
 * @param {object} [content]
 * @returns {Promise<any>}
 */
async function call(method, path, content) {
  const answer = await fetch(`${repository}/${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${GH_TOKEN}`,
      "x-github-api-version": "2022-11-28",
    },
    ...(content !== undefined && { body: JSON.stringify(content) }),
  });
  if (answer.ok) return answer.json();
  console.error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  process.exit(1);
}
