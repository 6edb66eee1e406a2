/** Prints a heading and the lines below it. */
export function show(heading: string, lines: readonly string[]): void {
  console.log(`\n${heading}`);
  for (const line of lines) console.log(`  ${line}`);
}
