import { compareText, type Model, type ServerModel, sortedBy } from "@dhis2w/model";
import { commentText, markdownText } from "../text/escape.ts";
import type { Emitter, Release } from "./emitter.ts";
import { generatedMark } from "./typescript-file.ts";

/** `docs/versions.md`: what each release has, and what came and went between them. */
export const versionsPage: Emitter = {
  name: "versions page",
  scope: "all",
  place: "docs",
  emit: (releases) => ({
    folder: "docs",
    locked: false,
    files: [{ path: "versions.md", text: page(releases) }],
  }),
};

function page(releases: readonly Release[]): string {
  const pairs = releases.slice(1).map((newer, index) => [releases[index] ?? newer, newer] as const);
  return `${[
    `<!-- ${generatedMark} -->`,
    "# What each release has",
    "Names are those of the Web API. A name that a release does not have is a compile error in its client.",
    table(
      ["", ...releases.map(({ row }) => row.id)],
      [
        ["package", ...releases.map(({ row }) => `\`@dhis2w/client-${row.id}\``)],
        ["release", ...releases.map(({ server }) => markdownText(server.source.release))],
        ["metadata resources", ...releases.map(({ server }) => String(server.resources.length))],
        ["models", ...releases.map(({ server }) => String(server.models.length))],
        ["properties", ...releases.map(({ server }) => String(countProperties(server)))],
        ["enums", ...releases.map(({ server }) => String(server.enums.length))],
        ["how it behaves where releases differ", ...releases.map(behaviour)],
      ],
    ),
    "## Resources",
    resources(releases),
    ...pairs.flatMap(([older, newer]) => changes(older, newer)),
  ].join("\n\n")}\n`;
}

const countProperties = ({ models }: ServerModel): number =>
  models.reduce((sum, { properties }) => sum + properties.length, 0);

/** Whether what differs between releases was recorded, or is taken from an older one. */
function behaviour({ server: { quirks } }: Release): string {
  const assumed = quirks.flatMap(({ assumedFrom }) => assumedFrom ?? []);
  if (assumed.length === 0) return "recorded";
  const from = [...new Set(assumed)].sort(compareText).join(", ");
  return `${assumed.length} of ${quirks.length} assumed as in ${from}`;
}

/** Those that all releases have in a line, the others in a table. */
function resources(releases: readonly Release[]): string {
  const names = [...new Set(releases.flatMap(({ server }) => server.resources.map(({ name }) => name)))];
  const has = ({ server }: Release, name: string): boolean =>
    server.resources.some((resource) => resource.name === name);
  const [shared, others] = split(names.sort(compareText), (name) => releases.every((one) => has(one, name)));
  return [
    `In all releases (${shared.length}): ${shared.map(code).join(", ")}.`,
    ...(others.length === 0
      ? []
      : [
          table(
            ["only in some", ...releases.map(({ row }) => row.id)],
            others.map((name) => [code(name), ...releases.map((one) => (has(one, name) ? "yes" : "–"))]),
          ),
        ]),
  ].join("\n\n");
}

function changes({ row: older, server: before }: Release, { row: newer, server: after }: Release): string[] {
  const models = compared(before.models, after.models);
  const properties = models.both.map(([was, is]) => ({
    model: is,
    ...compared(was.properties, is.properties),
  }));
  const enums = compared(before.enums, after.enums);
  const members = enums.both.map(([was, is]) => ({
    name: is.name,
    added: is.members.filter((member) => !was.members.includes(member)),
    removed: was.members.filter((member) => !is.members.includes(member)),
  }));
  return [
    `## From ${older.id} to ${newer.id}`,
    `[What that breaks, and what to do](migration-${older.id}-${newer.id}.md).`,
    listed("New models", models.added.map(nameOf)),
    listed("Models that are gone", models.removed.map(nameOf)),
    perOwner(
      "New properties",
      properties.map(({ model, added }) => [model.name, added.map(nameOf)]),
    ),
    perOwner(
      "Properties that are gone",
      properties.map(({ model, removed }) => [model.name, removed.map(nameOf)]),
    ),
    perOwner(
      "Properties of another type",
      properties.map(({ model, both }) => [model.name, otherTypes(both)]),
    ),
    perOwner(
      "New members of enums",
      members.map(({ name, added }) => [name, added]),
    ),
    perOwner(
      "Members of enums that are gone",
      members.map(({ name, removed }) => [name, removed]),
    ),
  ].filter((part) => part !== "");
}

type Named = { readonly name: string };

interface Compared<Item> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  readonly both: readonly (readonly [was: Item, is: Item])[];
}

function compared<Item extends Named>(before: readonly Item[], after: readonly Item[]): Compared<Item> {
  const was = new Map(before.map((item) => [item.name, item]));
  const is = new Map(after.map((item) => [item.name, item]));
  return {
    added: sortedBy([...after], nameOf).filter(({ name }) => !was.has(name)),
    removed: sortedBy([...before], nameOf).filter(({ name }) => !is.has(name)),
    both: sortedBy([...after], nameOf).flatMap((item) => {
      const older = was.get(item.name);
      return older === undefined ? [] : [[older, item] as const];
    }),
  };
}

const nameOf = ({ name }: Named): string => name;

const otherTypes = (both: Compared<Model["properties"][number]>["both"]): string[] =>
  both.filter(([was, is]) => JSON.stringify(was.type) !== JSON.stringify(is.type)).map(([, is]) => is.name);

function split<Item>(items: readonly Item[], test: (item: Item) => boolean): readonly [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

const code = (name: string): string => `\`${commentText(name).replace(/[`|]/g, "")}\``;

const listed = (title: string, names: readonly string[]): string =>
  names.length === 0 ? "" : `**${title}** (${names.length}): ${names.map(code).join(", ")}.`;

/**
 * What many owners share word for word is said once: a property of a base class comes and goes with all of them.
 */
function perOwner(
  title: string,
  changed: readonly (readonly [owner: string, names: readonly string[]])[],
): string {
  const owners = new Map<string, string[]>();
  for (const [owner, names] of changed)
    for (const name of names) owners.set(name, [...(owners.get(name) ?? []), owner]);
  const [common, own] = split([...owners], ([, all]) => all.length > manyOwners);
  const ofOwner = changed.flatMap(([owner, names]) => {
    const mine = names.filter((name) => own.some(([one]) => one === name));
    return mine.length === 0 ? [] : [`- ${code(owner)}: ${mine.map(code).join(", ")}`];
  });
  const ofMany = common.map(
    ([name, all]) => `- ${code(name)} in ${all.length} models: ${all.map(code).join(", ")}`,
  );
  const lines = [...ofMany, ...ofOwner];
  return lines.length === 0 ? "" : `**${title}**\n\n${lines.join("\n")}`;
}

/** From here on a name is said once, with its owners. */
const manyOwners = 5;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
