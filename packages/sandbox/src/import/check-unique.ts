import { describe } from "../store/store.ts";
import { isUsername } from "../users/check.ts";
import type { Bundle, BundleEntry, ImportContext } from "./bundle.ts";
import { type ErrorReport, errorReport } from "./reports.ts";

/** Values of unique properties that another object has, stored or earlier in the bundle: E5003. */
export function checkUnique(entry: BundleEntry, bundle: Bundle, context: ImportContext): ErrorReport[] {
  const reports: ErrorReport[] = [];
  for (const property of entry.model.properties) {
    if (!property.unique || !property.owner || property.name === "id") continue;
    if (isUsername(entry.model, property.name)) continue;
    const value = entry.values[property.name];
    if (typeof value !== "string" || value === "") continue;
    const holder = holderOf(property.name, value, entry, bundle, context);
    if (holder === undefined) continue;
    const owner = describe(entry.model, entry.values, entry.uid);
    reports.push(
      errorReport(
        "E5003",
        entry.model.klass,
        `Property \`${property.name}\` with value \`${value}\` on object ${owner} already exists on object ${holder}`,
        [property.name, value, owner, holder],
        { id: holder, property: property.name },
      ),
    );
  }
  return reports;
}

function holderOf(
  property: string,
  value: string,
  entry: BundleEntry,
  bundle: Bundle,
  context: ImportContext,
): string | undefined {
  const stored = context.store.withUnique(entry.model, property, value);
  if (stored !== undefined && stored.uid !== entry.uid) {
    const replaced = bundle.find(entry.model, stored.uid);
    if (replaced === undefined || replaced.values[property] === value) return stored.uid;
  }
  for (const other of bundle.withText(entry.model, property, value)) {
    if (other === entry) return undefined;
    if (other.uid !== entry.uid) return other.uid;
  }
  return undefined;
}
