/**
 * The grammar of `fields` as types: a text becomes a tree of {@link Level}s, without asking any model.
 *
 * The text is cut at brackets, innermost first, and each run of names between two brackets becomes one
 * union in one go: the compiler's work grows with the brackets, hardly with the names.
 */

/** What stands inside one pair of brackets, or in the whole text. */
export interface Level<Names, Blocks, Changed> {
  /** Bare items as written: `id`, `*`, `:owner`, `!sharing`. */
  names: Names;
  /** The levels in brackets, by the name before the bracket. */
  blocks: Blocks;
  /** Items with transformers, by the name before the first `~`. */
  changed: Changed;
}

/** An item with transformers: `rename<title>` and what stands in brackets after it, or `null`. */
export interface Change<Steps, Block> {
  steps: Steps;
  block: Block;
}

/** A text that no server should see, and why. */
export interface Malformed<Message extends string> {
  message: Message;
}

/** The level around an open bracket; `Opener` is the item before the bracket. */
interface Outer<Names, Blocks, Changed, Opener, Bracket, Around> {
  names: Names;
  blocks: Blocks;
  changed: Changed;
  opener: Opener;
  bracket: Bracket;
  around: Around;
}

/** Stands for an object that has no keys yet. */
// biome-ignore lint/complexity/noBannedTypes: `keyof {}` is `never`, and `{} & A` is `A`
type None = {};

/** Reads a `fields` text into a {@link Level}, or says why it cannot be read. */
export type ParseFields<Text extends string> = Text extends `${string}${Unusual}${string}`
  ? Plain<Text> extends infer Clean
    ? Clean extends string
      ? ReadLevel<Clean, never, None, None, null>
      : Clean
    : never
  : ReadLevel<Text, never, None, None, null>;

/** Text that needs rewriting before it can be cut at brackets and commas. */
type Unusual = Space | "::" | "|" | "(" | "<" | ">";
type Space = " " | "\n" | "\r" | "\t";

/** The same query without white space, with `~` for each transformer and `<…>` for its argument. */
type Plain<Text extends string> = Text extends `${string}${"<" | ">"}${string}`
  ? Malformed<"'<' and '>' have no meaning in fields">
  : WithoutSpace<Text> extends infer Dense
    ? Dense extends string
      ? Arguments<Tildes<Dense>>
      : Dense
    : never;

type Replace<
  Text extends string,
  From extends string,
  To extends string,
  Done extends string = "",
> = Text extends `${infer Head}${From}${infer Rest}`
  ? Replace<Rest, From, To, `${Done}${Head}${To}`>
  : `${Done}${Text}`;

type WithoutSpace<Text extends string> = Text extends `${string}${Space}${string}`
  ? Squeeze<Blanks<Text>>
  : Text;

/** Line breaks become blanks, and most of an indentation goes at once: long texts stay within the compiler's limits. */
type Blanks<Text extends string> = Text extends `${string}${"\n" | "\r" | "\t" | "  "}${string}`
  ? Replace<
      Replace<Replace<Replace<Replace<Text, "\r", " ">, "\n", " ">, "\t", " ">, "        ", " ">,
      "    ",
      " "
    >
  : Text;

/** Takes blanks out; between two names a comma must stand. */
type Squeeze<Text extends string, Done extends string = ""> = Text extends `${infer Head} ${infer Rest}`
  ? Rest extends "" | `${Loose}${string}`
    ? Squeeze<Rest, `${Done}${Head}`>
    : `${Done}${Head}` extends "" | `${string}${Loose}`
      ? Squeeze<Rest, `${Done}${Head}`>
      : Malformed<"a comma is missing between two names">
  : `${Done}${Text}`;

/** Signs beside which white space means nothing. */
type Loose = " " | "," | "[" | "]" | "(" | ")" | "~" | ":" | "|" | "!";

type Tildes<Text extends string> = Text extends `${string}${"::" | "|"}${string}`
  ? Replace<Replace<Text, "::", "~">, "|", "~">
  : Text;

type Arguments<Text extends string, Done extends string = ""> = Text extends `${infer Head}(${infer Rest}`
  ? Head extends `${string}~${"rename" | "pluck" | "keyBy"}`
    ? Rest extends `${infer Argument})${infer After}`
      ? Arguments<After, `${Done}${Head}<${Argument}>`>
      : Malformed<"'(' is not closed">
    : Arguments<Rest, `${Done}${Head}(`>
  : `${Done}${Text}`;

/** Where an item is due: cuts at the first closing bracket of either kind. */
type ReadLevel<
  Text extends string,
  Names,
  Blocks,
  Changed,
  Around,
> = Text extends `${infer Run}]${infer After}`
  ? Run extends `${infer Shorter})${infer Rest}`
    ? ReadRun<Shorter, `${Rest}]${After}`, ")", Names, Blocks, Changed, Around>
    : ReadRun<Run, After, "]", Names, Blocks, Changed, Around>
  : Text extends `${infer Run})${infer After}`
    ? ReadRun<Run, After, ")", Names, Blocks, Changed, Around>
    : ReadRun<Text, "", "", Names, Blocks, Changed, Around>;

/** `Run` holds no closing bracket: cuts at its first opening one; without one the level ends here. */
type ReadRun<
  Run extends string,
  After extends string,
  Closing,
  Names,
  Blocks,
  Changed,
  Around,
