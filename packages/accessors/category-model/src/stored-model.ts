import { type CallOptions, type Connection, Resource } from "@dhis2w/runtime";
import type { CheckedSpec, PartSpec } from "./combo-spec.ts";

/** An object that is there, with everything that a write has to send back. */
export interface StoredPart {
  readonly id: string;
  readonly name: string;
  readonly code?: string;
  readonly [property: string]: unknown;
}

/** A category that is there. */
export interface StoredCategory extends StoredPart {
  readonly dataDimensionType: string;
  readonly categoryOptions: readonly { readonly id: string }[];
  readonly categoryCombos: readonly { readonly id: string }[];
}

/** A combo that is there, with the categories that it has. */
export interface StoredCombo extends StoredPart {
  readonly dataDimensionType: string;
  readonly categories: readonly {
    readonly id: string;
    readonly name: string;
    readonly categoryOptions: readonly { readonly id: string }[];
  }[];
}

/** What is there of what a spec names. */
export interface StoredModel {
  readonly options: readonly StoredPart[];
  readonly categories: readonly StoredCategory[];
  readonly combos: readonly StoredCombo[];
}

/** Reads whatever has a code or name of the spec, in whichever case: one request a type. */
export async function readModel(
  connection: Connection,
  spec: CheckedSpec,
  call: CallOptions,
): Promise<StoredModel> {
  const read = async <Part extends StoredPart>(
    resource: string,
    fields: string,
    parts: readonly PartSpec[],
  ) => {
    const found = await new Resource<{ Part: Part }, { model: "Part" }>(connection, resource).list({
      ...call,
      fields,
      filter: [...new Set(parts.flatMap((part) => filtersOf(connection, part)))],
      rootJunction: "OR",
    });
    return found as Part[]; // The shape is what `fields` asks for.
  };
  return {
    options: await read<StoredPart>(
      "categoryOptions",
      "id,code,name",
      spec.categories.flatMap(({ options }) => options),
    ),
    categories: await read<StoredCategory>(
      "categories",
      ":owner,categoryOptions[id],categoryCombos[id]",
      spec.categories,
    ),
    combos: await read<StoredCombo>("categoryCombos", ":owner,categories[id,name,categoryOptions[id]]", [
      spec,
    ]),
  };
}

const filtersOf = (connection: Connection, { name, code }: PartSpec): string[] => [
  filterOf(connection, "name", name),
  ...(code === undefined ? [] : [filterOf(connection, "code", code)]),
];

/** A filter that leaves out nothing with this text; a part of it where a comma would cut it (BUG-111). */
function filterOf({ server }: Connection, property: string, text: string): string {
  const isCut = text.includes(",") && server.quirks.commaCutsFilterValue === true;
  if (!isCut) return `${property}:ieq:${text}`;
  const [part = ""] = text.split(",").sort((a, b) => b.length - a.length);
  return `${property}:ilike:${part.trim()}`;
}
