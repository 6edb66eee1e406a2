/** What a change of a collection did; the server answers success whatever it was given. */
export interface CollectionChange {
  /** Members that came in. */
  readonly added: number;
  /** Members that went out. */
  readonly removed: number;
  /** Given UIDs that changed nothing: they were members already, or were none. */
  readonly unchanged: number;
  /** Given UIDs of which the server knows no such object; it drops them without a word (BUG-202). */
  readonly unknown: number;
}
