/**
 * Declarations of the accessors, as far as they take or give what a release may lack.
 *
 * @param models - names of the release's models; what is about another is `any`
 */
export function accessorDeclarations(models: ReadonlySet<string>): string {
  const read = (model: string): string => (models.has(model) ? `models.${model}` : "any");
  // An accessor says itself what it needs of a new object.
  const write = (model: string): string => (models.has(model) ? `Partial<models.${model}Create>` : "any");
  const partOfCombo = (model: string): string => `
  get(uid: string, options?: unknown): Promise<${read(model)}>;
  create(object: ${write(model)} & { uid?: string }, options?: unknown): Promise<${read(model)}>;
  update(uid: string, changes: ${write(model)}, options?: unknown): Promise<${read(model)}>;
  rename(uid: string, names: ${write(model)}, options?: unknown): Promise<${read(model)}>;
  setValidity(uid: string, window: ${write(model)}, options?: unknown): Promise<${read(model)}>;`;
  return `
export interface CategoryCombos {
  listAll(options?: unknown): Promise<${read("CategoryCombo")}[]>;
  get(uid: string, options?: unknown): Promise<${read("CategoryCombo")}>;
  create(combo: ${write("CategoryCombo")} & { uid?: string }, options?: unknown): Promise<${read("CategoryCombo")}>;
  update(combo: ${read("CategoryCombo")}, options?: unknown): Promise<${read("CategoryCombo")} & { matrixIsStale: boolean }>;
  rename(uid: string, names: ${write("CategoryCombo")}, options?: unknown): Promise<${read("CategoryCombo")}>;
}
export interface AttributeValues {
  getValue(resource: keyof Resources, uid: string, attribute: string, options?: unknown): Promise<string | undefined>;
  setValue(resource: keyof Resources, uid: string, attribute: string, value: string, options?: unknown): Promise<void>;
  deleteValue(resource: keyof Resources, uid: string, attribute: string, options?: unknown): Promise<boolean>;
  findUidsByValue(resource: keyof Resources, attribute: string, value: string, options?: unknown): Promise<string[]>;
  findOneUidByValue(resource: keyof Resources, attribute: string, value: string, options?: unknown): Promise<string | undefined>;
  listFor(resource: keyof Resources, uid: string, options?: unknown): Promise<any[]>;
}
export interface Attributes {
  listFor(resource: keyof Resources, options?: unknown): Promise<${read("Attribute")}[]>;
  getByCode(code: string, options?: unknown): Promise<${read("Attribute")}>;
  create(attribute: ${write("Attribute")} & { uid?: string; resources?: readonly (keyof Resources)[] }, options?: unknown): Promise<${read("Attribute")}>;
}
export interface OptionSets {
  getByCode(code: string, options?: unknown): Promise<${read("OptionSet")}>;
  listOptions(set: string, options?: unknown): Promise<${read("Option")}[]>;
  findOption(set: string, codeOrName: string, options?: unknown): Promise<${read("Option")} | undefined>;
  sync(set: string, options: readonly (${write("Option")})[], how?: unknown): Promise<any>;
  findOptionByAttribute(set: string, attribute: string, value: string, options?: unknown): Promise<${read("Option")} | undefined>;
}
export interface Categories {${partOfCombo("Category")}
}
export interface CategoryOptions {${partOfCombo("CategoryOption")}
}
export interface CategoryOptionCombos {
  listForCombo(comboUid: string, options?: unknown): Promise<${read("CategoryOptionCombo")}[]>;
  get(uid: string, options?: unknown): Promise<${read("CategoryOptionCombo")}>;
}
export declare function attributes(client: Connection): Attributes;
export declare function optionSets(client: Connection): OptionSets;
export declare function categories(client: Connection): Categories;
export declare function categoryOptions(client: Connection): CategoryOptions;
export declare function categoryOptionCombos(client: Connection): CategoryOptionCombos;
export type NewCategoryCombo = ${write("CategoryCombo")};
export type NewCategory = ${write("Category")};
export type NewCategoryOption = ${write("CategoryOption")};
export type NewAttribute<Core> = ${write("Attribute")};
export type OptionDraft = ${write("Option")};
export type CategoryComboWithParts<Core> = ${read("CategoryCombo")};
export type OptionSetWithOptions<Core> = ${read("OptionSet")};
export type OptionInSet<Core> = ${read("Option")};
export type CategoryWithOptions<Core> = ${read("Category")};
export type CategoryOptionWithCategories<Core> = ${read("CategoryOption")};
export type CategoryOptionComboWithOptions<Core> = ${read("CategoryOptionCombo")};
`;
}
