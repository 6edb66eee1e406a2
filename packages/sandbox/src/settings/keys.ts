import { holdsFor } from "../schema/releases.ts";
import { type Row, systemRows, userRows } from "./setting-rows.ts";

/** What a setting holds; `json` is a whole object of the server's own. */
export type SettingType = "text" | "boolean" | "integer" | "number" | "date" | "locale" | "enum" | "json";

/** One setting that a release knows. */
export interface SettingKey {
  readonly key: string;
  readonly type: SettingType;
  /** What it is until somebody sets it, as the database would have it; absent where it is not even shown. */
  readonly initial: string | undefined;
  /** Only the superuser may read it, and only by its name. */
  readonly confidential: boolean;
  readonly translatable: boolean;
  readonly members: EnumMembers | undefined;
}

/** Members of an enum as they are written and, where that differs, as they are shown. */
export interface EnumMembers {
  readonly klass: string;
  readonly names: readonly string[];
  readonly shown?: Readonly<Record<string, string>>;
}

/** The system settings of a major version, by key. */
export const systemKeys = (version: number): ReadonlyMap<string, SettingKey> => keysOf(systemRows, version);

/** The settings of its users. */
export const userKeys = (version: number): ReadonlyMap<string, SettingKey> => keysOf(userRows, version);

function keysOf(rows: readonly Row[], version: number): ReadonlyMap<string, SettingKey> {
  const known = new Map<string, SettingKey>();
  for (const row of rows.filter((one) => holdsFor(version, one))) {
    for (const key of row.keys.split(/\s+/))
      known.set(key, {
        key,
        type: row.type,
        initial: version < (row.initialSince ?? 0) ? undefined : row.initial,
        confidential: row.confidential === true,
        translatable: row.translatable === true,
        members: row.members,
      });
  }
  return known;
}
