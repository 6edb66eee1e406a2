import { type CallOptions, type Connection, Resource } from "@dhis2w/runtime";
import {
  combinationsOf,
  compareMatrix,
  type MatrixCategory,
  type MatrixDifference,
  type MatrixRow,
} from "./matrix.ts";

/** What the categories of a combo make, and which option combos the server has for it. */
export interface StoredMatrix extends MatrixDifference {
  /** UIDs of the combo's categories, in order. */
  readonly categories: readonly string[];
}

/**
 * Reads a combo's categories and its option combos, and compares them. The option combos come from their own list:
 * inside the combo they were seen empty although they were stored (BUG-033).
 */
export async function readMatrix(
  connection: Connection,
  uid: string,
  call: CallOptions,
): Promise<StoredMatrix> {
  const { categories } = (await new Resource<Shapes, { model: "Combo" }>(connection, "categoryCombos").get(
    uid,
    {
      ...call,
      fields: "id,categories[id,categoryOptions[id]]",
    },
  )) as Shapes["Combo"];
  const rows = (await new Resource<Shapes, { model: "Row" }>(connection, "categoryOptionCombos").list({
    ...call,
    fields: "id,name,categoryOptions[id]",
    filter: [`categoryCombo.id:eq:${uid}`],
  })) as MatrixRow[];
  const emptyEmpties = connection.server.quirks.emptyCategoryEmptiesMatrix === true;
  return {
    categories: categories.map((category) => category.id),
    ...compareMatrix(combinationsOf(categories, emptyEmpties), rows),
  };
}

/** What the two reads ask for. */
interface Shapes {
  Combo: { readonly categories: readonly (MatrixCategory & { readonly id: string })[] };
  Row: MatrixRow;
}
