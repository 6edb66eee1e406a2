import type { Model } from "../schema/model.ts";

/** Whether a text grants rights in the server's form: eight characters, `rw` for metadata, `rw` for data. */
export function isAccessString(text: string): boolean {
  return /^(?:r[w-]|-[w-])(?:r[w-]|-[w-])----$/.test(text);
}

/** Whether an access string grants rights on data that a type does not have. */
export function sharesData(text: string, model: Model): boolean {
  return !model.dataShareable && text.slice(2, 4) !== "--";
}
