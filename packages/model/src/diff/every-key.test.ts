import { describe, expect, it } from "vitest";
import { committedSnapshot } from "../committed-snapshots.fixture.ts";
import { readSnapshot, type SnapshotDocuments } from "../read-snapshot.ts";
import { SnapshotError } from "../snapshot-error.ts";
import { diffServers } from "./diff-servers.ts";
import { ignoredKeys } from "./ignored-keys.ts";

type Json = Record<string, unknown>;
type Place = readonly (string | number)[];

/** A release, cut down to a few classes and to the calls that between them have every kind of key. */
const documents = cutDown(committedSnapshot("v43"));
const server = readSnapshot(documents);

const kinds = [...kindsOf(documents)].filter(([kind]) => !ignoredKeys.some((ignored) => ignored.test(kind)));

describe("alter any key of a snapshot", () => {
  it("covers every kind of key that a release has", () => {
    const here = kindsOf(documents);
    const all = [...kindsOf(committedSnapshot("v43")).keys()];
    expect(all.filter((kind) => !here.has(kind))).toEqual([]);
  });

  it.each(kinds)("%s", (_kind, place) => {
    const altered = structuredClone(documents) as SnapshotDocuments;
    alter(altered as unknown as Json, place);
    // A key that the model cannot be read without is noticed before there is a diff.
    try {
      readSnapshot(altered);
    } catch (error) {
      expect(error).toBeInstanceOf(SnapshotError);
      return;
    }
    expect(diffServers({ documents, server }, { documents: altered }).changes).not.toEqual([]);
  });
});

/** One place for each kind of key: names of classes, properties, paths and components are all one kind. */
function kindsOf(value: unknown): Map<string, Place> {
  const found = new Map<string, Place>();
  visit(value, [], "");
  return found;

  function visit(node: unknown, place: Place, kind: string): void {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      const name = Array.isArray(node) || isName(kind) ? "*" : key;
      const below = `${kind}/${name}`.replace(
        /(?:\/(?:properties\/\*|items|oneOf\/\*|additionalProperties))+(?=\/)/,
        "/schema",
      );
      const at = [...place, Array.isArray(node) ? Number(key) : key];
      if (!found.has(below)) found.set(below, at);
      visit(child, at, below);
    }
  }
}

/** Whether the keys of the objects of this kind are names. */
function isName(kind: string): boolean {
  return (
    /(?:^\/openapi\/(?:paths|components\/\w+)|\/properties|\/responses|\/content|\/openapi\/paths\/\*)$/.test(
      kind,
    ) && !kind.startsWith("/schemas")
  );
}

function alter(root: Json, place: Place): void {
  let owner: Json = root;
  for (const key of place.slice(0, -1)) owner = owner[key] as Json;
  const key = place.at(-1) as string;
  const value = owner[key];
  if (typeof value === "boolean") owner[key] = !value;
  else if (typeof value === "number") owner[key] = value === 7 ? 8 : 7;
  else if (typeof value === "string") owner[key] = `${value}X`;
  else if (Array.isArray(owner)) owner.splice(Number(key), 1);
  else delete owner[key];
}

function cutDown(whole: SnapshotDocuments): SnapshotDocuments {
  const schemas = (whole.schemas as { schemas: Json[] }).schemas;
  const openapi = whole.openapi as {
    paths: Record<string, Json>;
    components: Record<string, Record<string, Json>>;
  } & Json;
  const wanted = new Set(["constant", "dataElement", "option", "optionSet", "category", "categoryOption"]);
  const kept = schemas.filter(({ singular }) => wanted.has(String(singular)));
  const klasses = new Set(kept.map(({ klass }) => klass));
  const cut = kept.map((schema) => ({
    ...schema,
    klass: String(schema.klass),
    properties: (schema.properties as Json[]).filter((property) => {
      const klass = property.collection === true ? property.itemKlass : property.klass;
      const type = property.collection === true ? property.itemPropertyType : property.propertyType;
      return !["REFERENCE", "COMPLEX"].includes(String(type)) || klasses.has(klass);
    }),
  }));

  const seen = new Set<string>();
  const isNews = (place: string, value: unknown): boolean => {
    const kinds = [
      ...kindsOf({
        openapi: place === "path" ? { paths: { "": value } } : { components: { [place]: { "": value } } },
      }).keys(),
    ];
    const fresh = kinds.filter((kind) => !seen.has(kind));
    for (const kind of fresh) seen.add(kind);
    return fresh.length > 0;
  };
  const paths = Object.fromEntries(Object.entries(openapi.paths).filter(([, item]) => isNews("path", item)));
  const named = Object.fromEntries(
    Object.entries(openapi.components).map(([group, members]) => [
      group,
      Object.fromEntries(
        Object.entries(members).filter(
          ([name, member]) =>
            isNews(group, member) || kept.some(({ klass }) => String(klass).endsWith(`.${name}`)),
        ),
      ),
    ]),
  );
  const reached = closure({ paths, ...named }, openapi.components);
  // A name that only one of the two documents has would have to be explained.
  for (const { klass, properties } of cut) {
    const names = new Set(
      properties.map((property) => (property.collection === true ? property.collectionName : property.name)),
    );
    const component = reached.schemas?.[klass.replace(/.*\./, "")] as Json | undefined;
    if (component === undefined) continue;
    const described = Object.entries(component.properties as Json).filter(([name]) => names.has(name));
    component.properties = Object.fromEntries(described);
  }
  return {
    snapshot: whole.snapshot,
    schemas: { schemas: cut },
    openapi: { ...openapi, paths, components: reached },
  };
}

/** The components that these documents refer to, and theirs. */
function closure(start: Json, components: Record<string, Record<string, Json>>): Record<string, Json> {
  const found: Record<string, Json> = {};
  for (const group of Object.keys(components)) found[group] = { ...(start[group] as Json) };
  const queue: unknown[] = [start];
  for (const node of queue) {
    for (const [, group = "", name = ""] of JSON.stringify(node).matchAll(
      /"#\/components\/(\w+)\/([^"]+)"/g,
    )) {
      const target = components[group]?.[name];
      if (target === undefined || (found[group] !== undefined && name in found[group])) continue;
      found[group] = { ...found[group], [name]: target };
      queue.push(target);
    }
  }
  return structuredClone(found);
}
