/** Whether an `Accept` header takes one of some media types; without one everything is taken. */
export function accepts(header: string | null, types: readonly string[]): boolean {
  if (header === null || header.trim() === "") return true;
  const ranges = header.split(",").map((range) => range.split(";")[0]?.trim().toLowerCase() ?? "");
  return ranges.some(
    (range) =>
      range === "*/*" ||
      types.some((type) => type === range || (range.endsWith("/*") && type.startsWith(range.slice(0, -1)))),
  );
}
