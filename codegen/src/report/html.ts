import { changeLevels } from "@dhis2w/model";
import { kindNames } from "./areas.ts";
import { pageScript } from "./html-script.ts";
import { pageStyle } from "./html-style.ts";
import { levelTitles, type Report, titleOf } from "./report.ts";

/** One page that needs nothing else: data, style and script are inside. */
export function renderHtml(report: Report): string {
  const title = escaped(titleOf(report.diff));
  const data = {
    changes: report.changes,
    accepted: report.accepted.map(({ change, reason }) => ({ ...change, reason })),
    kinds: kindNames,
  };
  const chips = changeLevels.map((level) => {
    const shown = report.changes.filter((change) => change.level === level).length;
    return `<label class="chip ${level}"><input type="checkbox" name="level" value="${level}"${level === "cosmetic" ? "" : " checked"}${shown === 0 ? " disabled" : ""}><span>${levelTitles[level]}</span><b>${shown}</b></label>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<form role="search" id="filters">
<input type="search" id="search" placeholder="Search names, rules, advice (press /)" aria-label="Search">
<select id="kind" aria-label="Kind of thing"><option value="">Everything</option></select>
<div class="chips">${chips.join("")}</div>
</form>
</header>
<main>
<p id="summary" role="status"></p>
<div id="changes"></div>
<button type="button" id="more" hidden>Show more</button>
</main>
<noscript>The changes are listed by a script; the markdown format needs none.</noscript>
<script type="application/json" id="data">${inScript(JSON.stringify(data))}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Nothing in the data may end the script element. */
const inScript = (json: string): string => json.replaceAll("<", "\\u003c");
