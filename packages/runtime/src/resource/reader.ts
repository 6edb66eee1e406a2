import { parseFields, parseFilter, parseOrder, printFields } from "@dhis2w/query";
import { checkWholeNumber } from "../arguments.ts";
import type { CallOptions, Connection, QueryValue } from "../connection.ts";
import type { Dhis2ParseError } from "../errors/classes.ts";
import { isObject } from "../is-object.ts";
import { writeQuery } from "../transport/body.ts";
import { judge } from "../validation/judge.ts";
import { misshapen } from "./misshapen.ts";
import type { CountOptions, Page, PageOptions, Pager, ReadOptions } from "./options.ts";

/** Bytes of path and query above which servers refuse: Tomcat takes 8 KB for the whole request head. */
const longestUrl = 6000;

const aliases = "/api/query/alias";

/** Reads objects and pages of one resource as the server sends them, and checks their envelope. */
export interface Reader {
  one(path: string, options: CallOptions & { readonly fields?: string | undefined }): Promise<object>;
  page(options: PageOptions<string | undefined>): Promise<Page<object>>;
  count(options: CountOptions): Promise<number>;
}

/** `name` is the key of list answers, `path` begins with `/api/`. */
export function createReader(connection: Connection, name: string, path: string): Reader {
  return {
    async one(target, { fields, ...call }) {
      const object = asObject(await read(target, { fields: writeFields(fields) }, call), target);
      judge(connection, call, { resource: name, side: "read", values: [object], fields: selection(fields) });
      return object;
    },
    page: async ({ page = 1, pageSize = 50, fields, order, ...options }) => {
      const answer = await list(
        { fields: writeFields(fields), order: stableOrder(order), page, pageSize },
        options,
      );
      const selected = fields === undefined ? listed : selection(fields);
      judge(connection, options, { resource: name, side: "read", values: answer.items, fields: selected });
      return answer;
    },
    async count(options) {
      const { pager } = await list({ fields: "id", page: 1, pageSize: 1 }, options);
      return pager.total;
    },
  };

  async function list(
    query: Readonly<Record<string, QueryValue>> & { readonly page: number; readonly pageSize: number },
    { filter, rootJunction, query: search, ...call }: CountOptions,
  ): Promise<Page<object>> {
    checkWholeNumber("page", query.page);
    checkWholeNumber("pageSize", query.pageSize);
    const rules = { commaCutsValue: connection.server.quirks.commaCutsFilterValue === true };
    for (const one of filter ?? []) parseFilter(one, rules);
    const parameters = { ...query, filter, rootJunction, query: search };
    const answer = asObject(await read(path, parameters, call), path);
    const { [name]: items, pager } = answer as {
      readonly [key: string]: unknown;
      readonly pager?: Partial<Pager>;
    };
    if (!Array.isArray(items)) throw failure(path, `there is no list '${name}'`, answer);
    const { page, pageSize, pageCount, total } = pager ?? {};
    if (typeof total !== "number" || typeof page !== "number" || typeof pageCount !== "number")
      throw failure(path, "the list has no pager", answer);
    return { items, pager: { page, pageSize: pageSize ?? query.pageSize, pageCount, total } };
  }

  /** A GET; where its address would be too long, by a short name that the server makes for it. */
  async function read(
    target: string,
    query: Readonly<Record<string, QueryValue>>,
    call: CallOptions,
  ): Promise<unknown> {
    const search = writeQuery(query);
    if (target.length + search.length <= longestUrl)
      return connection.request("GET", target, { ...call, query });
    const alias = await connection.request("POST", aliases, {
      ...call,
      body: { target: `${target}?${search}` },
      retryWrite: true,
    });
    // Its `path` is that of a server without a context path; the id holds everywhere.
    const { id } = asObject(alias, aliases) as { readonly id?: unknown };
    if (typeof id !== "string") throw failure(aliases, "no short name came", alias);
    return connection.request("GET", `${aliases}/${id}`, call);
  }

  function asObject(answer: unknown, target: string): object {
    if (isObject(answer) && !Array.isArray(answer)) return answer;
    // DHIS2 answers malformed `fields` with 200 and nothing (BUG-203).
    throw answer === undefined
      ? failure(target, "nothing came, as for malformed fields", answer, "PARSE.EMPTY")
      : failure(target, "no JSON object came", answer);
  }

  function failure(target: string, what: string, answer: unknown, code?: "PARSE.EMPTY"): Dhis2ParseError {
    return misshapen(connection.baseUrl, "GET", target, what, answer, code);
  }
}

/** What the items of a list are when nothing is asked for. */
const listed = "id,displayName";

/** What a read selected; `undefined` for whole objects. */
const selection = (fields: string | undefined): string | undefined =>
  fields === "*" || fields === ":all" ? undefined : fields;

/** The one form in which `fields` is sent; text that the server would misread is refused. */
function writeFields(fields: string | undefined): string | undefined {
  return fields === undefined ? undefined : printFields(parseFields(fields));
}

/** Ends with `id`, so that every object has one place only and pages neither overlap nor leave out. */
function stableOrder(order: ReadOptions["order"] = []): string {
  const terms = [order].flat();
  const isUnique = terms.flatMap(parseOrder).some(({ property }) => property === "id");
  return (isUnique ? terms : [...terms, "id:asc"]).join();
}
