/** The steps of a JSON pointer, `/style/color`; the index of a list is a number, `-` is behind its end. */
export const pointerSteps = (pointer: string): readonly (string | number)[] =>
  pointer
    .slice(1)
    .split("/")
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~")));
