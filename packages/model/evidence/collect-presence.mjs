/**
 * Reads the recordings and writes `src/presence/evidence.ts`: which properties no recorded full read of an object
 * lacks. Run after `npm run build` of this package: `node evidence/collect-presence.mjs`. Also prints what the
 * recordings have and the model has not.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readSnapshot, sortedBy } from "../dist/index.js";

const root = new URL("../../../", import.meta.url);
const versions = JSON.parse(readFileSync(new URL("schemas-snapshots/versions.json", root), "utf8"));

/** Values too small a number of which was seen prove nothing. */
const enoughValues = 40;

/** klass → { seen, lacks: name → count }; an object of each version counts. */
const evidence = new Map();
const surprises = new Set();

for (const { id } of versions) {
  const file = (name) => readFileSync(new URL(`schemas-snapshots/${id}/${name}`, root), "utf8");
  const model = readSnapshot({
    snapshot: file("snapshot.json"),
    schemas: file("schemas.json"),
    openapi: file("openapi.json"),
  });
  const models = new Map(model.models.map((each) => [each.name, each]));
  const resources = new Map(model.resources.map((each) => [each.path, each]));
  const folder = new URL(`recordings/${id}/`, root);
  for (const har of readdirSync(folder).filter((name) => name.endsWith(".har")))
    for (const entry of JSON.parse(readFileSync(new URL(har, folder), "utf8")).log.entries)
      for (const [resource, objects, owner] of fullReads(entry, resources))
        for (const object of objects)
          note(models, models.get(resource.model), object, owner, `${id} ${har} ${entry.comment}`);
}

/** The objects that an exchange shows in full: by a GET of one without `fields`, or with `*`, `:all` or `:owner`. */
function* fullReads({ request, response }, resources) {
  if (request.method !== "GET" || response.status !== 200) return;
  const url = new URL(request.url);
  const [, path, uid, ...rest] =
    /^\/api\/([A-Za-z]+)(?:\/([A-Za-z][A-Za-z0-9]{10}))?(\/.*)?$/.exec(url.pathname) ?? [];
  const resource = resources.get(path);
  if (resource === undefined || rest.some((part) => part !== undefined)) return;
  const fields = url.searchParams.getAll("fields");
  const whole =
    fields.length === 0 ? uid !== undefined : fields.length === 1 && ["*", ":all"].includes(fields[0]);
  const owner = fields.length === 1 && fields[0] === ":owner";
  if (!whole && !owner) return;
  let body;
  try {
    body = JSON.parse(response.content.text);
  } catch {
    return;
  }
  // An unknown message conversation is a 200 with a message and no object.
  yield [resource, uid === undefined ? (body[resource.name] ?? []) : body.id === uid ? [body] : [], owner];
}

function note(models, model, object, owner, step) {
  const row = evidence.get(model.klass) ?? {
    klass: model.klass,
    seen: 0,
    lacks: new Map(),
    models: new Set(),
  };
  evidence.set(model.klass, row);
  row.models.add(model);
  row.seen++;
  for (const property of model.properties) {
    const { name, type } = property;
    if ((object[name] ?? undefined) === undefined) {
      if (!owner || (property.owner && property.persisted))
        row.lacks.set(name, (row.lacks.get(name) ?? 0) + 1);
      continue;
    }
    noteValue(models, type, object[name], `${model.name}.${name}`, step);
  }
  const known = new Set(model.properties.map(({ name }) => name));
  for (const key of Object.keys(object))
    if (!known.has(key)) surprises.add(`${model.name}.${key} is unknown: ${step}`);
}

function noteValue(models, type, value, where, step) {
  const wrong = () =>
    surprises.add(`${where} is ${JSON.stringify(value)?.slice(0, 80)}, not ${type.kind}: ${step}`);
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  switch (type.kind) {
    case "text":
    case "dateTime":
    case "enum":
    case "literal":
      return typeof value === "string" ? undefined : wrong();
    case "integer":
      return Number.isInteger(value) ? undefined : wrong();
    case "number":
      return typeof value === "number" ? undefined : wrong();
    case "boolean":
      return typeof value === "boolean" ? undefined : wrong();
    case "array":
      if (!Array.isArray(value)) return wrong();
      for (const item of value) noteValue(models, type.item, item, where, step);
      return;
    case "map":
      if (!isObject) return wrong();
      for (const item of Object.values(value)) noteValue(models, type.value, item, where, step);
      return;
    case "ref":
      return isObject && typeof value.id === "string" ? undefined : wrong();
    case "embedded":
      return isObject ? note(models, models.get(type.model), value, false, step) : wrong();
  }
}

/** What presence may rely on: kept by the database, and required by it or a list, which is sent when empty too. */
const isStored = ({ required, persisted, type }) => persisted && (required || type.kind === "array");

const always = sortedBy(evidence.values(), ({ klass }) => klass).flatMap(({ klass, models, seen, lacks }) => {
  const stored = [...models].some((model) => model.kind === "schema" && model.persisted);
  const names = new Set(
    [...models].flatMap(({ properties }) =>
      properties
        .filter(
          (property) => !lacks.has(property.name) && (stored ? isStored(property) : seen >= enoughValues),
        )
        .map(({ name }) => name),
    ),
  );
  return names.size === 0 ? [] : [{ klass, stored, seen, names: sortedBy(names, (name) => name) }];
});
const literal = (rows) =>
  rows
    .map(
      ({ klass, seen, names }) => `  // ${seen} seen\n  ${JSON.stringify(klass)}: ${JSON.stringify(names)},`,
    )
    .join("\n");

writeFileSync(
  new URL("../src/presence/evidence.ts", import.meta.url),
  `// Written by evidence/collect-presence.mjs from the recordings.

/** By class: what no recorded full read lacks, among what the database keeps: required, or a list. */
export const alwaysInRecordings: Readonly<Record<string, readonly string[]>> = {
${literal(always.filter(({ stored }) => stored))}
};

/** By class of values that stand whole inside others: what none of many recorded values lacks. */
export const alwaysInEmbedded: Readonly<Record<string, readonly string[]>> = {
${literal(always.filter(({ stored }) => !stored))}
};
`,
);
for (const surprise of surprises) console.log(surprise);
