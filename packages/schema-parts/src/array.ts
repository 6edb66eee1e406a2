import type { ZodMiniArray } from "zod/mini";
import type { $constructor, $ZodType } from "zod/v4/core";
import { readPart, wholeOf, wholeRead } from "./read-part.ts";
import { wrongType, zodType } from "./zod-type.ts";

const ArraySchema: $constructor<ZodMiniArray> = /* @__PURE__ */ zodType<ZodMiniArray>(
  ["ZodMiniArray", "$ZodArray"],
  (schema, { element }) =>
    (payload, context) => {
      const { value } = payload;
      if (!Array.isArray(value)) return wrongType("array", payload, schema);
      const whole = wholeOf(payload, context, []);
      for (const index of value.keys()) readPart(whole, index, element);
      return wholeRead(whole);
    },
);

/** A list whose items are all of one kind. */
export const array = <Item extends $ZodType>(element: Item): ZodMiniArray<Item> =>
  new ArraySchema({ type: "array", element }) as ZodMiniArray<Item>; // What it is made of says so.