> = Run extends `${infer Head}[${infer Inner}`
  ? Head extends `${infer Shorter}(${infer Rest}`
    ? Open<Items<Shorter, Names, Changed>, `${Rest}[${Inner}`, After, Closing, Blocks, ")", Around>
    : Open<Items<Head, Names, Changed>, Inner, After, Closing, Blocks, "]", Around>
  : Run extends `${infer Head}(${infer Inner}`
    ? Open<Items<Head, Names, Changed>, Inner, After, Closing, Blocks, ")", Around>
    : Close<Items<Run, Names, Changed>, After, Closing, Blocks, Around>;

/** A flat run cut at its commas: all items but the last, and the last. */
interface Cut<Names, Changed, Last> {
  names: Names;
  changed: Changed;
  last: Last;
}

type Items<Run extends string, Names, Changed> = Run extends `${string}~${string}`
  ? ChangedItems<Run, Names, Changed>
  : BareItems<Run, Names, Changed>;

/** Eight names a step while there are so many, then one. */
type BareItems<
  Run extends string,
  Names,
  Changed,
> = Run extends `${infer A},${infer B},${infer C},${infer D},${infer E},${infer F},${infer G},${infer H},${infer Rest}`
  ? BareItems<Rest, Names | A | B | C | D | E | F | G | H, Changed>
  : LastItems<Run, Names, Changed>;

type LastItems<Run extends string, Names, Changed> = Run extends `${infer Name},${infer Rest}`
  ? LastItems<Rest, Names | Name, Changed>
  : Cut<Names, Changed, Run>;

type ChangedItems<Run extends string, Names, Changed> = Run extends `${infer Item},${infer Rest}`
  ? Item extends `${infer Name}~${infer Steps}`
    ? Name extends keyof Changed
      ? Malformed<TwiceMessage<Name>>
      : ChangedItems<Rest, Names, Changed & { [Key in Name]: Change<Steps, null> }>
    : ChangedItems<Rest, Names | Item, Changed>
  : Cut<Names, Changed, Run>;

/** Goes into a bracket; the item before it waits in {@link Outer}. */
type Open<Before, Inner extends string, After extends string, Closing, Blocks, Bracket, Around> =
  Before extends Cut<infer Names, infer Changed, infer Opener>
    ? ReadRun<
        Inner,
        After,
        Closing,
        never,
        None,
        None,
        Outer<Names, Blocks, Changed, Opener, Bracket, Around>
      >
    : Before;

/** The level is complete but for its last item. */
type Close<Before, After extends string, Closing, Blocks, Around> =
  Before extends Cut<infer Names, infer Changed, infer Last>
    ? Last extends `${infer Name}~${infer Steps}`
      ? Name extends keyof Changed
        ? Malformed<TwiceMessage<Name>>
        : Closed<Names, Blocks, Changed & { [Key in Name]: Change<Steps, null> }, After, Closing, Around>
      : Closed<Names | Last, Blocks, Changed, After, Closing, Around>
    : Before;

type Closed<Names, Blocks, Changed, After extends string, Closing, Around> =
  Finish<Names, Blocks, Changed> extends infer Inner
    ? Inner extends Malformed<string>
      ? Inner
      : Around extends Outer<
            infer OuterNames,
            infer OuterBlocks,
            infer OuterChanged,
            infer Opener extends string,
            infer Bracket,
            infer Further
          >
        ? Closing extends Bracket
          ? Opener extends `${infer Name}~${infer Steps}`
            ? Name extends keyof OuterChanged
              ? Malformed<TwiceMessage<Name>>
              : ReadOn<
                  After,
                  OuterNames,
                  OuterBlocks,
                  OuterChanged & { [Key in Name]: Change<Steps, Inner> },
                  Further
                >
            : Opener extends keyof OuterBlocks
              ? Malformed<TwiceMessage<Opener>>
              : ReadOn<After, OuterNames, OuterBlocks & { [Key in Opener]: Inner }, OuterChanged, Further>
          : Malformed<
              Closing extends "" ? UnclosedMessage<Bracket> : `'${Closing & string}' closes another bracket`
            >
        : Closing extends ""
          ? Inner
          : Malformed<`'${Closing & string}' closes nothing`>
    : never;

type UnclosedMessage<Bracket> = Bracket extends "]" ? "'[' is not closed" : "'(' is not closed";

/** After a closing bracket: a comma, a further closing bracket or the end. */
type ReadOn<After extends string, Names, Blocks, Changed, Around> = After extends `,${infer Next}`
  ? ReadLevel<Next, Names, Blocks, Changed, Around>
  : After extends ""
    ? Closed<Names, Blocks, Changed, "", "", Around>
    : After extends `${infer Closing extends "]" | ")"}${infer Rest}`
      ? Closed<Names, Blocks, Changed, Rest, Closing, Around>
      : After extends `~${string}`
        ? Malformed<"a transformer stands before the bracket: name~pluck(code)[code]">
        : Malformed<"after a bracket comes a comma">;

/** A complete level, unless it names one property twice. */
type Finish<Names, Blocks, Changed> = [
  (Names & (keyof Blocks | keyof Changed)) | (keyof Blocks & keyof Changed),
] extends [never]
  ? Level<Names, Blocks, Changed>
  : Malformed<TwiceMessage<(Names & (keyof Blocks | keyof Changed)) | (keyof Blocks & keyof Changed)>>;

type TwiceMessage<Name> = `'${Name & string}' is named twice: the server answers that with an empty body`;
