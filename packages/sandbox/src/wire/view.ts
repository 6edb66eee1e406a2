import type { Caller } from "../access/access.ts";
import type { Schemas } from "../schema/schema.ts";
import type { Store } from "../store/store.ts";

/** For whom and how objects are written out. */
export interface View {
  readonly schemas: Schemas;
  readonly store: Store;
  readonly caller: Caller;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Locale of translated texts; undefined for none. */
  readonly locale: string | undefined;
  readonly baseUrl: string;
  /** Leaves out links to objects, as exports do. */
  readonly hidesLinks: boolean;
  /** Leaves out references to the objects that every server begins with. */
  readonly hidesDefaults: boolean;
}
