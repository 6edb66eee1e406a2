import { Diagnostic } from "../diagnostic.ts";
import type { Renderer } from "./report.ts";

/** Formats of a report. */
export const formats = ["text", "markdown", "json", "github", "html"] as const;
/** One of {@link formats}. */
export type Format = (typeof formats)[number];

/**
 * The renderer of a format.
 *
 * @param colours - whether text may have colours
 * @throws Diagnostic with `DIFF.UNKNOWN_FORMAT`
 */
export async function rendererOf(format: string, colours: boolean): Promise<Renderer> {
  switch (format) {
    case "text": {
      const { renderText } = await import("./text.ts");
      return (report) => renderText(report, colours);
    }
    case "markdown":
      return (await import("./markdown.ts")).renderMarkdown;
    case "json":
      return (await import("./json.ts")).renderJson;
    case "github":
      return (await import("./github.ts")).renderGithub;
    case "html":
      return (await import("./html.ts")).renderHtml;
    default:
      throw new Diagnostic({
        code: "DIFF.UNKNOWN_FORMAT",
        summary: `There is no format '${format}'`,
        why: `A report is written as ${formats.join(", ")}.`,
        next: "Name one of these with --format.",
      });
  }
}
