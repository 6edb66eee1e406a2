import { compareText } from "@dhis2w/model";
import type { StatementStructures } from "ts-morph";
import { typeImport, valueImport } from "./typescript-file.ts";

/** Collects what a file has to import while its text is printed. */
class NamedImports {
  readonly #namesByModule = new Map<string, Set<string>>();
  readonly #print: (module: string, names: readonly string[]) => StatementStructures;

  constructor(print: (module: string, names: readonly string[]) => StatementStructures) {
    this.#print = print;
  }

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
      .map(([module, names]) => this.#print(module, [...names].sort(compareText)));
  }
}

/** Imports of types. */
export class TypeImports extends NamedImports {
  constructor() {
    super(typeImport);
  }
}

/** Imports of values. */
export class ValueImports extends NamedImports {
  constructor() {
    super(valueImport);
  }
}
