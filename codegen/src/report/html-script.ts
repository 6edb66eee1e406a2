/** Script of the page: filters as one types, builds what is to be seen, and keeps the filter in the address. */
export const pageScript = `
(() => {
  const { changes, accepted, kinds } = JSON.parse(document.getElementById("data").textContent);
  const all = [...changes, ...accepted];
  const byId = (id) => document.getElementById(id);
  const [search, kind, list, more, summary] = ["search", "kind", "changes", "more", "summary"].map(byId);
  const levels = [...document.querySelectorAll("input[name=level]")];
  const step = 300;
  let limit = step;
  for (const name of [...new Set(all.map((change) => change.subject.kind))].sort()) kind.add(new Option(kinds[name].replace(/^an? /, ""), name));
  const texts = new Map(all.map((change) => [change, [change.subject.label, change.rule, change.title, change.before, change.after,
    change.why, change.todo, change.renamedTo, change.reason, change.fingerprint, ...(change.includes ?? []), ...(change.places ?? [])].join(" ").toLowerCase()]));
  const element = (name, content, className) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...[content ?? []].flat());
    return made;
  };
  // What stands between backticks is code.
  const prose = (text) => text.split("\`").map((part, index) => index % 2 === 1 ? element("code", part) : part);
  const names = (title, items) => {
    const box = element("details", [element("summary", title), element("ul", items.map((item) => element("li", element("code", item))))]);
    return box;
  };
  const article = (change) => {
    const copy = element("button", element("code", change.fingerprint), "fingerprint");
    copy.type = "button";
    copy.title = "Copy, for the file of accepted findings";
    copy.addEventListener("click", () => navigator.clipboard?.writeText(change.fingerprint));
    const heading = element("h3", [element("code", change.subject.label), " "]);
    const values = element("span", [], "values");
    if (change.before !== undefined) values.append(element("del", element("code", change.before)));
    if (change.before !== undefined && change.after !== undefined) values.append(" → ");
    if (change.after !== undefined) values.append(element("ins", element("code", change.after)));
    heading.append(values);
    const made = element("article", [element("div", [heading, copy], "line")], change.reason ? "accepted" : "");
    if (change.renamedTo) made.append(element("div", ["It may be called ", element("code", change.renamedTo), " now."], "note"));
    if (change.reason) made.append(element("div", "Accepted: " + change.reason, "note"));
    if (change.includes) made.append(names("With it: " + change.includes.length, change.includes));
    if (change.places) made.append(names("In " + change.places.length + " places", change.places));
    return made;
  };
  const show = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const wanted = new Set(levels.filter((box) => box.checked).map((box) => box.value));
    const found = all.filter((change) => wanted.has(change.level) && (!kind.value || change.subject.kind === kind.value)
      && words.every((word) => texts.get(change).includes(word)));
    const sections = new Map();
    for (const change of found.slice(0, limit)) {
      if (!sections.has(change.rule)) {
        const count = found.filter((other) => other.rule === change.rule).length;
        const what = kinds[change.subject.kind] + " " + change.title;
        const title = element("h2", [what.charAt(0).toUpperCase() + what.slice(1), element("span", " " + count), element("small", element("code", change.rule))]);
        const advice = element("p", [...prose(change.why), " ", element("b", prose(change.todo))], "advice");
        sections.set(change.rule, element("section", [title, advice], change.level));
      }
      sections.get(change.rule).append(article(change));
    }
    list.replaceChildren(...sections.values());
    summary.textContent = found.length === 0 ? "Nothing matches." : found.length + " of " + all.length + " changes";
    more.hidden = found.length <= limit;
    history.replaceState(null, "", search.value ? "#" + encodeURIComponent(search.value) : location.pathname + location.search);
  };
  const restart = () => { limit = step; show(); };
  byId("filters").addEventListener("input", restart);
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", () => { limit += step; show(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== search) { event.preventDefault(); search.focus(); }
    if (event.key === "Escape" && search.value) { search.value = ""; restart(); }
  });
  search.value = decodeURIComponent(location.hash.slice(1));
  show();
})();
`;
