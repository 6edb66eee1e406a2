import {
  type AttributeReference,
  type AttributeValues,
  createAttributeValues,
} from "@dhis2w/attribute-values";
import { type CallOptions, type Connection, checkText, checkUid } from "@dhis2w/runtime";
import { checkDrafts, checkSeparator } from "./arguments.ts";
import { deleteOptions } from "./delete-options.ts";
import type {
  OptionDraft,
  OptionInSet,
  OptionSetsCore,
  OptionSetWithOptions,
  SyncOptions,
  SyncReport,
} from "./option-set.ts";
import { planSync } from "./plan-sync.ts";
import { readSet } from "./stored-set.ts";

const optionFields =
  "id,code,name,displayName,description,formName,sortOrder,style,translations,attributeValues";
/** A property named after a preset that has it replaces the preset's form. */
const setFields: string = `:owner,displayName,options[${optionFields}]`;

/**
 * Option sets: ordered lists of options, whose codes are what data values hold. A set is named by its code or its UID;
 * where one text is both, the UID counts.
 *
 * A call takes `signal` and `timeout`; the latter holds for each of its requests. Errors beside those of every request:
 * `OPTION_SET.UNKNOWN` for a set that the server does not have; `ATTRIBUTE.UNKNOWN` for such an attribute.
 */
