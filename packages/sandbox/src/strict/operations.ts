import type { ServerRequest } from "../http/request.ts";
import type { Route } from "../http/routes.ts";
import { RouteTable } from "../http/routes.ts";
import { isList, isObject, type Json, type JsonObject, textOf } from "../store/values.ts";
import { documentText } from "../system/documents.ts";
import { leftOut } from "./left-out.ts";

/** Names that the OpenAPI document spells as the server does not (BUG-241). */
const renamed: Readonly<Record<string, string>> = { orders: "order", filters: "filter" };

/** The parameters of every operation of a release. */
export class Operations {
  readonly #routes: RouteTable;

  private constructor(routes: readonly Route[]) {
    this.#routes = new RouteTable(routes);
  }

  /** Reads the OpenAPI document of a release. */
  static async of(version: number): Promise<Operations> {
    const document: Json = JSON.parse(await documentText(version, "openapi", ""));
    return new Operations(isObject(document) ? routesOf(document) : []);
  }

  /**
   * What the query of a request may have: what OpenAPI says and what it leaves out, with what the route itself knows.
   * Undefined where neither says anything.
   */
  parametersOf(request: ServerRequest, route: Route): readonly string[] | undefined {
    if (route.anyParameter === true) return undefined;
    const method = request.method === "HEAD" ? "GET" : request.method;
    const found = this.#routes.find(method, request.segments);
    const told = "route" in found ? found.route.parameters : undefined;
    if (told === undefined) return route.parameters;
    return [...told, ...(route.parameters ?? []), ...leftOut(request)];
  }
}

function routesOf(document: JsonObject): Route[] {
  const { paths, components } = document;
  const shared = isObject(components) && isObject(components["parameters"]) ? components["parameters"] : {};
  return Object.entries(isObject(paths) ? paths : {}).flatMap(([path, operations]) =>
    Object.entries(isObject(operations) ? operations : {}).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace(/^\/api(?=\/|$)/, "").replaceAll(/\{(\w+)[^}]*\}/g, ":$1"),
      handler: neverCalled,
      parameters: namesOf(operation, shared),
    })),
  );
}

/** These routes are looked up and never taken. */
const neverCalled: Route["handler"] = () => {
  throw new TypeError("Not a route of the sandbox");
};

function namesOf(operation: Json, shared: JsonObject): string[] {
  const parameters = isObject(operation) ? operation["parameters"] : undefined;
  return (isList(parameters) ? parameters : []).flatMap((parameter) => {
    if (!isObject(parameter)) return [];
    const reference = textOf(parameter, "$ref")?.split("/").at(-1);
    const found = reference === undefined ? parameter : shared[reference];
    const name = isObject(found) ? textOf(found, "name") : reference?.split(".").at(-1);
    if (name === undefined || (isObject(found) && found["in"] === "path")) return [];
    return [Object.hasOwn(renamed, name) ? (renamed[name] ?? name) : name];
  });
}
