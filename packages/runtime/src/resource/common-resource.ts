import type { CallOptions } from "../connection.ts";
import type { CountOptions, GetOptions, ListOptions, Page, PageOptions } from "./options.ts";
import type { Resource } from "./resource.ts";
import type { ListItem, ModelOf } from "./selected.ts";

/** A read without `fields`. */
type Whole<Options> = Options & { readonly fields?: never };

/**
 * What the resources of all releases have in common. Names in `fields` are not checked here: a text may be
 * right in one release and wrong in another, so what it selects is the shared model with every property
 * optional. Each release's own resource is one of these.
 */
export interface CommonResource<Models, Row>
  extends Pick<
    Resource<Models, Row>,
    | "create"
    | "patch"
    | "replace"
    | "delete"
    | "addToCollection"
    | "removeFromCollection"
    | "replaceCollection"
  > {
  /** Reads one object, whole or as `fields` says; `HTTP.NOT_FOUND` when there is none. */
  get(uid: string, options?: Whole<CallOptions>): Promise<ModelOf<Models, Row>>;
  get(uid: string, options: GetOptions<string>): Promise<Partial<ModelOf<Models, Row>>>;

  /** Reads all objects, over all pages. */
  list(options?: Whole<ListOptions<never>>): Promise<ListItem[]>;
  list(options: ListOptions<string>): Promise<Partial<ModelOf<Models, Row>>[]>;

  /** Reads one page. */
  page(options?: Whole<PageOptions<never>>): Promise<Page<ListItem>>;
  page(options: PageOptions<string>): Promise<Page<Partial<ModelOf<Models, Row>>>>;

  /** Reads objects one by one, asking for the next page when it is needed. */
  iterate(options?: Whole<ListOptions<never>>): AsyncGenerator<ListItem, void, undefined>;
  iterate(options: ListOptions<string>): AsyncGenerator<Partial<ModelOf<Models, Row>>, void, undefined>;

  /** Reads page by page. */
  pages(options?: Whole<ListOptions<never>>): AsyncGenerator<Page<ListItem>, void, undefined>;
  pages(options: ListOptions<string>): AsyncGenerator<Page<Partial<ModelOf<Models, Row>>>, void, undefined>;

  /** How many objects there are. */
  count(options?: CountOptions): Promise<number>;
}
