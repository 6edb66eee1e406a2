import type { ServerModel } from "@dhis2w/model";
import { jobParameterClasses } from "../../plan/job-parameters.ts";
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
    `export interface Resources { ${resources.map(({ name }) => `${JSON.stringify(name)}: Resource<Models, ResourceRows[${JSON.stringify(name)}]>;`).join(" ")} }`,
    `export interface MetadataBundle<Rows = unknown, Strategy = unknown, Identifier = unknown> { ${members((model) => `readonly models.${model}Create[];`)} }`,
    `export interface MetadataAnswers { ${answers(resources)} }`,
    ...jobParameters(models.map(({ name }) => name)),
    client,
    accessorDeclarations(new Set(models.map(({ name }) => name))),
    ...models.flatMap(({ name }) => schemaConstants(name)),
  ].join("\n");
}

/** What \`openApi\` answers to a GET of a list and of an object. */
const answers = (resources: ServerModel["resources"]): string =>
  resources
    .map(
      ({ name, path, model }) =>
        `"/api/${path}": { ${JSON.stringify(name)}: models.${model}[]; pager: any }; "/api/${path}/{uid}": models.${model};`,
    )
    .join(" ");

/** What the parameters of a job are by its type, for reading and for writing. */
function jobParameters(models: readonly string[]): string[] {
  const known = Object.entries(jobParameterClasses).filter(([, name]) => models.includes(name));
  if (!models.includes("JobConfiguration")) return [];
  return ["", "Create"].flatMap((shape) => {
    const types = `JobParameters${shape}ByType`;
    const job = `models.JobConfiguration${shape}`;
    return [
      `export interface ${types} { ${known.map(([type, name]) => `${type}: models.${name}${shape};`).join(" ")} }`,
      `export type JobConfiguration${shape}Of<Type extends keyof ${types}> = Omit<${job}, "jobParameters"> & { jobParameters?: ${types}[Type] };`,
    ];
  });
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
export interface Resource<M, Row> {
  get(uid: string, options?: unknown): Promise<ModelOf<M, Row>>;
  list(options?: unknown): Promise<ModelOf<M, Row>[]>;
  page(options?: unknown): Promise<Page<ModelOf<M, Row>>>;
  iterate(options?: unknown): AsyncGenerator<ModelOf<M, Row>, void, undefined>;
  pages(options?: unknown): AsyncGenerator<Page<ModelOf<M, Row>>, void, undefined>;
  count(options?: unknown): Promise<number>;
  create(object: CreateOf<Row>, options?: unknown): Promise<any>;
  patch(uid: string, changes: UpdateOf<Row> | readonly JsonPatchOperation[], options?: unknown): Promise<any>;
  replace(uid: string, object: UpdateOf<Row>, options?: unknown): Promise<any>;
  saveMany(objects: readonly CreateOf<Row>[], options?: unknown): Promise<any>;
  delete(uid: string, options?: unknown): Promise<any>;
  addToCollection(uid: string, property: string, uids: readonly string[], options?: unknown): Promise<any>;
  removeFromCollection(uid: string, property: string, uids: readonly string[], options?: unknown): Promise<any>;
  replaceCollection(uid: string, property: string, uids: readonly string[], options?: unknown): Promise<any>;
}
export interface Core { models: Models; resources: ResourceRows; version: number }
export interface CommonCore extends Core {}
export interface ResourceType<Name extends keyof Models, Create, Update, Attributable> { model: Models[Name]; create: Create; update: Update }
export type ModelOf<M, Row> = Row extends { model: infer Model } ? Model : never;
export type CreateOf<Row> = Row extends { create: infer Create } ? Create : never;
export type UpdateOf<Row> = Row extends { update: infer Update } ? Update : never;
export type ReplacementOf<Row> = CreateOf<Row>;
export type Replacement<Create> = Create;
export type Identified<Draft, Identifier> = Draft;
export type PatchChanges<Update> = { readonly [Key in keyof Update]?: Update[Key] };
export type CollectionOf<Model> = keyof Model & string;
export type One<M, Row, Fields> = ModelOf<M, Row>;
export type Item<M, Row, Fields> = ModelOf<M, Row>;
export type TypedItem<M, Name extends keyof M, Fields> = M[Name];
export type TypedResource<M, Row> = Resource<M, Row>;
export type CommonResource<M, Row> = Resource<M, Row>;
export type CommonResources<C> = Resources;
export type CommonDhis2<C> = Dhis2;
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
  GET<Path extends string>(path: Path, init?: unknown): Promise<{ data: Path extends keyof MetadataAnswers ? MetadataAnswers[Path] | undefined : any; error: any; response: any }>;
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
