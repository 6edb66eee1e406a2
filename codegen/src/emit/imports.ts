import { compareText } from "@dhis2w/model";
import type { StatementStructures } from "ts-morph";
import { typeImport } from "./typescript-file.ts";

/** Collects what a file has to import while its types are printed. */
export class TypeImports {
  readonly #namesByModule = new Map<string, Set<string>>();

  /** Imports the name and gives it back, ready to be printed. */
  use(module: string, name: string): string {
    const names = this.#namesByModule.get(module) ?? new Set();
    this.#namesByModule.set(module, names.add(name));
    return name;
  }

  /** The import statements, in code-point order. */
  statements(): StatementStructures[] {
    return [...this.#namesByModule]
      .sort(([a], [b]) => compareText(a, b))
      .map(([module, names]) => typeImport(module, [...names].sort(compareText)));
  }
}
