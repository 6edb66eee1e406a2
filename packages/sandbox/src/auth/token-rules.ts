import { Refusal } from "../http/refusal.ts";
import { isList, isObject, type Json, textOf, type Values } from "../store/values.ts";

/** What a token's rules look at. */
export interface TokenUse {
  readonly method: string;
  readonly referer: string | null;
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

interface Rule {
  /** Property of the attribute that lists what is allowed. */
  readonly property: string;
  /** What a value of the list must be, in the words of the refusal; undefined where anything will do. */
  readonly valid: ((value: string) => boolean) | undefined;
  readonly kind: string;
  readonly used: (use: TokenUse) => string | null;
  readonly refusal: string;
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]);
const address = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$|^[0-9a-f:]*:[0-9a-f:]+$/i;

/** Rules by the `type` of a token's attribute. */
const rules: Readonly<Record<string, Rule>> = {
  IpAllowedList: {
    property: "allowedIps",
    valid: (value) => address.test(value),
    kind: "ip address",
    used: (use) => use.address,
    refusal: "request ip address is not allowed",
  },
  MethodAllowedList: {
    property: "allowedMethods",
    valid: (value) => methods.has(value.toUpperCase()),
    kind: "http method",
    used: (use) => use.method,
    refusal: "request http method is not allowed",
  },
  RefererAllowedList: {
    property: "allowedReferrers",
    valid: undefined,
    kind: "referrer",
    used: (use) => use.referer,
    refusal: "request http referrer is missing or not allowed",
  },
};

/** Types of attributes that a token may have. */
export const tokenAttributeTypes: readonly string[] = Object.keys(rules);

/** Refuses attributes that list what cannot be: 409 E1004. */
export function validateTokenAttributes(attributes: Json | undefined): void {
  for (const { rule, allowed } of rulesOf(attributes)) {
    const wrong = allowed.find((value) => rule.valid?.(value) === false);
    if (wrong !== undefined)
      throw new Refusal(
        409,
        `Failed to validate the token's attributes, message: Not a valid ${rule.kind}, value=${wrong}`,
        { errorCode: "E1004" },
      );
  }
}

/** Why a token may not be used for this; undefined where it may. */
export function refusedUse(token: Values, use: TokenUse): string | undefined {
  const expire = token["expire"];
  for (const { rule, allowed } of rulesOf(token["attributes"])) {
    const used = rule.used(use);
    const isAllowed = used !== null && allowed.some((value) => value.toLowerCase() === used.toLowerCase());
    if (!isAllowed) return `Failed to authenticate API token, ${rule.refusal}.`;
  }
  return typeof expire === "number" && expire <= use.now
    ? "Failed to authenticate API token, token has expired."
    : undefined;
}

function rulesOf(attributes: Json | undefined): { rule: Rule; allowed: string[] }[] {
  if (!isList(attributes)) return [];
  return attributes.flatMap((attribute) => {
    const type = isObject(attribute) ? textOf(attribute, "type") : undefined;
    const rule = type !== undefined && Object.hasOwn(rules, type) ? rules[type] : undefined;
    if (rule === undefined || !isObject(attribute)) return [];
    const listed = attribute[rule.property];
    return [{ rule, allowed: isList(listed) ? listed.filter((value) => typeof value === "string") : [] }];
  });
}
