import type { FieldsPreset } from "./fields-query.ts";
import type { TargetOf } from "./target.ts";

/**
 * The texts that an unfinished `fields` text may become: each has the first name that is no property replaced
 * by one that begins like it. Reads the text from the left and runs on mistakes only, so it may cost more.
 */
export type Completions<Models, Name extends keyof Models, Fields extends string> = Fields extends string
  ? Walk<Models, Models[Name], Fields, "", null>
  : never;

/** The model around an open bracket, and the bracket that closes it. */
interface Around<Model, Closing, Further> {
  model: Model;
  closing: Closing;
  further: Further;
}

/** `Done` is the text to the left. Names that exist are passed over whole. */
type Walk<
  Models,
  Model,
  Text extends string,
  Done extends string,
  Stack,
> = Text extends `${infer Chunk},${infer Rest}`
  ? Chunk extends keyof Model
    ? Walk<Models, Model, Rest, `${Done}${Chunk},`, Stack>
    : Step<Models, Model, Chunk, `,${Rest}`, Done, Stack>
  : Step<Models, Model, Text, "", Done, Stack>;

type Step<Models, Model, Chunk extends string, After extends string, Done extends string, Stack> =
  BeforeBracket<Chunk> extends infer Name extends keyof Model & string
    ? Chunk extends `${Name}${infer Rest}`
      ? Follow<Models, Model, Name, Rest, After, `${Done}${Name}`, Stack>
      : never
    : SlowStep<Models, Model, Chunk, After, Done, Stack>;

type BeforeBracket<Chunk> = Chunk extends `${infer Name}[${string}`
  ? Name
  : Chunk extends `${infer Name}]${string}`
    ? Name
    : Chunk;

/** Sign by sign: for white space, exclusions, presets, transformers and the name that is to be completed. */
type SlowStep<
  Models,
  Model,
  Chunk extends string,
  After extends string,
  Done extends string,
  Stack,
> = Chunk extends `${infer Skipped extends Space | "!"}${infer Rest}`
  ? Step<Models, Model, Rest, After, `${Done}${Skipped}`, Stack>
  : Word<Chunk> extends Cut<infer Name, infer Rest>
    ? Name extends keyof Model | "*"
      ? Follow<Models, Model, Name, Rest, After, `${Done}${Name & string}`, Stack>
      : Rest extends `:${infer Preset}`
        ? Name extends ""
          ? Word<Preset> extends Cut<infer Letters, infer Behind>
            ? `${Done}${Extract<FieldsPreset, `:${Letters}${string}`>}${Behind}${After}`
            : never
          : never
        : `${Done}${Extract<keyof Model, `${Name}${string}`> & string}${Rest}${After}`
    : never;

type Space = " " | "\n" | "\r" | "\t";
type Delimiter = Space | "[" | "]" | "(" | ")" | "~" | ":" | "|";

interface Cut<Name extends string, Rest extends string> {
  name: Name;
  rest: Rest;
}

/** The leading name of a text, and what comes after it. */
type Word<Text extends string, Done extends string = ""> = Text extends `${infer Sign}${infer Rest}`
  ? Sign extends Delimiter
    ? Cut<Done, Text>
    : Word<Rest, `${Done}${Sign}`>
  : Cut<Done, "">;

/** After a property: its brackets, its transformers, the end of the level, or the next item. */
type Follow<
  Models,
  Model,
  Name,
  Rest extends string,
  After extends string,
  Done extends string,
  Stack,
> = Rest extends `${infer Skipped extends Space}${infer More}`
  ? Follow<Models, Model, Name, More, After, `${Done}${Skipped}`, Stack>
  : Rest extends `${infer Opening extends "[" | "("}${infer Inner}`
    ? Name extends keyof Model
      ? TargetOf<Models, Model[Name]> extends { model: infer Inside }
        ? Walk<
            Models,
            Inside,
            `${Inner}${After}`,
            `${Done}${Opening}`,
            Around<Model, Opening extends "[" ? "]" : ")", Stack>
          >
        : never
      : never
    : Rest extends `${infer Closing extends "]" | ")"}${infer More}`
      ? Stack extends Around<infer Outer, Closing, infer Further>
        ? Follow<Models, Outer, never, More, After, `${Done}${Closing}`, Further>
        : never
      : Rest extends ""
        ? After extends `,${infer Next}`
          ? Walk<Models, Model, Next, `${Done},`, Stack>
          : Stack extends Around<unknown, infer Closing extends string, unknown>
            ? `${Done}${Closing}`
            : never
        : AfterTransformers<Models, Model, Name, Rest, After, Done, Stack>;

/** Passes over transformers up to the next bracket or comma. */
type AfterTransformers<
  Models,
  Model,
  Name,
  Rest extends string,
  After extends string,
  Done extends string,
  Stack,
> = Rest extends `${infer Steps}[${infer Inner}`
  ? Follow<Models, Model, Name, `[${Inner}`, After, `${Done}${Steps}`, Stack>
  : Rest extends `${infer Steps}]${infer More}`
    ? Follow<Models, Model, never, `]${More}`, After, `${Done}${Steps}`, Stack>
    : Follow<Models, Model, never, "", After, `${Done}${Rest}`, Stack>;
