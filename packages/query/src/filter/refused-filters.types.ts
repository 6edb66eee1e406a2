/** Filters that no server should see, why, and where; none depends on a model. */
export const refusedFilters = [
  ["name", "'name' has no operator: write property:operator:value", 0],
  ["", "'' has no operator: write property:operator:value", 0],
  ["name:nope:Alpha", "'nope' is not an operator", 5],
  ["name:EQ:Alpha", "'EQ' is not an operator", 5],
  ["created:between:2020-01-01", "'between' is not an operator", 8],
  ["name:eq", "'eq' needs a value", 7],
  ["name:eq:", "'eq' needs a value", 7],
  ["code:null:x", "'null' takes no value", 10],
  ["name:in:Alpha", "'in' needs a list: [a,b]", 8],
  ["name:in:[]", "'in' needs at least one value", 8],
  ["name:in:[Alpha, No code]", "a blank after a comma belongs to the value", 8],
  ["name:in:[Alpha,,Beta]", "a value is missing in the list of 'in'", 8],
  ["code:!in:[D[1],A_1]", "brackets cannot stand in a list", 9],
  ["name:like:100%", "'%' is dropped from what 'like' looks for", 13],
] as const;
