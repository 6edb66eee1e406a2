import type { Referrer } from "../schema/schema.ts";
import type { Server } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { idsOf, textOf } from "../store/values.ts";

/** A category that combos have cannot go. The first combo is named as the database has them: as they were last written. */
function conflict(row: Stored, { schemas, store }: Server): string | undefined {
  if (row.model.name !== "Category") return undefined;
  const model = schemas.model("CategoryCombo");
  const combos = [...store.referring("CategoryCombo.categories", row.uid)]
    .map((uid) => store.get(model, uid))
    .filter((combo) => combo !== undefined);
  const [first] = combos.sort((one, other) => (writtenAt(one) < writtenAt(other) ? -1 : 1));
  if (first === undefined) return undefined;
  return schemas.has("vetoWithoutName")
    ? "CategoryCombo"
    : `CategoryCombo (${textOf(first.values, "name") ?? first.uid})`;
}

const writtenAt = ({ values }: Stored): string => textOf(values, "lastUpdated") ?? "";

/** Whether a reference to an object of the category model gives way when the object goes. */
function yields(row: Stored, referrer: Referrer): boolean {
  return (
    row.model.name === "CategoryCombo" ||
    (row.model.name === "CategoryOptionCombo" && !referrer.property.required)
  );
}

/**
 * What goes or moves along: a combo takes its rows with it and leaves what used it to `default`; an option takes
 * the rows that hold it.
 */
function before(row: Stored, { schemas, store }: Server): void {
  if (row.model.name === "CategoryCombo") {
    const fallback = defaultCombo({ schemas, store });
    for (const { row: user, property, inner } of [...store.whoRefers(row)]) {
      if (user.model.name === "CategoryOptionCombo") store.remove(user);
      else if (inner === undefined && property.shape === "single" && fallback !== undefined)
        store.put(user.model, user.uid, { ...user.values, [property.name]: { id: fallback } });
    }
  }
  if (row.model.name === "CategoryOption") {
    const model = schemas.model("CategoryOptionCombo");
    for (const uid of [...store.referring("CategoryOptionCombo.categoryOptions", row.uid)]) {
      const combination = store.get(model, uid);
      if (combination !== undefined && idsOf(combination.values["categoryOptions"]).includes(row.uid))
        store.remove(combination);
    }
  }
}

function defaultCombo({ schemas, store }: Pick<Server, "schemas" | "store">): string | undefined {
  for (const row of store.all(schemas.model("CategoryCombo")))
    if (row.values["name"] === "default") return row.uid;
  return undefined;
}

/** What the category model adds to deletions. */
export const categoryDeletion: {
  readonly conflict: typeof conflict;
  readonly yields: typeof yields;
  readonly before: typeof before;
} = { conflict, yields, before };
