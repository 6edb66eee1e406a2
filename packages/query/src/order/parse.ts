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
  let start = 0;
  return text.split(",").map((term) => {
    const [property = "", ...rest] = term.split(":");
    if (property === "") fail("a property name is missing", start);
    if (property.includes(".")) fail(`'${property}' cannot be ordered by: paths are ignored`, start);
    if (!/^[A-Za-z0-9]+$/.test(property)) fail(`'${property}' is not a property`, start);
    const sign = rest.join(":");
    const direction = orderDirections.find((one) => one === sign);
    if (direction === undefined && rest.length > 0)
      fail(`'${sign}' is not a direction: asc, desc, iasc or idesc`, start + property.length + 1);
    start += term.length + 1;
    return direction === undefined ? { property } : { property, direction };
  });

  function fail(reason: string, position: number): never {
    throw new QueryError("QUERY.ORDER", reason, text, position);
  }
}

/** Writes terms as they are sent. */
export function printOrder(terms: readonly OrderTerm[]): string {
  return terms
    .map(({ property, direction }) => (direction === undefined ? property : `${property}:${direction}`))
    .join(",");
}
