import { compareText } from "@dhis2w/model";

/** `DataElement` as `data-element`; whatever is neither letter nor digit becomes a dash. */
export function kebabCase(name: string): string {
  const dashed = name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
  return dashed.slice(0, 100) || "unnamed";
}

/** A file name without ending for each name; where two agree, the later by code point gets a number. */
export function fileNames(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const files = new Map<string, string>();
  for (const name of [...names].sort(compareText)) {
    const wanted = kebabCase(name);
    let file = wanted;
    for (let number = 2; taken.has(file); number++) file = `${wanted}-${number}`;
    taken.add(file);
    files.set(name, file);
  }
  return files;
}
