import fc from "fast-check";
import { expect, it } from "vitest";
import { QueryError } from "../query-error.ts";
import { type OrderTerm, orderDirections, parseOrder, printOrder } from "./parse.ts";
import { refusedOrders } from "./refused-orders.types.ts";

it.each(refusedOrders)("%j: %s", (text, reason, position) => {
  expect(() => parseOrder(text)).toThrow(
    expect.objectContaining({ code: "QUERY.ORDER", reason, position, text }),
  );
});

it("refuses a blank, which servers take for a part of the name", () => {
  expect(() => parseOrder("name:asc, code")).toThrow("' code' is not a property (at 9");
});

it("reads terms", () => {
  expect(parseOrder("name,code:idesc")).toEqual([
    { property: "name" },
    { property: "code", direction: "idesc" },
  ]);
});

it("writes what it reads, and throws nothing but a QueryError", () => {
  const term: fc.Arbitrary<OrderTerm> = fc.record(
    {
      property: fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/),
      direction: fc.constantFrom(...orderDirections),
    },
    { requiredKeys: ["property"] },
  );
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), (terms) => {
      expect(parseOrder(printOrder(terms))).toEqual(terms);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        expect(printOrder(parseOrder(text))).toBe(text);
      } catch (error) {
        expect(error).toBeInstanceOf(QueryError);
      }
    }),
  );
});
