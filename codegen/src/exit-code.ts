/** How a command ended, for the shell. */
export const exitCode = {
  fine: 0,
  bug: 1,
  couldNot: 2,
  declined: 3,
  findings: 4,
} as const;

/** One of the values of {@link exitCode}. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
