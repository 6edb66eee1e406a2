import { QueryError } from "../query-error.ts";
import type { ListOperator, UnaryOperator, ValueOperator } from "./operators.ts";
import { type FilterQuery, listProblem, parseFilter, printFilter } from "./parse.ts";

/** What a filter can compare with. Dates stand as texts: DHIS2 has no zone. */
export type FilterValue = string | number | boolean;

/**
 * One `filter` from values: `where("code", "in", codes)`. The text it gives is checked where it is used, like
 * any other.
 *
 * @throws QueryError - `QUERY.FILTER` for what cannot be said: an empty list or value, a comma or bracket in a
 * list, `%` in a pattern, a number that is none. A comma in a single value passes here and is refused when it
 * is sent to a server that would cut it (BUG-111).
 */
export function where<const Path extends string, const Operator extends UnaryOperator>(
  path: Path,
  operator: Operator,
): `${Path}:${Operator}`;
export function where<
  const Path extends string,
  const Operator extends ListOperator,
  const Value extends FilterValue,
>(path: Path, operator: Operator, values: readonly Value[]): `${Path}:${Operator}:[${Value}]`;
export function where<
  const Path extends string,
  const Operator extends ValueOperator,
  const Value extends FilterValue,
>(path: Path, operator: Operator, value: Value): `${Path}:${Operator}:${Value}`;
export function where(
  path: string,
  operator: FilterQuery["operator"],
  value?: FilterValue | readonly FilterValue[],
): string {
  const query = (
    Array.isArray(value)
      ? { path, operator, values: value.map((one) => asText(one)) }
      : value === undefined
        ? { path, operator }
        : { path, operator, value: asText(value as FilterValue) }
  ) as FilterQuery; // the overloads pair operators with values; `parseFilter` checks what came past them
  const text = printFilter(query);
  if ("values" in query) {
    const reason = query.values.some((one) => one.includes(","))
      ? "a comma cannot stand in a list"
      : listProblem(operator, query.values);
    if (reason !== undefined) throw new QueryError("QUERY.FILTER", reason, text, 0);
  }
  parseFilter(text);
  return text;

  function asText(one: FilterValue): string {
    if (typeof one === "number" && !Number.isFinite(one))
      throw new QueryError("QUERY.FILTER", `'${one}' is not a number`, `${path}:${operator}`, 0);
    return String(one);
  }
}
