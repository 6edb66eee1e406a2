/** An object whose optional keys may also be there without a value. */
type PerhapsGiven<Shape> = {
  readonly [Key in keyof Shape]: Record<never, never> extends Pick<Shape, Key>
    ? Shape[Key] | undefined
    : Shape[Key];
};

/** The keys that have a value, in the order in which they are written: a model is plain JSON, without `undefined`. */
export function given<Shape>(all: PerhapsGiven<Shape>): Shape {
  const some: Partial<PerhapsGiven<Shape>> = {};
  for (const key in all) if (all[key] !== undefined) some[key] = all[key];
  return some as Shape; // only keys that the shape may lack were left out
}
