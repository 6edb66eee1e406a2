/**
 * Prints a check's findings and ends the process: 0 without any, 4 with some.
 * @param {string} name
 * @param {readonly string[]} problems
 */
export function conclude(name, problems) {
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? `${name}: in order` : `${name}: ${problems.length} problems`);
  process.exit(problems.length === 0 ? 0 : 4);
}
