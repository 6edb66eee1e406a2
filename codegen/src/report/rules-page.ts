import { changeLevels, diffRules } from "@dhis2w/model";
import { levelTitles } from "./report.ts";

/** The table of rules as a page: a chapter a level, a row a rule. */
export function renderRules(): string {
  const lines = [
    "# What `dhis2w diff` looks for",
    "",
    "<!-- Made by `node tooling/docs.mjs` from the table of rules in packages/model/src/diff/rules. -->",
    "",
    `Two servers are compared by ${diffRules.length} rules. Each change that is found has the id of its rule, a level, why it matters and what to do.`,
    "A key of a snapshot that differs and that no rule knows is reported by the `…-detail-changed` rule of its subject: nothing is left out. What says nothing in OpenAPI (`required: false`, `deprecated: false`, the placeholders that 41 writes for descriptions) is taken for absent.",
    "",
    "| level | means |",
    "|---|---|",
    "| `breaking-for-readers` | code that reads gets an error, or something else than it expects |",
    "| `breaking-for-writers` | a write is refused, or not stored |",
    "| `risky` | it depends on your code or your data; look |",
    "| `additive` | new; nothing that worked stops working |",
    "| `cosmetic` | says the same in other words |",
  ];
  for (const level of changeLevels) {
    const rules = diffRules.filter((rule) => rule.level === level);
    lines.push(
      "",
      `## ${levelTitles[level]}`,
      "",
      "| rule | fires when | why | what to do |",
      "|---|---|---|---|",
      ...rules.map(
        ({ id, subject, title, why, todo }) => `| \`${id}\` | a ${subject} ${title} | ${why} | ${todo} |`,
      ),
    );
  }
  return `${lines.join("\n")}\n`;
}
