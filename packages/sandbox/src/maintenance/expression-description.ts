import { type Answer, envelope, json } from "../http/answer.ts";
import { notSupported } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import type { Exchange } from "../server.ts";
import { textOf } from "../store/values.ts";

/** What an item of an expression refers to, by what stands before its bracket. */
const itemModels: Readonly<Record<string, string>> = {
  "#": "DataElement",
  C: "Constant",
  OUG: "OrganisationUnitGroup",
};

type Token =
  | { readonly kind: "item"; readonly of: string; readonly uid: string }
  | { readonly kind: "number" | "operator" | "sign" | "open" | "close" | "broken"; readonly text: string };

const pattern =
  /\s*(?:(?<of>#|C|OUG)\{(?:(?<uid>[A-Za-z][A-Za-z0-9]{10})\}|(?<rest>[^}]*\}?))|(?<number>\d+(?:\.\d+)?)|(?<sign>[+-])|(?<operator>[*/%^])|(?<open>\()|(?<close>\)))/y;

/**
 * The tokens of an expression of numbers, signs, brackets and items without parts; undefined where it has anything
 * else, of which the sandbox cannot tell whether it is right.
 */
function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (text.slice(pattern.lastIndex).trim() !== "") {
    const { groups } = pattern.exec(text) ?? {};
    if (groups === undefined) return undefined;
    const { of, uid, rest, number, sign, operator, open } = groups;
    if (of !== undefined && uid !== undefined) tokens.push({ kind: "item", of, uid });
    else if (of !== undefined) {
      if (rest?.endsWith("}") === true) return undefined;
      tokens.push({ kind: "broken", text: rest ?? "" });
    } else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
    else if (operator !== undefined) tokens.push({ kind: "operator", text: operator });
    else tokens.push({ kind: open === undefined ? "close" : "open", text: open ?? ")" });
  }
  return tokens;
}

/** Whether operands and operators follow each other, and brackets close what they open. */
function isWellFormed(tokens: readonly Token[]): boolean {
  let depth = 0;
  let wantsOperand = true;
  for (const { kind } of tokens) {
    if (kind === "broken") return false;
    if (wantsOperand) {
      if (kind === "sign") continue;
      if (kind === "open") depth++;
      else if (kind === "item" || kind === "number") wantsOperand = false;
      else return false;
    } else if (kind === "close") {
      depth--;
      if (depth < 0) return false;
    } else if (kind === "sign" || kind === "operator") wantsOperand = true;
    else return false;
  }
  return depth === 0 && !wantsOperand;
}

/** `POST /api/indicators/expression/description`: the expression with names for UIDs, or what is wrong with it. */
const describe: Handler = (exchange): Answer => {
  const { text } = exchange.request;
  const tokens = tokensOf(text);
  if (tokens === undefined) throw unknownPart(exchange);
  if (!isWellFormed(tokens))
    return json(envelope(200, "ERROR", { message: "Expression is not well-formed" }));
  let description = text;
  for (const token of tokens) {
    if (token.kind !== "item") continue;
    const name = nameOf(token.of, token.uid, exchange);
    if (name === undefined) throw unknownPart(exchange);
    description = description.replace(`${token.of}{${token.uid}}`, () => name);
  }
  return json(envelope(200, "OK", { message: "Valid", description }));
};

function nameOf(of: string, uid: string, { server }: Exchange): string | undefined {
  const model = server.schemas.find(itemModels[of] ?? "");
  const row = model === undefined ? undefined : server.store.get(model, uid);
  return row === undefined ? undefined : textOf(row.values, "name");
}

const unknownPart = ({ request }: Exchange): Error =>
  notSupported(`${request.method} ${request.path} of '${request.text}'`);

/** What describes expressions. */
export const expressionRoutes: readonly Route[] = [
  { method: "POST", path: "indicators/expression/description", handler: describe, parameters: [] },
];
