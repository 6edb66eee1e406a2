/** An item with transformers: `rename<title>` and the level in brackets after it, or `null`. */
export interface Change<Steps, Block> {
  steps: Steps;
  block: Block;
}

/** What has transformers among the items of a level, by property name. */
export type ChangesOf<Items, Blocks> = {
  [Item in Items & WithSteps as NameIn<Item>]: Change<
    StepsIn<Item>,
    Item extends keyof Blocks ? Blocks[Item] : null
  >;
};

/** An item with transformers as written. */
export type WithSteps = `${string}~${string}`;

type NameIn<Item> = Item extends `${infer Name}~${string}` ? Name : never;
type StepsIn<Item> = Item extends `${string}~${infer Steps}` ? Steps : never;
