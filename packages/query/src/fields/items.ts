/** An item with transformers as written, with its argument in angle brackets: `name~rename<title>`. */
export type WithSteps = `${string}~${string}`;

/** Items that are no properties, and take neither brackets nor transformers: `*`, `:owner`, `!sharing`. */
export type Marked = "*" | `${":" | "!"}${string}`;

/** The properties of items with transformers; distributes over them. */
export type ChangedName<Item> = Item extends `${infer Name}~${string}` ? Name : never;
