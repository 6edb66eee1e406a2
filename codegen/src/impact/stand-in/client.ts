import type { ServerModel } from "@dhis2w/model";
import { accessorDeclarations } from "./accessors.ts";

/** Declarations of a release's client over those of its models, which stand in `./models`. */
export function clientDeclarations({ models, resources }: ServerModel): string {
  const row = (model: string): string =>
    `{ model: models.${model}; create: models.${model}Create; update: models.${model}Update }`;
  const members = (text: (model: string) => string): string =>
    resources.map(({ name, model }) => `${JSON.stringify(name)}: ${text(model)};`).join(" ");
  return [
    `import type * as models from "./models";`,
    `export * from "./models";`,
    `export interface Models { ${models.map(({ name }) => `${name}: models.${name};`).join(" ")} }`,
    `export interface ResourceRows { ${members(row)} }`,
    `export interface Resources { ${members((model) => `Resource<models.${model}, models.${model}Create, models.${model}Update>`)} }`,
    `export interface MetadataBundle { ${members((model) => `readonly models.${model}Create[];`)} }`,
    `export type ModelOf<Name> = Name extends keyof ResourceRows ? ResourceRows[Name]["model"] : never;`,
    client,
    accessorDeclarations(new Set(models.map(({ name }) => name))),
    ...models.flatMap(({ name }) => schemaConstants(name)),
  ].join("\n");
}

/** `dataElementSchema` and `dataElementCreateSchema`, of all `/schemas` subpaths. */
function schemaConstants(model: string): string[] {
  const name = model.charAt(0).toLowerCase() + model.slice(1);
  return [
    `export declare const ${name}Schema: Schema<models.${model}>;`,
    `export declare const ${name}CreateSchema: Schema<models.${model}Create>;`,
  ];
}

/** What of the client takes or gives what a release may lack; all else is `any`, of which nothing is asked. */
const client = `
export interface Schema<Value> { parse(input: unknown): Value; safeParse(input: unknown): { success: boolean; data: Value; error: any } }
export interface Page<Item> { items: Item[]; pager: any }
export interface Resource<Model, Create, Update> {
  get(uid: string, options?: unknown): Promise<Model>;
  list(options?: unknown): Promise<Model[]>;
  page(options?: unknown): Promise<Page<Model>>;
  iterate(options?: unknown): AsyncGenerator<Model, void, undefined>;
  pages(options?: unknown): AsyncGenerator<Page<Model>, void, undefined>;
  count(options?: unknown): Promise<number>;
  create(object: Create, options?: unknown): Promise<any>;
  patch(uid: string, changes: Update | readonly JsonPatchOperation[], options?: unknown): Promise<any>;
  replace(uid: string, object: Update, options?: unknown): Promise<any>;
  saveMany(objects: readonly Create[], options?: unknown): Promise<any>;
  delete(uid: string, options?: unknown): Promise<any>;
  addToCollection(uid: string, property: string, uids: readonly string[], options?: unknown): Promise<any>;
  removeFromCollection(uid: string, property: string, uids: readonly string[], options?: unknown): Promise<any>;
  replaceCollection(uid: string, property: string, uids: readonly string[], options?: unknown): Promise<any>;
}
export interface Core { models: Models; resources: ResourceRows; version: number }
export type TypedResource<M, Row extends { model: any; create: any; update: any }> = Resource<Row["model"], Row["create"], Row["update"]>;
export type CommonResource<M, Row extends { model: any; create: any; update: any }> = TypedResource<M, Row>;
export interface JsonPatchOperation { op: string; path: string; value?: unknown; from?: string }
export interface Connection {
  baseUrl: string;
  request(method: string, path: string, options?: unknown): Promise<any>;
  send(method: string, path: string, options?: unknown): Promise<any>;
}
export interface Dhis2 extends Connection {
  version: number;
  systemInfo: any;
  resources: Resources;
  categoryCombos: CategoryCombos;
  attributeValues: AttributeValues;
}
export interface Dhis2Client extends Dhis2 {}
export declare function createClient(options: any): Dhis2;
export declare function connect(options: any): Promise<Dhis2>;
export declare function importMetadata(client: Connection, bundle: MetadataBundle, options?: unknown): Promise<any>;
export declare function startMetadataImport(client: Connection, bundle: MetadataBundle, options?: unknown): Promise<any>;
export declare function where(property: string, operator: string, value?: unknown): string;
export interface OpenApi {
  GET(path: string, init?: unknown): Promise<any>;
  POST(path: string, init?: unknown): Promise<any>;
  PUT(path: string, init?: unknown): Promise<any>;
  PATCH(path: string, init?: unknown): Promise<any>;
  DELETE(path: string, init?: unknown): Promise<any>;
}
export declare function openApi(client: Connection): OpenApi;
export interface Schemas { [name: string]: any }
export type DateTime = string;
export type OpenEnum<Name, Members> = Members;
export type Changes<Value> = { [Key in keyof Value]?: Value[Key] | null };
export type Ref<Name extends keyof Models> = Models[Name];
export type Selected<M extends object, Name extends keyof M, Fields> = M[Name];
`;
