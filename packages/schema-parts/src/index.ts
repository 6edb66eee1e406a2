export { array } from "./array.ts";
export { length, lengthIfAny, range, whole } from "./bounds.ts";
export { looseObject, map, strictObject } from "./object.ts";
export { openEnum } from "./open-enum.ts";
export { refSchema } from "./reference.ts";
export { boolean, number, string } from "./scalar.ts";
export { exactOptional, nullable } from "./wrapped.ts";
