import { looksLikeUid } from "../fields/looks-like-uid.ts";
import { QueryError } from "../query-error.ts";
import {
  type FilterOperator,
  filterOperators,
  type ListOperator,
  listOperators,
  textOperators,
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
  const [, path, operator, value] = /^([^:]*):([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  if (path === undefined || operator === undefined)
    throw refusal(text, 0, `'${text}' has no operator: write property:operator:value`);
  if (!/^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/.test(path)) throw refusal(text, 0, `'${path}' is not a property`);
  return { path, ...condition(text, path, operator, value, rules) };
}

/** Writes a filter as it is sent, before it is encoded for an address. */
export function printFilter(query: FilterQuery): string {
  const head = `${query.path}:${query.operator}`;
  if ("values" in query) return `${head}:[${query.values.join(",")}]`;
  return "value" in query ? `${head}:${query.value}` : head;
}

type Condition = FilterQuery extends infer Query
  ? Query extends object
    ? Omit<Query, "path">
    : never
  : never;

function condition(
  text: string,
  path: string,
  operator: string,
  value: string | undefined,
  rules: FilterRules,
): Condition {
  const known = filterOperators.find((one) => one === operator);
  const at = path.length + 1;
  if (known === undefined) throw refusal(text, at, `'${operator}' is not an operator`);
  const start = at + operator.length + 1;
  if (isOneOf(unaryOperators, known)) {
    if (value !== undefined) throw refusal(text, start, `'${known}' takes no value`);
    return { operator: known };
  }
  if (value === undefined || value === "") throw refusal(text, start - 1, `'${known}' needs a value`);
  if (isOneOf(listOperators, known)) {
    if (path === "identifiable" || looksLikeUid(path))
      throw refusal(text, at, `'${known}' fails on ${path}: use several eq with rootJunction OR`);
    return { operator: known, values: list(text, start, known, value) };
  }
  if (isPattern(known) && value.includes("%"))
    throw refusal(text, start + value.indexOf("%"), `'%' is dropped from what '${known}' looks for`);
  if (rules.commaCutsValue && value.includes(","))
    throw refusal(text, start + value.indexOf(","), "this server cuts a value at its comma [BUG-111]");
  return { operator: known, value };
}

function list(text: string, start: number, operator: ListOperator, value: string): readonly string[] {
  const [, inner] = /^\[(.*)\]$/s.exec(value) ?? [];
  if (inner === undefined) throw refusal(text, start, `'${operator}' needs a list: [a,b]`);
  const reason = listProblem(operator, inner.split(","));
  if (reason !== undefined) throw refusal(text, start, reason);
  return inner.split(",");
}

/** What keeps these texts from standing in one list; nothing can be escaped there. */
export function listProblem(operator: string, values: readonly string[]): string | undefined {
  if (values.length === 0 || (values.length === 1 && values[0] === ""))
    return `'${operator}' needs at least one value`;
  if (values.includes("")) return `a value is missing in the list of '${operator}'`;
  if (values.some((one) => one.startsWith(" "))) return "a blank after a comma belongs to the value";
  if (values.some((one) => /[[\]]/.test(one))) return "brackets cannot stand in a list";
  return undefined;
}

function refusal(text: string, position: number, reason: string): QueryError {
  return new QueryError("QUERY.FILTER", reason, text, Math.min(position, text.length));
}

/** Whether an operator looks for a part of a text. */
function isPattern(operator: FilterOperator): boolean {
  return isOneOf(textOperators, operator) && !["ieq", "token", "!token"].includes(operator);
}

function isOneOf<Member extends string>(members: readonly Member[], text: string): text is Member {
  return members.some((one) => one === text);
}
