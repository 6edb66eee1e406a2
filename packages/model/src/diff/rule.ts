import type { ChangeLevel, SubjectKind } from "./change.ts";
import type { Items } from "./items.ts";
import type { Owners } from "./placed.ts";

/** What is said of a change, whatever it is found by. */
interface RuleText<Kind extends SubjectKind> {
  /** kebab-case, unique in the table. */
  readonly id: string;
  readonly level: ChangeLevel;
  readonly subject: Kind;
  /** What happened, after the subject's label: `is gone`. */
  readonly title: string;
  readonly why: string;
  readonly todo: string;
}

/** Fires for something that only one side has; the first rule of a kind that fires is the one reported. */
interface PresenceRule<Kind extends SubjectKind> extends RuleText<Kind> {
  readonly on: "added" | "removed";
  /** Always, where it is left out. */
  fires?(item: Items[Kind], owner: Owners[Kind]): boolean;
  /** What it was, or is. */
  show?(item: Items[Kind]): string | undefined;
}

/** Fires for something that both sides have; all rules that fire are reported. */
export interface ChangeRule<Kind extends SubjectKind> extends RuleText<Kind> {
  readonly on: "changed";
  fires(before: Items[Kind], after: Items[Kind]): boolean;
  /** What one side is, in view of the other. */
  show(item: Items[Kind], other: Items[Kind]): string | undefined;
  /** Keys of the documents that it accounts for where it fires. */
  readonly keys: readonly string[];
}

/** Reports the keys that differ although no rule accounts for them. */
interface DetailRule<Kind extends SubjectKind> extends RuleText<Kind> {
  readonly on: "detail";
}

/** A rule about one kind of subject. */
export type RuleOf<Kind extends SubjectKind> = PresenceRule<Kind> | ChangeRule<Kind> | DetailRule<Kind>;

/** A rule: one record. */
export type Rule = { [Kind in SubjectKind]: RuleOf<Kind> }[SubjectKind];
