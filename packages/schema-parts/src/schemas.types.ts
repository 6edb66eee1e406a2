import type * as z from "zod/mini";
import { array, boolean, exactOptional, looseObject, map, nullable, number, string } from "./index.ts";

interface Model {
  id: string;
  size?: number;
  isDefault: boolean | null;
  names: string[];
  counts: Record<string, number>;
}

/** Schemas have the types that they are annotated with. */
export function schemasHaveTypes(): readonly unknown[] {
  const schema = looseObject({
    id: string(),
    size: exactOptional(number()),
    isDefault: nullable(boolean()),
    names: array(string()),
    counts: map(number()),
  });

  const annotated: z.ZodMiniType<Model> = schema;

  const whole: z.output<typeof schema> = { id: "a", isDefault: null, names: [], counts: {}, more: 1 };
  const given: z.input<typeof annotated> = { id: "a", isDefault: true, names: [], counts: { a: 1 } };

  // @ts-expect-error a key that may be absent is there with a value or not at all
  const absent: z.output<typeof schema> = {
    id: "a",
    isDefault: null,
    names: [],
    counts: {},
    size: undefined,
  };

  // @ts-expect-error another model's schema
  const other: z.ZodMiniType<{ id: number }> = schema;
  return [annotated, whole, given, absent, other];
}
