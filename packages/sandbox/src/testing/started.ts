import { createSandbox, type Sandbox, type SandboxOptions } from "../index.ts";

/** What a request came to: the body as JSON where it is. */
export interface Called {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of all shapes.
  readonly body: any;
}

/** A sandbox for a test, and a way to call it as the administrator. */
export async function startedWith(options: SandboxOptions): Promise<{
  readonly sandbox: Sandbox;
  readonly call: (method: string, path: string, body?: unknown, type?: string) => Promise<Called>;
}> {
  const sandbox = await createSandbox({ clock: () => Date.UTC(2026, 0, 1), ...options });
  const authorization = `Basic ${btoa("admin:district")}`;
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    type = "application/json",
  ): Promise<Called> => {
    const response = await sandbox.fetch(`${sandbox.baseUrl}${path}`, {
      method,
      headers: {
        Authorization: authorization,
        "X-Requested-With": "XMLHttpRequest",
        ...(body === undefined ? {} : { "Content-Type": type }),
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    try {
      return { status: response.status, body: JSON.parse(text) };
    } catch {
      return { status: response.status, body: text };
    }
  };
  return { sandbox, call };
}
