import { simpleName } from "../naming/identifier.ts";
import { classOfShape } from "./class-of-shape.ts";
import type { Finding } from "./find-changes.ts";

/**
 * What follows from a class or resource that came or went, by the finding that explains it: its resource, the calls
 * below its path, the shapes that OpenAPI has of it.
 */
export function explainedBy(findings: readonly Finding[]): ReadonlyMap<Finding, Finding> {
  const explained = new Map<Finding, Finding>();
  for (const on of ["removed", "added"] as const) {
    const present = findings.filter(({ difference }) => difference.rule.on === on);
    const resources = present.filter(({ at }) => at.item.kind === "resource");
    const models = new Map(
      present.flatMap((finding) =>
        finding.at.item.kind === "model" ? [[finding.at.item.model.klass, finding] as const] : [],
      ),
    );
    const bySimpleName = new Map([...models].map(([klass, finding]) => [simpleName(klass), finding]));
    const byPath = new Map<string, Finding>();
    for (const resource of resources) {
      if (resource.at.item.kind !== "resource") continue;
      const model = models.get(resource.at.item.looseKeys?.[0] ?? "");
      if (model !== undefined) explained.set(resource, model);
      byPath.set(`/api/${resource.at.item.resource.path}`, model ?? resource);
    }
    for (const finding of present) {
      const cause = causeOf(finding, byPath, bySimpleName);
      if (cause !== undefined && cause !== finding) explained.set(finding, cause);
    }
  }
  return explained;
}

function causeOf(
  { at: { item } }: Finding,
  byPath: ReadonlyMap<string, Finding>,
  bySimpleName: ReadonlyMap<string, Finding>,
): Finding | undefined {
  if (item.kind === "component") {
    const { name } = item.component;
    return bySimpleName.get(name) ?? bySimpleName.get(classOfShape(name));
  }
  if (item.kind !== "operation") return undefined;
  const path = item.operation.path.split(/[#?]/)[0] ?? "";
  const below = [...byPath.keys()].find(
    (prefix) => path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}.`),
  );
  return below === undefined ? undefined : byPath.get(below);
}
