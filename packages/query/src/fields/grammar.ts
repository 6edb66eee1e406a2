/**
 * The grammar of `fields` as types: a text becomes a tree of {@link Level}s, without asking any model.
 *
 * The text is cut at brackets, and each run of names between two brackets becomes one union in one go: the
 * compiler's work grows with the brackets, hardly with the names. Fewer type parameters are less work, too.
 */

/** What stands inside one pair of brackets, or in the whole text. */
export interface Level<Names, Blocks> {
  /** Items without brackets as written: `id`, `*`, `:owner`, `!sharing`, `name~rename<title>`. */
  names: Names;
  /** Levels in brackets by the item before the bracket: `categoryCombo`, `dataElementGroups~pluck<name>`. */
  blocks: Blocks;
}

/** A text that no server should see, and why. */
export interface Malformed<Message extends string> {
  message: Message;
}

/** Stands for an object that has no keys yet. */
// biome-ignore lint/complexity/noBannedTypes: `keyof {}` is `never`, and `{} & A` is `A`
export type None = {};

/** Reads a `fields` text into a {@link Level}, or says why it cannot be read. */
export type ParseFields<Text extends string> = Text extends `${string}${Unusual}${string}`
  ? Plain<Text> extends infer Clean
    ? Clean extends string
      ? Read<Clean, never, None, null>
      : Clean
    : never
  : Read<Text, never, None, null>;

/** The level around an open bracket; `Opener` is the item before the bracket. */
interface Outer<Names, Blocks, Opener, Around> {
  names: Names;
  blocks: Blocks;
  opener: Opener;
  around: Around;
}

/** Where an item is due: goes into the first bracket, or out of it, or to the end. */
type Read<Text extends string, Names, Blocks, Around> = Text extends `${infer Run}]${infer After}`
  ? Run extends `${infer Head}[${infer Inner}`
    ? ReadInside<`${Inner}]${After}`, Cut<Head, Names>, Blocks, Around>
    : Close<Split<Run, Names>, Blocks, After, Around>
  : Text extends `${string}[${string}`
    ? Unclosed
    : Around extends null
      ? Level<Split<Text, Names>, Blocks>
      : Unclosed;

type Unclosed = Malformed<"'[' is not closed">;

type ReadInside<Text extends string, Before, Blocks, Around> =
  Before extends Opened<infer Names, infer Opener>
    ? Read<Text, never, None, Outer<Names, Blocks, Opener, Around>>
    : never;

/** The level is complete; after its bracket comes a comma, a further closing bracket or the end. */
type Close<Names, Blocks, After extends string, Around> =
  Around extends Outer<infer OuterNames, infer OuterBlocks, infer Opener extends string, infer Further>
    ? Opener extends keyof OuterBlocks
      ? Malformed<Twice<Opener>>
      : ReadOn<After, OuterNames, OuterBlocks & { [Item in Opener]: Level<Names, Blocks> }, Further>
    : Malformed<"']' closes nothing">;

type ReadOn<After extends string, Names, Blocks, Around> = After extends `,${infer Next}`
  ? Read<Next, Names, Blocks, Around>
  : After extends `]${infer Rest}`
    ? Close<Names, Blocks, Rest, Around>
    : After extends ""
      ? Around extends null
        ? Level<Names, Blocks>
        : Unclosed
      : After extends `~${string}`
        ? Malformed<"a transformer stands before the bracket: name~pluck(code)[code]">
        : Malformed<"after a bracket comes a comma">;

/** What the compiler says of a property that stands twice. */
export type Twice<Name> = `'${NameOf<Name>}' is named twice: the server answers that with an empty body`;
type NameOf<Item> = Item extends `${infer Name}~${string}` ? Name : Item & string;

/** A flat run as a union; eight names a step while there are so many. */
type Split<
  Run extends string,
  Names,
> = Run extends `${infer A},${infer B},${infer C},${infer D},${infer E},${infer F},${infer G},${infer H},${infer Rest}`
  ? Split<Rest, Names | A | B | C | D | E | F | G | H>
  : SplitOne<Run, Names>;

type SplitOne<Run extends string, Names> = Run extends `${infer Name},${infer Rest}`
  ? SplitOne<Rest, Names | Name>
  : Names | Run;

/** A flat run before a bracket: all items but the last, and the last. */
interface Opened<Names, Opener> {
  names: Names;
  opener: Opener;
}

type Cut<
  Run extends string,
  Names,
> = Run extends `${infer A},${infer B},${infer C},${infer D},${infer E},${infer F},${infer G},${infer H},${infer Rest}`
  ? Cut<Rest, Names | A | B | C | D | E | F | G | H>
  : CutOne<Run, Names>;

type CutOne<Run extends string, Names> = Run extends `${infer Name},${infer Rest}`
  ? CutOne<Rest, Names | Name>
  : Opened<Names, Run>;

/** Text that needs rewriting before it can be cut at brackets and commas. */
type Unusual = Space | "::" | "|" | "(" | ")" | "<" | ">";
type Space = " " | "\n" | "\r" | "\t";

/** The same query without white space, with `~` for each transformer, `<…>` for its argument, and `[]` only. */
type Plain<Text extends string> = Text extends `${string}${"<" | ">"}${string}`
  ? Malformed<"'<' and '>' have no meaning in fields">
  : WithoutSpace<Text> extends infer Dense
    ? Dense extends string
      ? Arguments<Tildes<Dense>> extends infer Argued
        ? Argued extends `${string}${"(" | ")"}${string}`
          ? Squared<Argued, "", "">
          : Argued
        : never
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

/** Square brackets for round ones where each closes its own kind; goes from comma to comma. */
type Squared<
  Text extends string,
  Done extends string,
  Open extends string,
> = Text extends `${infer Chunk},${infer Rest}`
  ? SquaredChunk<Chunk, Done, Open> extends [infer Now extends string, infer Still extends string]
    ? Squared<Rest, `${Now},`, Still>
    : SquaredChunk<Chunk, Done, Open>
  : SquaredChunk<Text, Done, Open> extends infer Whole
    ? Whole extends [infer Result, infer Still]
      ? Still extends ""
        ? Result
        : Malformed<Still extends `]${string}` ? "'[' is not closed" : "'(' is not closed">
      : Whole
    : never;

type SquaredChunk<
  Text extends string,
  Done extends string,
  Open extends string,
> = Text extends `${infer Sign}${infer Rest}`
  ? Sign extends "(" | "["
    ? SquaredChunk<Rest, `${Done}[`, `${Sign extends "(" ? ")" : "]"}${Open}`>
    : Sign extends ")" | "]"
      ? Open extends `${Sign}${infer Still}`
        ? SquaredChunk<Rest, `${Done}]`, Still>
        : Malformed<Open extends "" ? `'${Sign}' closes nothing` : `'${Sign}' closes another bracket`>
      : SquaredChunk<Rest, `${Done}${Sign}`, Open>
  : [Done, Open];
