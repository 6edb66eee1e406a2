/** Orders that no server should see, why, and where; none depends on a model. */
export const refusedOrders = [
  ["", "a property name is missing", 0],
  ["name,", "a property name is missing", 5],
  ["name:up", "'up' is not a direction: asc, desc, iasc or idesc", 5],
  ["name:asc:desc", "'asc:desc' is not a direction: asc, desc, iasc or idesc", 5],
  ["name:asc,code:", "'' is not a direction: asc, desc, iasc or idesc", 14],
  ["categoryCombo.name:asc", "'categoryCombo.name' cannot be ordered by: paths are ignored", 0],
] as const;
