import type { Repair } from "./repair.ts";

/** References and parameters that the documents name wrongly. */
export const referenceRepairs: readonly Repair[] = [
  {
    id: "dangling-list-parameters",
    bug: "BUG-240",
    reason:
      "16 references of 2.42 name parameters in the plural that are declared in the singular; openapi-typescript stops at them",
    kind: "redirect-references",
    pointers: {
      "#/components/parameters/GetObjectListParams.filters":
        "#/components/parameters/GetObjectListParams.filter",
      "#/components/parameters/GetObjectListParams.orders":
        "#/components/parameters/GetObjectListParams.order",
    },
  },
  {
    id: "order-of-lists",
    bug: "BUG-241",
    reason:
      "the documents call the parameter 'orders', the server reads 'order' (recordings 03: 'list of data elements: …')",
    kind: "rename-parameters",
    names: { "OrderParams.orders": "order" },
  },
  {
    id: "closed-field-lists",
    bug: "BUG-242",
    reason:
      "'fields' and 'order' are declared as lists of property names, but are languages: nesting, presets, transformers, directions (recordings 02 and 03)",
    kind: "open-list-parameters",
    names: ["fields", "order"],
  },
];
