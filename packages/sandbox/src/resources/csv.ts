import type { Plan } from "../fields/plan.ts";
import type { Json, JsonObject } from "../store/values.ts";

/** Objects as CSV: a column for each selected property that is a plain value. */
export function csvOf(items: readonly JsonObject[], plan: Plan): string {
  if (items.length === 0) return "";
  const columns = plan.entries.filter(
    (entry) => entry.kind === "property" && entry.property.simple && entry.property.shape === "single",
  );
  const header = columns.map(({ key }) => key).join(",");
  const lines = items.map((item) =>
    columns
      .map((entry) => cell(item[entry.key], entry.kind === "property" && entry.property.kind === "number"))
      .join(","),
  );
  return `${[header, ...lines].join("\n")}\n`;
}

function cell(value: Json | undefined, isDouble: boolean): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return isDouble && Number.isInteger(value) ? `${value}.0` : String(value);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return /[\s",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
