/**
 * The grammar of `fields` as types: a text becomes a tree of {@link Level}s, without asking any model.
 *
 * The text is cut at brackets, and each run of names between two brackets becomes one union in one go: the
 * compiler's work grows with the brackets, hardly with the names. Fewer type parameters are less work, too.
 */

/** What stands inside one pair of brackets, or in the whole text. */
export interface Level<out Names, out Last, out Blocks extends SomeBlock> {
  /** A union of items without brackets as written: `id`, `*`, `:owner`, `!sharing`, `name~rename<title>`. */
  names: Names;
  /** What stands behind the last comma: an item while its bracket is open, `""` at the end. */
  last: Last;
  /** A union of {@link Block}s. */
  blocks: Blocks;
}

/** A level in brackets and the item before them: `categoryCombo`, `dataElementGroups~pluck<name>`. */
export interface Block<out Opener, out Inner> {
  opener: Opener;
  inner: Inner;
}

export type SomeBlock = Block<unknown, unknown>;

/** The level in the brackets after an item; `never` where it has none. */
export type InnerOf<Blocks, Item> = Blocks extends Block<Item, infer Inner> ? Inner : never;

/** A text that no server should see, and why. */
export interface Malformed<out Message extends string> {
  message: Message;
}

/** Reads a `fields` text into a {@link Level}, or says why it cannot be read; `null` where it is not known. */
export type ParseFields<Text extends string> =
  // biome-ignore lint/complexity/noBannedTypes: a record of `string`, or of a template with an unknown part, has no required key
  {} extends { [Key in Text]: 1 }
    ? null
    : Text extends `${string}${Rare}${string}`
      ? ReadClean<Plain<Text>>
      : Text extends `${string}${"(" | ")"}${string}`
        ? ReadClean<Arguments<Text>>
        : Read<Text, never, never, null>;

type ReadClean<Text> = Text extends string ? Read<Text, never, never, null> : Text;

/** A level whose last item's bracket is open, and the one around it. */
interface Outer<out Outside, out Around> {
  outside: Outside;
  around: Around;
}

/** Where an item is due: goes into the first bracket, or out of it, or to the end. */
type Read<
  Text extends string,
  Names,
  Blocks extends SomeBlock,
  Around,
> = Text extends `${infer Run}[${infer Inner}`
  ? Run extends `${string}]${string}`
    ? Leave<Text, Names, Blocks, Around>
    : Read<Inner, never, never, Outer<Cut<Run, Names, Blocks>, Around>>
  : Leave<Text, Names, Blocks, Around>;

/** No bracket opens before the next one closes. */
type Leave<
  Text extends string,
  Names,
  Blocks extends SomeBlock,
  Around,
> = Text extends `${infer Run}]${infer After}`
  ? Close<Cut<`${Run},`, Names, Blocks>, After, Around>
  : Around extends null
    ? Cut<`${Text},`, Names, Blocks>
    : Unclosed;

type Unclosed = Malformed<"'[' is not closed">;

/** The level is complete; after its bracket comes the end, a further closing bracket or a comma. */
type Close<Inner, After extends string, Around> =
  Around extends Outer<Level<infer Names, infer Opener, infer Blocks>, infer Further>
    ? Opener extends Blocks["opener"]
      ? Malformed<Twice<Opener>>
      : After extends ""
        ? Further extends null
          ? Level<Names, "", Blocks | Block<Opener, Inner>>
          : Unclosed
        : After extends `]${infer Rest}`
          ? Close<Level<Names, "", Blocks | Block<Opener, Inner>>, Rest, Further>
          : After extends `,${infer Next}`
            ? Read<Next, Names, Blocks | Block<Opener, Inner>, Further>
            : After extends `~${string}`
              ? Malformed<"a transformer stands before the bracket: name~pluck(code)[code]">
              : Malformed<"after a bracket comes a comma">
    : Malformed<"']' closes nothing">;

/** What the compiler says of a property that stands twice. */
export type Twice<Name> = `'${NameOf<Name>}' is named twice: the server answers that with an empty body`;
type NameOf<Item> = Item extends `${infer Name}~${string}` ? Name : Item & string;

/** Cuts a flat run at its commas; what stands before them joins the names. */
type Cut<Run extends string, Names, Blocks extends SomeBlock> = Run extends `${string},${string},${string}`
  ? Run extends `${string},${string},${string},${string}`
    ? Run extends `${string},${string},${string},${string},${string}`
      ? CutMany<Run, Names, Blocks>
      : Run extends `${infer A},${infer B},${infer C},${infer Last}`
        ? Level<Names | A | B | C, Last, Blocks>
        : never
    : Run extends `${infer A},${infer B},${infer Last}`
      ? Level<Names | A | B, Last, Blocks>
      : never
  : Run extends `${infer A},${infer Last}`
    ? Level<Names | A, Last, Blocks>
    : Level<Names, Run, Blocks>;

/** Eight names a step while there are so many. */
type CutMany<
  Run extends string,
  Names,
  Blocks extends SomeBlock,
> = Run extends `${string},${string},${string},${string},${string},${string},${string},${string},${string}`
  ? Run extends `${infer A},${infer B},${infer C},${infer D},${infer E},${infer F},${infer G},${infer H},${infer Rest}`
    ? CutMany<Rest, Names | A | B | C | D | E | F | G | H, Blocks>
    : never
  : Run extends `${infer A},${infer B},${infer C},${infer D},${infer Rest}`
    ? Cut<Rest, Names | A | B | C | D, Blocks>
    : Cut<Run, Names, Blocks>;

/** Text that needs rewriting before it can be cut at brackets and commas, as round brackets do. */
type Rare = Space | "::" | "|" | "<" | ">";
type Space = " " | "\n" | "\r" | "\t";

/** The same query without white space, with `~` for each transformer, `<…>` for its argument, and `[]` only. */
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

/** The arguments of transformers in angle brackets, and square brackets for other round ones. */
type Arguments<
  Text extends string,
  Done extends string = "",
> = Text extends `${infer Head}~rename(${infer Title})${infer After}`
  ? Arguments<After, `${Done}${Head}~rename<${Title}>`>
  : Text extends `${string}${"(" | ")"}${string}`
    ? RareArguments<`${Done}${Text}`, "">
    : `${Done}${Text}`;

type RareArguments<Text extends string, Done extends string> = Text extends `${infer Head}(${infer Rest}`
  ? Head extends `${string}~${"rename" | "pluck" | "keyBy"}`
    ? Rest extends `${infer Argument})${infer After}`
      ? RareArguments<After, `${Done}${Head}<${Argument}>`>
      : Malformed<"'(' is not closed">
    : RareArguments<Rest, `${Done}${Head}(`>
  : `${Done}${Text}` extends `${string}${"(" | ")"}${string}`
    ? Squared<`${Done}${Text}`, "", "">
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
