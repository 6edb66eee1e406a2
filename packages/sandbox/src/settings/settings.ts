import type { Schemas } from "../schema/schema.ts";
import type { Json } from "../store/values.ts";
import { type SettingKey, systemKeys, userKeys } from "./keys.ts";
import { guessedValue, shownValue } from "./values.ts";

type Texts = Map<string, string>;

/** What {@link Settings.restore} brings back. */
export interface SettingsSnapshot {
  readonly system: ReadonlyMap<string, string>;
  readonly translations: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly users: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What was set for the server and by its users; everything else is as the release begins. */
export class Settings {
  /** The settings that the release has, by key. */
  readonly keys: ReadonlyMap<string, SettingKey>;
  /** Those of users. */
  readonly userKeys: ReadonlyMap<string, SettingKey>;
  /** Whether users are shown what the server never gave a value, and fall back only to what somebody set. */
  readonly #namesEveryKey: boolean;
  #system: Texts = new Map();
  #translations: Map<string, Texts> = new Map();
  #users: Map<string, Texts> = new Map();

  constructor(schemas: Schemas) {
    this.keys = systemKeys(schemas.data.version);
    this.userKeys = userKeys(schemas.data.version);
    this.#namesEveryKey = schemas.has("settingsNameEveryKey");
  }

  /** The text of a setting; undefined where nobody set it and it has no value of its own. */
  read(key: string): string | undefined {
    return this.#system.get(key) ?? this.keys.get(key)?.initial;
  }

  /** The same for who needs a text. */
  text(key: string): string {
    return this.read(key) ?? "";
  }

  /** Whether a truth value is set. */
  flag(key: string): boolean {
    return this.read(key) === "true";
  }

  /** What somebody set, as against what the release begins with. */
  isSet(key: string): boolean {
    return this.#system.has(key);
  }

  /** Value of a key as JSON has it: a key that nobody knows is guessed at; undefined for no value. */
  value(key: string): Json | undefined {
    const setting = this.keys.get(key);
    if (setting === undefined) return guessedValue(this.#system.get(prefixed(key)) ?? "");
    const stored = this.read(key);
    return stored === undefined ? undefined : shownValue(setting, stored);
  }

  /** Sets a key; an empty text takes it away. */
  put(key: string, text: string): void {
    if (text === "") this.#system.delete(key);
    else this.#system.set(key, text);
  }

  remove(key: string): void {
    this.#system.delete(key);
  }

  translation(key: string, locale: string): string | undefined {
    return this.#translations.get(key)?.get(locale);
  }

  /** Sets the text for a language; an empty one takes it away. */
  translate(key: string, locale: string, text: string): void {
    const texts = this.#translations.get(key) ?? new Map<string, string>();
    if (text === "") texts.delete(locale);
    else texts.set(locale, text);
    this.#translations.set(key, texts);
  }

  /** Takes away what a key says in other languages. */
  forgetTranslations(key: string): void {
    this.#translations.delete(key);
  }

  /** The text of a user's setting, with or without what the server has under that key. */
  readOfUser(user: string | undefined, key: string, fallsBack = true): string | undefined {
    const own = user === undefined ? undefined : this.#users.get(user)?.get(key);
    if (own !== undefined) return own;
    const initial = this.userKeys.get(key)?.initial;
    if (!fallsBack) return initial;
    return this.#namesEveryKey ? (this.#system.get(key) ?? initial) : (initial ?? this.read(key));
  }

  /** Sets a key of a user; undefined takes it away. */
  putOfUser(user: string, key: string, text: string | undefined): void {
    const texts = this.#users.get(user) ?? new Map<string, string>();
    if (text === undefined) texts.delete(key);
    else texts.set(key, text);
    this.#users.set(user, texts);
  }

  /** Language in which a user is shown names: what was chosen for the data, else, since 2.42, for the pages. */
  localeOfUser(user: string): string | undefined {
    const chosen = (key: string): string | undefined =>
      this.#users.get(user)?.get(key) ?? this.#system.get(key);
    return chosen("keyDbLocale") ?? (this.#namesEveryKey ? chosen("keyUiLocale") : undefined);
  }

  /** The state as {@link restore} takes it. */
  snapshot(): SettingsSnapshot {
    return {
      system: new Map(this.#system),
      translations: copied(this.#translations),
      users: copied(this.#users),
    };
  }

  restore({ system, translations, users }: SettingsSnapshot): void {
    this.#system = new Map(system);
    this.#translations = copied(translations);
    this.#users = copied(users);
  }
}

/** Whether the server could send mail. */
export const isEmailConfigured = (settings: Settings): boolean =>
  settings.text("keyEmailHostName").trim() !== "" && settings.text("keyEmailUsername").trim() !== "";

/** Keys may be asked for without the `key` that most begin with. */
const prefixed = (key: string): string =>
  key.startsWith("key") ? key : `key${key.charAt(0).toUpperCase()}${key.slice(1)}`;

const copied = (texts: ReadonlyMap<string, ReadonlyMap<string, string>>): Map<string, Texts> =>
  new Map([...texts].map(([name, inner]) => [name, new Map(inner)]));
