import type { ZodMiniExactOptional, ZodMiniNullable } from "zod/mini";
import type { $constructor, $ZodType } from "zod/v4/core";
import { zodType } from "./zod-type.ts";

const OptionalSchema: $constructor<ZodMiniExactOptional> = /* @__PURE__ */ zodType<ZodMiniExactOptional>(
  ["ZodMiniExactOptional", "$ZodExactOptional", "$ZodOptional"],
  ({ _zod }, { innerType }) => {
    _zod.optin = _zod.optout = "optional";
    return (payload, context) => innerType._zod.run(payload, context);
  },
);

const NullableSchema: $constructor<ZodMiniNullable> = /* @__PURE__ */ zodType<ZodMiniNullable>(
  ["ZodMiniNullable", "$ZodNullable"],
  (_, { innerType }) =>
    (payload, context) =>
      payload.value === null ? payload : innerType._zod.run(payload, context),
);

/** A key that may be absent; where it is there, it has a value. */
export const exactOptional = <Inner extends $ZodType>(innerType: Inner): ZodMiniExactOptional<Inner> =>
  new OptionalSchema({ type: "optional", innerType }) as ZodMiniExactOptional<Inner>; // What it is made of says so.

/** A value or null. */
export const nullable = <Inner extends $ZodType>(innerType: Inner): ZodMiniNullable<Inner> =>
  new NullableSchema({ type: "nullable", innerType }) as ZodMiniNullable<Inner>; // As above.
