// The programs whose cost for the compiler is held: what a user writes, small and large, right and wrong.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../steps.mjs";

/** Everything that a query needs but no query: what the others are measured against. */
const basis = `import { basic, connect } from "@dhis2w/client-v42";
const dhis2 = await connect({ baseUrl: "https://dhis2.example.org", auth: basic("admin", "district") });
console.log(dhis2.version);
`;

const openApiBasis = `import { openApi } from "@dhis2w/client-v42/openapi";\n${basis}`;

const tenLines = `${basis}
const elements = await dhis2.resources.dataElements.list({
  fields: "id,name,valueType,categoryCombo[id,name],dataElementGroups~size~rename(groups)",
  filter: ["name:ilike:malaria", "domainType:eq:AGGREGATE"],
  order: "name:asc",
});
for (const element of elements) console.log(element.name, element.valueType, element.categoryCombo.name, element.groups);
`;

/** @typedef {{ source: string, above?: string, refused?: string }} Program */

/** By name: `above` names the program it is measured against, `refused` what the compiler must say. @type {Record<string, Program>} */
export const programs = {
  basis: { source: basis },
  "ten-line program": { source: tenLines },
  "one more query, ten names in three levels": {
    above: "ten-line program",
    source: `${tenLines}
const combos = await dhis2.resources.categoryCombos.list({
  fields: "id,name,code,categories[id,name,categoryOptions[id,name,code]]",
});
console.log(combos[0]?.categories);
`,
  },
  "40 flat names": { source: list("dataElements", propertiesOf("DataElement").slice(0, 40).join(",")) },
  "200 call sites": { source: callSites(200) },
  typo: {
    source: tenLines.replace("categoryCombo[id,name]", "categoryCombo[id,nmae]").replace(/^for .*$/m, ""),
    refused: "'nmae' is not a property of CategoryCombo",
  },
  "typo in an embedded object": {
    source: list("dataElements", "id,style[colr]"),
    refused: "'colr' is not a property of ObjectStyle",
  },
  "wrong operator in a filter": {
    source: `${basis}console.log(await dhis2.resources.dataElements.list({ filter: ["valueType:gt:NUMBER"] }));\n`,
    refused: "'gt' does not apply to valueType (enum ValueType)",
  },
  "one call through /openapi": {
    source: `${openApiBasis}
const { data } = await openApi(dhis2).GET("/api/dataSets/{uid}", { params: { path: { uid: "BfMAe6Itzgt" } } });
console.log(data.name);
`,
  },
  "one file through /openapi": {
    source: `${openApiBasis}
const path = { uid: "BfMAe6Itzgt" };
const { data } = await openApi(dhis2).GET("/api/fileResources/{uid}/data", { params: { path }, parseAs: "blob" });
console.log(data.size);
`,
  },
  "400 names": { source: list("dataElements", many(400)) },
  "9 levels": { source: list("dataElements", nested(9)) },
};

/** @param {string} resource @param {string} fields */
function list(resource, fields) {
  return `${basis}const [first] = await dhis2.resources.${resource}.list({ fields: "${fields}" });\nconsole.log(first?.id);\n`;
}

/** Names of a model's properties, as the core of 42 has them. @param {string} model @returns {string[]} */
function propertiesOf(model) {
  const text = readFileSync(join(root, "packages/core-v42/src/generated/models.ts"), "utf8");
  const [, parent, body = ""] =
    new RegExp(`^export interface ${model} (?:extends (\\w+) )?\\{$(.*?)^\\}`, "ms").exec(text) ?? [];
  const own = [...body.matchAll(/^ {2}(\w+)\??: /gm)].map(([, property]) => property ?? "");
  return [...new Set([...(parent === undefined ? [] : propertiesOf(parent)), ...own])];
}

/** @param {number} count */
function many(count) {
  const names = propertiesOf("DataElement");
  return Array.from({ length: count }, (_, index) => names[index % names.length]).join(",");
}

/** Data element → combo → categories → their combos → … @param {number} levels */
function nested(levels) {
  const steps = Array.from({ length: levels - 1 }, (_, index) =>
    index % 2 === 0 ? "categories" : "categoryCombos",
  );
  return `id,categoryCombo[${steps.map((step) => `id,${step}[`).join("")}id,name${"]".repeat(levels)}`;
}

/** Different queries, two and three levels deep. @param {number} count */
function callSites(count) {
  const elements = propertiesOf("DataElement").filter((name) => !/^(id|name|categoryCombo)$/.test(name));
  const common = [
    "code",
    "created",
    "lastUpdated",
    "displayName",
    "href",
    "access",
    "sharing",
    "translations",
  ];
  let calls = "";
  for (let index = 0; index < count; index++) {
    const some = [0, 1, 2].map((step) => elements[(index * 7 + step * 5) % elements.length]).join(",");
    const shared = common.filter((_, bit) => (((index * 37) % 255) + 1) & (1 << bit)).join(",");
    const [resource, fields] = [
      ["dataElements", `id,name,${some},categoryCombo[id,${shared},categories[id,name]]`],
      ["categoryCombos", `id,${shared},categories[id,name,categoryOptions[id,${shared}]]`],
      ["programs", `id,name,programStages[id,${shared},programStageDataElements[id,dataElement[id,name]]]`],
      ["organisationUnits", `id,path,parent[id,${shared},parent[id]],organisationUnitGroups[id,name]`],
    ][index % 4] ?? ["", ""];
    calls += `const [found${index}] = await dhis2.resources.${resource}.list({ fields: "${fields}" });\nconsole.log(found${index}?.id);\n`;
  }
  return basis + calls;
}
