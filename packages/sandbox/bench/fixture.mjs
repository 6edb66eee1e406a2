import { createSandbox } from "@dhis2w/sandbox";

const headers = { Authorization: `Basic ${btoa("admin:district")}`, "Content-Type": "application/json" };

/** UID of a made-up object: two letters and a number. */
export const uidOf = (prefix, number) => `${prefix}${String(number).padStart(11 - prefix.length, "0")}`;

/** Data elements as a bundle brings them. */
export function dataElements(count) {
  return Array.from({ length: count }, (_, number) => ({
    id: uidOf("De", number),
    name: `Data element ${number}`,
    shortName: `Element ${number}`,
    code: `ELEMENT_${number}`,
    domainType: "AGGREGATE",
    valueType: "NUMBER",
    aggregationType: "SUM",
  }));
}

/** A sandbox, and a way to call it that fails where it answers with anything but success. */
export async function started() {
  const sandbox = await createSandbox({ version: 42 });
  const call = async (method, path, body) => {
    const response = await sandbox.fetch(`${sandbox.baseUrl}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 400)}`);
    return text;
  };
  return { sandbox, call };
}

/** A sandbox with many data elements, in groups of a hundred. */
export async function withElements(count) {
  const { sandbox, call } = await started();
  const groups = Array.from({ length: Math.ceil(count / 100) }, (_, group) => ({
    id: uidOf("Dg", group),
    name: `Group ${group}`,
    shortName: `Group ${group}`,
    dataElements: Array.from({ length: 100 }, (_item, place) => ({ id: uidOf("De", group * 100 + place) })),
  }));
  for (let from = 0; from < count; from += 10_000)
    await call("POST", "/api/metadata", { dataElements: dataElements(count).slice(from, from + 10_000) });
  await call("POST", "/api/metadata", { dataElementGroups: groups });
  return { sandbox, call };
}
