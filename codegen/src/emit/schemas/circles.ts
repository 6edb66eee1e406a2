import type { PlannedModel } from "../../plan/core-plan.ts";
import { embeddedIn } from "../../plan/core-plan.ts";

/**
 * Whether a model stands in a circle with another: values of it contain values of the other and the other way round,
 * however far apart. Modules of a circle cannot use each other while they load.
 */
export function circlesOf(models: readonly PlannedModel[]): (from: string, to: string) => boolean {
  const next = new Map(
    models.map(({ model }) => [
      model.name,
      new Set(model.properties.flatMap(({ type }) => embeddedIn(type))),
    ]),
  );
  const reached = new Map<string, ReadonlySet<string>>();
  const reachableFrom = (name: string): ReadonlySet<string> => {
    const known = reached.get(name);
    if (known !== undefined) return known;
    const found = new Set<string>();
    const open = [...(next.get(name) ?? [])];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (found.has(one)) continue;
      found.add(one);
      open.push(...(next.get(one) ?? []));
    }
    reached.set(name, found);
    return found;
  };
  return (from, to) => reachableFrom(from).has(to) && reachableFrom(to).has(from);
}
