/** Names that generated code gives a meaning of its own. */
const reserved = new Set(["AnyVersion", "DateTime", "Models", "OpenEnum", "Ref", "Resources"]);

/** The last part of a Java class name, inner classes too: `org.hisp.dhis.Outer$Inner` is `Inner`. */
export function simpleName(klass: string): string {
  return klass.slice(Math.max(klass.lastIndexOf("."), klass.lastIndexOf("$"), klass.lastIndexOf(":")) + 1);
}

/** The last package of a Java class: `org.hisp.dhis.mapping.EventStatus` is in `mapping`. */
function packageName(klass: string): string {
  return klass.split(/[.:]/).at(-2) ?? "";
}

/** Upper-cases the first letter: `dataElement` is `DataElement`. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/**
 * A valid TypeScript identifier for a text, different for different texts. What an identifier may not have
 * becomes its code unit in hexadecimal between `$` signs.
 */
export function identifierOf(text: string): string {
  const escaped = text.replace(/[^A-Za-z0-9_]/g, (unit) => `$${unit.charCodeAt(0).toString(16)}$`);
  const name = /^[A-Za-z]/.test(escaped) ? escaped : `$${escaped}`;
  return reserved.has(name) ? `${name}$` : name;
}

/** Gives names to classes, each once. Who asks first keeps the plain name, others get their package before it. */
export class NameRegister {
  readonly #taken = new Map<string, string>();

  /** The name for a class: `wanted`, or where that is taken, with the package in front, or a number behind. */
  claim(klass: string, wanted: string): string {
    const plain = identifierOf(wanted);
    const qualified = identifierOf(`${capitalised(packageName(klass))}${wanted}`);
    for (let attempt = 0; ; attempt++) {
      const name = attempt === 0 ? plain : attempt === 1 ? qualified : `${qualified}${attempt}`;
      if (this.#taken.has(name)) continue;
      this.#taken.set(name, klass);
      return name;
    }
  }
}
