/** An object that stands elsewhere, by its UID. */
export const reference = (id: string): { id: string } => ({ id });

/** Several of them, with blanks between their UIDs. */
export const references = (ids: string): { id: string }[] => ids.split(" ").map(reference);
