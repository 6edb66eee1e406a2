import type { Exchange } from "../server.ts";
import type { Answer } from "./answer.ts";

/** Answers one request. */
export type Handler = (exchange: Exchange) => Answer | Promise<Answer>;

/** A row of the route table. */
export interface Route {
  readonly method: string;
  /** Path below `/api`; `:name` stands for any segment, a `*` at the end for the rest. */
  readonly path: string;
  readonly handler: Handler;
  /** Answered without a sign-in. */
  readonly public?: boolean;
  /** Media types of the answer; JSON by default. */
  readonly produces?: readonly string[];
  /** Its query names types or keys of the caller's, and is checked where it is read. */
  readonly anyParameter?: true;
  /** Parameters that its query may have beside those that OpenAPI names, which a strict sandbox holds it to. */
  readonly parameters?: readonly string[];
  /** One of these the user must have. */
  readonly authorities?: readonly string[];
}

/** A route that a path matches, with the segments that stand for its names. */
export interface RouteMatch {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Node {
  readonly literals: Map<string, Node>;
  parameter: { readonly name: string; readonly node: Node } | undefined;
  readonly routes: Map<string, Route>;
  readonly rest: Map<string, Route>;
}

const newNode = (): Node => ({
  literals: new Map(),
  parameter: undefined,
  routes: new Map(),
  rest: new Map(),
});

/** Routes as a tree; a literal segment goes before a name. */
export class RouteTable {
  readonly #root: Node = newNode();

  constructor(routes: readonly Route[]) {
    for (const route of routes) this.#add(route);
  }

  #add(route: Route): void {
    let node = this.#root;
    for (const segment of route.path.split("/")) {
      if (segment === "") continue;
      if (segment === "*") {
        node.rest.set(route.method, route);
        return;
      }
      if (segment.startsWith(":")) {
        node.parameter ??= { name: segment.slice(1), node: newNode() };
        node = node.parameter.node;
        continue;
      }
      const next = node.literals.get(segment) ?? newNode();
      node.literals.set(segment, next);
      node = next;
    }
    node.routes.set(route.method, route);
  }

  /** The route of a method and path; the methods that the path takes where it is not one of them. */
  find(method: string, segments: readonly string[]): RouteMatch | { readonly methods: readonly string[] } {
    const methods = new Set<string>();
    return this.#walk(this.#root, method, segments, 0, {}, methods) ?? { methods: [...methods] };
  }

  #walk(
    node: Node,
    method: string,
    segments: readonly string[],
    at: number,
    parameters: Readonly<Record<string, string>>,
    methods: Set<string>,
  ): RouteMatch | undefined {
    const segment = segments[at];
    if (segment === undefined) {
      const route = node.routes.get(method) ?? (method === "HEAD" ? node.routes.get("GET") : undefined);
      if (route !== undefined) return { route, parameters };
      for (const known of node.routes.keys()) methods.add(known);
      return undefined;
    }
    const literal = node.literals.get(segment);
    const found =
      literal === undefined ? undefined : this.#walk(literal, method, segments, at + 1, parameters, methods);
    if (found !== undefined) return found;
    if (node.parameter !== undefined) {
      const { name, node: next } = node.parameter;
      const deeper = this.#walk(next, method, segments, at + 1, { ...parameters, [name]: segment }, methods);
      if (deeper !== undefined) return deeper;
    }
    const rest = node.rest.get(method);
    return rest === undefined
      ? undefined
      : { route: rest, parameters: { ...parameters, "*": segments.slice(at).join("/") } };
  }
}
