import { notSupported } from "../http/refusal.ts";
import { typedParameters } from "../query/typed-parameters.ts";
import type { Exchange } from "../server.ts";

/** How much of an object the gist shows where nobody says: from everything to what names it. */
export const gistSizes = ["XL", "L", "M", "S", "XS"] as const;
export type GistSize = (typeof gistSizes)[number];

/** What a request asks of the gist, beside whose gist it is. */
export interface GistQuery {
  readonly size: GistSize;
  readonly page: number;
  /** Undefined for everything on one page. */
  readonly pageSize: number | undefined;
  readonly total: boolean;
  readonly headless: boolean;
  readonly absoluteUrls: boolean;
  /** Whether objects come with links to what they refer to. */
  readonly references: boolean;
  readonly describe: boolean;
  /** Asks for what is not in a collection. */
  readonly inverse: boolean;
  /** One filter that passes is enough. */
  readonly anyFilter: boolean;
  readonly translate: boolean;
  readonly fields: string;
  readonly filter: string;
  readonly order: string;
  /** Key of the list in the answer; undefined for the type's own. */
  readonly listName: string | undefined;
  /** Adds the units above those that are found, and says which were found. */
  readonly tree: boolean;
}

const mostOnAPage = 1000;

/** Reads the parameters of a gist; `size` is that of its kind. */
export function readGistQuery({ request, server }: Exchange, size: GistSize): GistQuery {
  const { query } = request;
  const ignoresCase = server.schemas.quirk("malformedParameterStatus") !== 200;
  const { integer, boolean, member } = typedParameters(query, { isLenient: false, ignoresCase });
  const offline = boolean("orgUnitsOffline", false);
  const tree = boolean("orgUnitsTree", false) && server.schemas.has("gistTree");
  const pageSize = Math.min(mostOnAPage, Math.abs(integer("pageSize", 50)));
  if (pageSize === 0) throw notSupported("a gist of pages without entries");
  const text = (name: string): string => query.getAll(name).join(",");
  return {
    size: member("auto", gistSizes) ?? size,
    page: Math.max(1, Math.abs(integer("page", 1))),
    pageSize: offline ? undefined : pageSize,
    total: boolean("total", false) || boolean("totalPages", false),
    headless: boolean("headless", false),
    absoluteUrls: boolean("absoluteUrls", false),
    references: boolean("references", true) && !offline && !tree,
    describe: boolean("describe", false),
    inverse: boolean("inverse", false),
    anyFilter: member("rootJunction", ["AND", "OR"]) === "OR",
    translate: boolean("translate", true),
    fields: offline ? offlineFields : tree ? withPath(text("fields")) : text("fields"),
    filter: text("filter"),
    order: tree ? "path" : offline && text("order") === "" ? "level,name" : text("order"),
    listName: query.get("pageListName") ?? undefined,
    tree,
  };
}

/** What a device needs to show the tree of organisation units without the server. */
const offlineFields = "path,displayName,children::isNotEmpty";

const withPath = (fields: string): string =>
  fields === "" ? "path" : fields.split(",").includes("path") ? fields : `${fields},path`;
