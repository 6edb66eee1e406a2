import { looksLikeUid } from "../fields/looks-like-uid.ts";
import { QueryError } from "../query-error.ts";
import {
  filterOperators,
  type ListOperator,
  listOperators,
  patternOperators,
  type UnaryOperator,
  unaryOperators,
  type ValueOperator,
} from "./operators.ts";

/** One `filter` as its parts. */
export type FilterQuery =
  | { readonly path: string; readonly operator: UnaryOperator }
  | { readonly path: string; readonly operator: ValueOperator; readonly value: string }
  | { readonly path: string; readonly operator: ListOperator; readonly values: readonly string[] };

/** How the server at hand reads filters. */
export interface FilterRules {
  /** The quirk `commaCutsFilterValue`: a value ends at its first comma. */
  readonly commaCutsValue: boolean;
}

/**
 * Reads `property:operator[:value]`.
 *
 * @throws QueryError - `QUERY.FILTER` for what servers answer with an error or with other objects than were
 * asked for. Unknown properties and values of the wrong type pass: they are found at compile time only.
 */
export function parseFilter(text: string, rules: FilterRules = { commaCutsValue: false }): FilterQuery {
  const [, path = "", sign, value] = /^([^:]*):([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  if (sign === undefined) fail(`'${text}' has no operator: write property:operator:value`, 0);
  if (!/^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/.test(path)) fail(`'${path}' is not a property`, 0);
  const place = path.length + 1;
  const operator = filterOperators.find((one) => one === sign);
  if (operator === undefined) return fail(`'${sign}' is not an operator`, place);
  const start = place + operator.length + 1;
  if (isOneOf(unaryOperators, operator))
    return value === undefined ? { path, operator } : fail(`'${operator}' takes no value`, start);
  if (!value) return fail(`'${operator}' needs a value`, start - 1);
  if (isOneOf(listOperators, operator)) {
    if (path === "identifiable" || looksLikeUid(path))
      fail(`'${operator}' fails on ${path}: use several eq with rootJunction OR`, place);
    const values = /^\[(.*)\]$/s.exec(value)?.[1]?.split(",");
    if (values === undefined) return fail(`'${operator}' needs a list: [a,b]`, start);
    const problem = listProblem(operator, values);
    return problem === undefined ? { path, operator, values } : fail(problem, start);
  }
  if (isOneOf(patternOperators, operator) && value.includes("%"))
    fail(`'%' is dropped from what '${operator}' looks for`, start + value.indexOf("%"));
  if (rules.commaCutsValue && value.includes(","))
    fail("this server cuts a value at its comma [BUG-111]", start + value.indexOf(","));
  return { path, operator, value };

  function fail(reason: string, position: number): never {
    throw new QueryError("QUERY.FILTER", reason, text, Math.min(position, text.length));
  }
}

/** Writes a filter as it is sent, before it is encoded for an address. */
export function printFilter(query: FilterQuery): string {
  const head = `${query.path}:${query.operator}`;
  if ("values" in query) return `${head}:[${query.values.join()}]`;
  return "value" in query ? `${head}:${query.value}` : head;
}

/** What keeps these texts from standing in one list; nothing can be escaped there. */
export function listProblem(operator: string, values: readonly string[]): string | undefined {
  if (values.join() === "") return `'${operator}' needs at least one value`;
  if (values.includes("")) return `a value is missing in the list of '${operator}'`;
  if (values.some((one) => one.startsWith(" "))) return "a blank after a comma belongs to the value";
  return values.some((one) => /[[\]]/.test(one)) ? "brackets cannot stand in a list" : undefined;
}

const isOneOf = <Member extends string>(members: readonly Member[], text: string): text is Member =>
  members.some((one) => one === text);
