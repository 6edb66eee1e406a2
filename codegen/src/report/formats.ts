import { Diagnostic } from "../diagnostic.ts";
import type { Renderer } from "./report.ts";

/** Formats of a report. */
export const formats = ["text", "markdown", "json", "github", "html"] as const;
/** One of {@link formats}. */
export type Format = (typeof formats)[number];

/** How a report is laid out, as far as its format has a choice. */
export interface Layout {
  /** Whether text may have colours. */
  readonly colours?: boolean;
  /** Columns of the terminal; lines are as long as they are where it is left out. */
  readonly width?: number | undefined;
  /** The longest markdown there may be, in characters. */
  readonly limit?: number | undefined;
}

/**
 * The renderer of a format.
 *
 * @throws Diagnostic with `DIFF.UNKNOWN_FORMAT`
 */
export async function rendererOf(format: string, layout: Layout = {}): Promise<Renderer> {
  switch (format) {
    case "text": {
      const { renderText } = await import("./text.ts");
      return (report) => renderText(report, layout.colours === true, layout.width);
    }
    case "markdown": {
      const { renderMarkdown } = await import("./markdown.ts");
      return (report) => renderMarkdown(report, layout.limit);
    }
    case "json":
      return (await import("./json.ts")).renderJson;
    case "github": {
      const [{ renderGithub }, { locateIn }] = await Promise.all([
        import("./github.ts"),
        import("./locate.ts"),
      ]);
      return (report, folders = []) => renderGithub(report, locateIn(folders));
    }
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
