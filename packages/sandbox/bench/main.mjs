// What the sandbox costs, beside a bare route and a mock that knows one answer: `npm run bench`.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { dataElements, started, uidOf, withElements } from "./fixture.mjs";
import { milliseconds, perSecond, spread } from "./measure.mjs";

const authorization = { Authorization: `Basic ${btoa("admin:district")}` };
const origin = "http://sandbox.dhis2.test";
const uid = uidOf("De", 4711);

/** Runs a program of this folder in a process of its own; the number that it prints. */
function figureOf(program, ...parameters) {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", file, ...parameters], {
    encoding: "utf8",
  });
  const figure = Number(stdout);
  if (stdout === "" || Number.isNaN(figure)) throw new Error(`${program}: ${stderr}`);
  return figure;
}

const { sandbox, call } = await withElements(10_000);
const path = `/api/dataElements/${uid}?fields=id,name,valueType`;
const answer = await call("GET", path);
const headers = { "Content-Type": "application/json;charset=UTF-8" };

const hono = new Hono();
hono.get("/api/dataElements/:uid", (context) => context.body(answer, 200, headers));
const known = new Map([[`GET ${path}`, answer]]);
const mock = (request) => {
  const { pathname, search } = new URL(request.url);
  const body = known.get(`${request.method} ${pathname}${search}`);
  return body === undefined ? new Response(null, { status: 404 }) : new Response(body, { headers });
};

/** One get through something that answers requests, its body read. */
const get = (fetch, where) => async () => {
  const response = await fetch(new Request(`${origin}${where}`, { headers: authorization }));
  return response.text();
};
const rates = {
  sandbox: await perSecond(get(sandbox.fetch, path)),
  hono: await perSecond(get((request) => hono.fetch(request), path)),
  mock: await perSecond(get(async (request) => mock(request), path)),
};

const nested =
  "/api/dataElements?fields=id,name,categoryCombo[id,name,categories[id,name]],dataElementGroups[id,name]";
const list = await milliseconds(get(sandbox.fetch, `${nested}&pageSize=50&page=100`));
const filtered = await milliseconds(get(sandbox.fetch, `${nested}&filter=name:ilike:4711`));
const imports = [];
for (let round = 0; round < 5; round++) {
  const fresh = await started();
  const bundle = { dataElements: dataElements(10_000) };
  imports.push(
    await milliseconds(() => fresh.call("POST", "/api/metadata", bundle), { rounds: 1, warmups: 0 }),
  );
}
const starts = spread(Array.from({ length: 9 }, () => figureOf("start.mjs")));
const startsOfCore = spread(Array.from({ length: 9 }, () => figureOf("start.mjs", "cpu")));
const megabytes = spread(Array.from({ length: 3 }, () => figureOf("memory.mjs", "100000") / 2 ** 20));

const whole = ({ min, median, max }) =>
  [min, median, max].map((figure) => Math.round(figure).toLocaleString("en"));
const tenths = ({ min, median, max }) => [min, median, max].map((figure) => figure.toFixed(1));
const ratio = (other) => `${(rates.sandbox.median / other.median).toFixed(2)} of it`;
const rows = [
  ["single get, a second of a core", ...whole(rates.sandbox), "≥ 5,000"],
  ["bare Hono route, a second of a core", ...whole(rates.hono), ratio(rates.hono)],
  ["mock with one answer, a second of a core", ...whole(rates.mock), ratio(rates.mock)],
  ["list of 50 nested from 10,000, ms", ...tenths(list), "≤ 5"],
  ["one of 10,000 by `ilike`, ms", ...tenths(filtered), ""],
  ["import of 10,000 data elements, ms", ...whole(spread(imports.map(({ median }) => median))), ""],
  ["import of the module to first answer, ms", ...whole(starts), "≤ 150"],
  ["process to first answer, ms of a core", ...whole(startsOfCore), ""],
  ["heap for 100,000 data elements, MB", ...whole(megabytes), "≤ 400"],
];
console.log("| what | min | median | max | goal |\n|---|---|---|---|---|");
for (const row of rows) console.log(`| ${row.join(" | ")} |`);
