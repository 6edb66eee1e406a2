/** A server that a browser may call from any page: what the real one does for listed origins only. */
export function withCors(
  fetch: (request: Request) => Response | Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const origin = request.headers.get("origin");
    if (origin === null) return fetch(request);
    const response = isPreflight(request) ? new Response(null, { status: 204 }) : await fetch(request);
    const headers = new Headers(response.headers);
    headers.set("Access-Control-Allow-Origin", origin);
    headers.set("Access-Control-Allow-Credentials", "true");
    headers.set("Access-Control-Expose-Headers", "ETag, Location");
    headers.append("Vary", "Origin");
    if (isPreflight(request)) {
      headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE, HEAD");
      headers.set(
        "Access-Control-Allow-Headers",
        request.headers.get("access-control-request-headers") ?? "*",
      );
    }
    return new Response(response.body, { status: response.status, headers });
  };
}

function isPreflight(request: Request): boolean {
  return request.method === "OPTIONS" && request.headers.has("access-control-request-method");
}