export class OptionSets<Core extends OptionSetsCore> {
  readonly #connection: Connection;
  readonly #values: AttributeValues<{ resources: { options: { attributable: true } } }>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#values = createAttributeValues(connection);
  }

  /**
   * One option set with its options, in order.
   *
   * One request, however many options there are.
   *
   * @example
   * ```ts
   * import { optionSets } from "@dhis2w/client-v42/option-sets";
   *
   * const colour = await optionSets(dhis2).getByCode("COLOUR");
   * console.log(colour.name, colour.options.map((option) => option.code));
   * ```
   */
  async getByCode(code: string, call: CallOptions = {}): Promise<OptionSetWithOptions<Core>> {
    checkText("code", code);
    const set: unknown = await readSet(this.#connection, code, setFields, call);
    return set as OptionSetWithOptions<Core>; // The shape is what `fields` asks for.
  }

  /**
   * The options of a set, in order.
   *
   * One request, however many there are.
   *
   * @example
   * ```ts
   * import { optionSets } from "@dhis2w/client-v42/option-sets";
   *
   * const options = await optionSets(dhis2).listOptions("COLOUR");
   * ```
   */
  async listOptions(set: string, call: CallOptions = {}): Promise<OptionInSet<Core>[]> {
    checkText("set", set);
    const { options } = await readSet(this.#connection, set, `id,code,options[${optionFields}]`, call);
    return options as unknown as OptionInSet<Core>[]; // The shape is what `fields` asks for.
  }

  /**
   * The option of a set with exactly this code or name, or `undefined`; where one text is both, the code counts.
   *
   * One request, which reads the options of the set: right for codes with commas too, which some releases cut in a
   * filter (BUG-111). Use `listOptions` once where many are looked up.
   *
   * @example
   * ```ts
   * import { optionSets } from "@dhis2w/client-v42/option-sets";
   *
   * const red = await optionSets(dhis2).findOption("COLOUR", "RED");
   * ```
   */
  async findOption(
    set: string,
    codeOrName: string,
    call: CallOptions = {},
  ): Promise<OptionInSet<Core> | undefined> {
    checkText("codeOrName", codeOrName);
    const options = await this.listOptions(set, call);
    return options.find(({ code }) => code === codeOrName) ?? options.find(({ name }) => name === codeOrName);
  }

  /**
   * Gives a set the options given, in their order: new codes are added, known ones changed where they differ. Options are
   * known by their codes; attribute values, translations and whatever is not given stay. Options that are not given
   * stay at the end, or are deleted with `removeMissing`. What is equal already is not sent.
   *
   * One request where nothing differs, two otherwise; deletions add one, or two where the release needs a look
   * whether it did (BUG-020). The write is one bundle, of which the server stores all or nothing; deletions come after it. A
   * name that another option of the set has is `OPTION_SET.NAME_TAKEN`, before any write; what the server refuses is
   * `HTTP.CONFLICT` with rows, in a dry run too.
   *
   * @example
   * ```ts
   * import { optionSets } from "@dhis2w/client-v42/option-sets";
   *
   * const report = await optionSets(dhis2).sync(
   *   "COLOUR",
   *   [{ code: "RED", name: "Red" }, { code: "BLUE", name: "Blue", style: { color: "#0000ff" } }],
   *   { removeMissing: true },
   * );
   * console.log(report.added.length, report.removed.map((option) => option.code));
   * ```
   */
  async sync(set: string, options: readonly OptionDraft[], how: SyncOptions = {}): Promise<SyncReport> {
    const { removeMissing = false, dryRun = false, ...call } = how;
    checkText("set", set);
    checkDrafts(options);
    const stored = await readSet(this.#connection, set, ":owner,options[:owner]", call);
    checkSeparator(stored.valueType, options);
    const { report, bundle } = planSync(stored, options, removeMissing);
    if (bundle !== undefined)
      await this.#connection.request("POST", "/api/metadata", {
        ...call,
        ...(dryRun && { query: { importMode: "VALIDATE" } }),
        body: bundle,
      });
    if (!dryRun)
      await deleteOptions(
        this.#connection,
        report.removed.map(({ id }) => id),
        call,
      );
    return report;
  }

  /**
   * Deletes an option in the way that works on the release: two of them answer 200 to a DELETE and keep the option
   * (BUG-020). Data values keep its code.
   *
   * One request, or two where the release needs a look whether it did; `OPTION.NOT_DELETED` says that it did not. An
   * option that is not there is `HTTP.NOT_FOUND` or, on those releases, `HTTP.CONFLICT`.
   *
   * @example
   * ```ts
   * import { optionSets } from "@dhis2w/client-v42/option-sets";
   *
   * await optionSets(dhis2).deleteOption(optionUid);
   * ```
   */
  async deleteOption(optionUid: string, call: CallOptions = {}): Promise<void> {
    checkUid("optionUid", optionUid);
    await deleteOptions(this.#connection, [optionUid], call);
  }

  /**
   * The value that an option has for an attribute, or `undefined`: `attributeValues.getValue` of an option.
   *
   * One request, and one for an attribute named by its code.
   *
   * @example
   * ```ts
   * import { optionSets } from "@dhis2w/client-v42/option-sets";
   *
   * const snomed = await optionSets(dhis2).getOptionAttributeValue(optionUid, "SNOMED");
   * ```
   */
  async getOptionAttributeValue(
    optionUid: string,
    attribute: AttributeReference,
    call: CallOptions = {},
  ): Promise<string | undefined> {
    return this.#values.getValue("options", optionUid, attribute, call);
  }

  /**
   * Gives an option a value for an attribute: `attributeValues.setValue` of an option, with its guards.
   *
   * Three requests, one where the option has the value, and one for an attribute named by its code.
   *
   * @example
   * ```ts
   * import { optionSets } from "@dhis2w/client-v42/option-sets";
   *
   * await optionSets(dhis2).setOptionAttributeValue(optionUid, "SNOMED", "386713009");
   * ```
   */
  async setOptionAttributeValue(
    optionUid: string,
    attribute: AttributeReference,
    value: string,
    call: CallOptions = {},
  ): Promise<void> {
    await this.#values.setValue("options", optionUid, attribute, value, call);
  }

  /**
   * The first option of a set that has exactly this value for an attribute, or `undefined`.
   *
   * Two requests, and one for an attribute named by its code.
   *
   * @example
   * ```ts
   * import { optionSets } from "@dhis2w/client-v42/option-sets";
   *
   * const red = await optionSets(dhis2).findOptionByAttribute("COLOUR", "SNOMED", "386713009");
   * ```
   */
  async findOptionByAttribute(
    set: string,
    attribute: AttributeReference,
    value: string,
    call: CallOptions = {},
  ): Promise<OptionInSet<Core> | undefined> {
    const options = await this.listOptions(set, call);
    const attributeUid = await this.#values.resolveAttributeUid(attribute, call);
    return options.find((option) => {
      // Every release sends attribute values as a list of `{ attribute: { id }, value }`.
      const { attributeValues } = option as unknown as {
        readonly attributeValues: readonly {
          readonly attribute: { readonly id: string };
          readonly value: string;
        }[];
      };
      return attributeValues.some((item) => item.attribute.id === attributeUid && item.value === value);
    });
  }
}

/**
 * The option sets of a server.
 *
 * @example
 * ```ts
 * import { createOptionSets } from "@dhis2w/option-sets";
 * import type { Core } from "@dhis2w/client-v42";
 *
 * const optionSets = createOptionSets<Core>(dhis2);
 * ```
 */
export const createOptionSets = <Core extends OptionSetsCore>(connection: Connection): OptionSets<Core> =>
  new OptionSets(connection);
