import type { Reading } from "../reading/reading.ts";
import { sortedBy } from "../text-order.ts";
import { capitalised, NameRegister, simpleName } from "./identifier.ts";
import type { Names } from "./named-types.ts";

/** Gives each model and enum its name: schemas first, then enums of `/api/schemas`, then what OpenAPI adds. */
export function nameEverything(reading: Reading): Names {
  const register = new NameRegister();
  const models = new Map<string, string>();
  const enums = new Map<string, string>();
  for (const schema of sortedBy(reading.schemas, ({ singular }) => singular))
    models.set(schema.klass, register.claim(schema.klass, capitalised(schema.singular)));
  const [described, declared] = parted(
    sortedBy(reading.enums.keys(), (key) => key),
    (key) => key.startsWith("openapi:"),
  );
  for (const key of declared) enums.set(key, register.claim(key, simpleName(key)));
  for (const [key, draft] of sortedBy(reading.embedded, ([key]) => key))
    models.set(key, register.claim(key, capitalised(draft.wantedName)));
  for (const key of described)
    enums.set(key, register.claim(key, capitalised(reading.enums.get(key)?.wantedName ?? simpleName(key))));
  return { models, enums };
}

function parted<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
