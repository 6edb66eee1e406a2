import { printable } from "./report/printable.ts";

/** Where progress goes: standard error, or what a test hands in. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  step(number: number, of: number, title: string): void;
  /** Clears the bar. */
  end(): void;
}

const width = 24;

/** A bar that redraws itself on a terminal, a line for each step elsewhere. */
export function progressOn(output: ProgressOutput): Progress {
  if (output.isTTY !== true)
    return {
      step: (number, of, title) => output.write(`[${number}/${of}] ${printable(title)}\n`),
      end: () => {},
    };
  return {
    step: (number, of, title) => {
      const done = Math.round(((number - 1) / of) * width);
      output.write(
        `\r\x1b[2K${"█".repeat(done)}${"░".repeat(width - done)} ${number}/${of} ${printable(title)}`,
      );
    },
    end: () => output.write("\r\x1b[2K"),
  };
}
