import { QueryError } from "../query-error.ts";

export const orderDirections = ["asc", "desc", "iasc", "idesc"] as const;

/** `iasc` and `idesc` ignore case, but on 41. */
export type OrderDirection = (typeof orderDirections)[number];

/** One term of `order`; without a direction it ascends. */
export interface OrderTerm {
  readonly property: string;
  readonly direction?: OrderDirection;
}

/**
 * Reads `name:asc,code`.
 *
 * @throws QueryError - `QUERY.ORDER` for what servers ignore or refuse. Unknown properties pass: they are found
 * at compile time only.
 */
export function parseOrder(text: string): readonly OrderTerm[] {
  let position = 0;
  return text.split(",").map((term) => {
    const start = position;
    position += term.length + 1;
    const fail = (reason: string, offset = 0): never => {
      throw new QueryError("QUERY.ORDER", reason, text, start + offset);
    };
    const [property = "", direction, ...more] = term.split(":");
    if (property === "") return fail("a property name is missing");
    if (property.includes(".")) return fail(`'${property}' cannot be ordered by: paths are ignored`);
    if (!/^[A-Za-z0-9]+$/.test(property)) return fail(`'${property}' is not a property`);
    if (direction === undefined) return { property };
    const known = orderDirections.find((one) => one === direction);
    if (known === undefined || more.length > 0)
      return fail(
        `'${[direction, ...more].join(":")}' is not a direction: asc, desc, iasc or idesc`,
        property.length + 1,
      );
    return { property, direction: known };
  });
}

/** Writes terms as they are sent. */
export function printOrder(terms: readonly OrderTerm[]): string {
  return terms
    .map(({ property, direction }) => (direction === undefined ? property : `${property}:${direction}`))
    .join(",");
}
