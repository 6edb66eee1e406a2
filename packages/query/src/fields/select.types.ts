import type { Equal, Expect } from "../equal.types.ts";
import type { Ref } from "../ref.ts";
import type { Selected } from "./select.ts";
import type { CategoryCombo, DataElement, Toy, UserSummary } from "./toy.types.ts";

type Give<Fields extends string> = Selected<Toy, "DataElement", Fields>;

export type Shapes = [
  Expect<Equal<Give<"id,code">, { id: string; code?: string }>>,
  Expect<Equal<Give<"id,categoryCombo">, { id: string; categoryCombo: Ref<"CategoryCombo"> }>>,
  Expect<Equal<Give<"categoryCombo(id, code)">, { categoryCombo: { id: string; code?: string } }>>,
  Expect<Equal<Give<"optionSet[id]">, { optionSet?: { id: string } }>>,
  Expect<Equal<Give<"dataElementGroups[name],id">, { dataElementGroups: { name: string }[]; id: string }>>,
  Expect<
    Equal<Give<"style[color],sharing[public]">, { style?: { color?: string }; sharing: { public?: string } }>
  >,
  Expect<Equal<Give<"name~rename(title)">, { title: string }>>,
  Expect<Equal<Give<"code::rename(c),name|rename(n)">, { c?: string; n: string }>>,
  Expect<Equal<Give<"categoryCombo~rename(cc)[id,name~rename(n)]">, { cc: { id: string; n: string } }>>,
  Expect<Equal<Give<"dataElementGroups~size,name~size">, { dataElementGroups: number; name: number }>>,
  Expect<Equal<Give<"dataElementGroups~isEmpty~rename(none)">, { none: boolean }>>,
  Expect<Equal<Give<"dataElementGroups~isNotEmpty">, { dataElementGroups: boolean }>>,
  Expect<Equal<Give<"dataElementGroups~pluck">, { dataElementGroups: string[] }>>,
  Expect<Equal<Give<"dataElementGroups~pluck(name)[name]">, { dataElementGroups: string[] }>>,
  // Items without the property stay objects.
  Expect<
    Equal<Give<"dataElementGroups~pluck(code)[code]">, { dataElementGroups: (string | { code?: string })[] }>
  >,
  Expect<
    Equal<Give<"dataElementGroups~keyBy">, { dataElementGroups: { [key: string]: Ref<"DataElementGroup"> } }>
  >,
  // Items that share a key stand in an array.
  Expect<
    Equal<
      Give<"dataElementGroups~keyBy(name)[name]">,
      { dataElementGroups: { [key: string]: { name: string } | { name: string }[] } }
    >
  >,
  Expect<Equal<Give<"*">, DataElement>>,
  Expect<Equal<Give<":all">, DataElement>>,
  Expect<Equal<Give<"categoryCombo[*]">, { categoryCombo: CategoryCombo }>>,
  Expect<Equal<Give<":owner,!code">, { id: string; name: string; categoryCombo: Ref<"CategoryCombo"> }>>,
  Expect<
    Equal<
      Give<":persisted,categoryCombo[id]">,
      {
        id: string;
        name: string;
        code?: string;
        categoryCombo: { id: string };
        dataElementGroups: Ref<"DataElementGroup">[];
      }
    >
  >,
  Expect<
    Equal<
      keyof Give<":simple">,
      "code" | "created" | "displayName" | "id" | "name" | "shortName" | "valueType" | "zeroIsSignificant"
    >
  >,
  Expect<Equal<keyof Give<":identifiable">, "id" | "name" | "code" | "created">>,
  Expect<Equal<Give<"style~rename(look)">, { look?: DataElement["style"] & {} }>>,
  Expect<Equal<keyof Give<":nameable">, "id" | "name" | "shortName" | "code" | "created">>,
  Expect<Equal<keyof Give<"*,!sharing,!style">, Exclude<keyof DataElement, "sharing" | "style">>>,
  Expect<Equal<Give<"id,categoryCombo[id,name],!categoryCombo">, { id: string }>>,
  // Users come with five properties whatever is asked for.
  Expect<Equal<Give<"createdBy[id]">, { createdBy: UserSummary }>>,
  Expect<Equal<Give<"id,AttDeText00">, { id: string; AttDeText00?: unknown }>>,
  Expect<Equal<Give<"AttDeText00~rename(source)">, { source?: unknown }>>,
  Expect<Equal<Give<string>, Partial<DataElement>>>,
  Expect<Equal<Give<`id,${string}`>, Partial<DataElement>>>,
  Expect<
    Equal<
      Give<"categoryCombo[categories[categoryCombos[categories[categoryCombos[categories[categoryCombos[categories[id]]]]]]]]">,
      {
        categoryCombo: {
          categories: {
            categoryCombos: {
              categories: {
                categoryCombos: { categories: { categoryCombos: { categories: { id: string }[] }[] }[] }[];
              }[];
            }[];
          }[];
        };
      }
    >
  >,
];
