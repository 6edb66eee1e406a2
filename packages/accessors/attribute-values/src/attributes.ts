import { type CallOptions, type Connection, isUid, Resource } from "@dhis2w/runtime";
import { unknownAttributeError } from "./errors.ts";

interface Attribute {
  readonly id: string;
  readonly code?: string;
}

/**
 * Finds attributes by code or UID. That a UID is an attribute's is remembered, for that never changes its meaning;
 * what a code stands for may change, and is asked each time.
 */
export class Attributes {
  readonly #connection: Connection;
  readonly #resource: Resource<{ Attribute: Attribute }, { model: "Attribute" }>;
  readonly #known: Set<string> = new Set();

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#resource = new Resource(connection, "attributes");
  }

  async uidOf(codeOrUid: string, call: CallOptions): Promise<string> {
    if (this.#known.has(codeOrUid)) return codeOrUid;
    const candidates = await this.#candidates(codeOrUid, call);
    // A code may look like a UID; where one is both, it is the UID.
    const found =
      candidates.find((attribute) => attribute.id === codeOrUid) ??
      candidates.find((attribute) => attribute.code === codeOrUid);
    if (found === undefined) throw unknownAttributeError(codeOrUid);
    this.#known.add(found.id);
    return found.id;
  }

  /** Attributes among which is the one with this code or UID, if there is one. */
  async #candidates(codeOrUid: string, call: CallOptions): Promise<readonly Attribute[]> {
    const attributes = await this.#resource.list({
      ...call,
      fields: "id,code",
      ...(this.#isSafeInFilter(codeOrUid) && {
        filter: [...(isUid(codeOrUid) ? [`id:eq:${codeOrUid}`] : []), `code:eq:${codeOrUid}`],
        rootJunction: "OR",
      }),
    });
    return attributes as Attribute[]; // The shape is what `fields` asks for.
  }

  /** A comma would cut the value on some releases (BUG-111); then all attributes are read instead. */
  #isSafeInFilter(text: string): boolean {
    return !(text.includes(",") && this.#connection.server.quirks.commaCutsFilterValue === true);
  }
}
