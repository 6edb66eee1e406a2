import type { ZodMiniType } from "zod/mini";
import { looseObject } from "./object.ts";
import { string } from "./scalar.ts";

/** A reference to another object; the server may send more of it. */
export const refSchema: ZodMiniType<{ id: string }> = /* @__PURE__ */ (() => looseObject({ id: string() }))();
