import type { Schemas } from "../schema/schema.ts";
import { accepts } from "./accept.ts";
import { type Answer, reasonOf } from "./answer.ts";
import { Refusal } from "./refusal.ts";
import type { ServerRequest } from "./request.ts";

/** What the servlet container refuses before DHIS2 sees it: a page of its own, where DHIS2 would send an envelope. */
export class ContainerRefusal extends Refusal {
  override readonly name: string = "ContainerRefusal";
  readonly #request: ServerRequest;
  readonly #schemas: Schemas;

  /** `message` is what Jetty says of it; by default the name of the status. */
  constructor(status: number, request: ServerRequest, schemas: Schemas, message: string = reasonOf(status)) {
    super(status, message);
    this.#request = request;
    this.#schemas = schemas;
  }

  override answer(): Answer {
    return this.#schemas.quirk("containerErrors") === "jetty" ? this.#jetty() : this.#tomcat();
  }

  #tomcat(): Answer {
    const body = pageOf(`HTTP Status ${this.status} – ${reasonOf(this.status)}`);
    return { status: this.status, headers: { "Content-Type": "text/html;charset=utf-8" }, body };
  }

  /** Jetty writes its page as the caller accepts it, and nothing to who takes neither JSON nor HTML. */
  #jetty(): Answer {
    const { status, message } = this;
    const accept = this.#request.headers.get("accept");
    if (accept?.includes("json")) {
      const body = JSON.stringify({
        servlet: "dispatcher",
        message,
        url: this.#request.path,
        status: String(status),
      });
      return { status, headers: { "Content-Type": "application/json" }, body };
    }
    if (!accepts(accept, ["text/html"])) return { status, headers: {}, body: undefined };
    const headers = { "Content-Type": "text/html;charset=iso-8859-1" };
    return { status, headers, body: pageOf(`Error ${status} ${message}`) };
  }
}

/** A parameter that the query must have and has not; `type` is the one of Java. */
export const missingParameter = (
  name: string,
  type: string,
  request: ServerRequest,
  schemas: Schemas,
): ContainerRefusal =>
  new ContainerRefusal(
    400,
    request,
    schemas,
    `Required request parameter &apos;${name}&apos; for method parameter type ${type} is not present`,
  );

/** A page of the web server; the title is told as text. */
export function pageOf(title: string): string {
  const text = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!doctype html><html lang="en"><head><title>${text}</title></head><body><h1>${text}</h1></body></html>`;
}
