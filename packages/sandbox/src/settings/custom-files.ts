import { empty, json, text, webMessage } from "../http/answer.ts";
import { notFound, notSupported, Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";

const twoWeeks = { "Cache-Control": "max-age=1209600, public" };

/** A text that administrators add to every page, kept as a setting. */
function customFile(paths: readonly string[], key: string, type: string, created: string): Route[] {
  const authorities = ["F_INSERT_CUSTOM_JS_CSS"];
  const read: Handler = ({ server }) =>
    text(server.settings.text(key), `${type};charset=UTF-8`, 200, twoWeeks);
  const write: Handler = ({ request, server }) => {
    server.settings.put(key, request.text);
    return webMessage(200, "OK", { message: created });
  };
  const remove: Handler = ({ server }) => {
    server.settings.remove(key);
    return empty(204);
  };
  const [path = ""] = paths;
  return [
    ...paths.map((one) => ({ method: "GET", path: one, handler: read, produces: [type] })),
    { method: "POST", path, handler: write, authorities },
    { method: "DELETE", path, handler: remove, authorities },
  ];
}

/** Which settings say that an image was uploaded in place of one of the server's own. */
const images: Readonly<Record<string, string>> = {
  logo_banner: "keyUseCustomLogoBanner",
  logo_front: "keyUseCustomLogoFront",
};

/** `GET /api/staticContent/{key}`: the sandbox keeps no images, so none was uploaded. */
const readImage: Handler = ({ parameters, server, request }) => {
  const { key = "" } = parameters;
  const flag = Object.hasOwn(images, key) ? images[key] : undefined;
  if (flag === undefined) throw notFound("Key does not exist.");
  if (server.settings.flag(flag))
    throw notSupported(`${request.method} ${request.path} of an uploaded image`);
  throw new Refusal(404, "No custom file found.");
};

/** `/api/files/style`, `/api/files/script` and `/api/staticContent`. */
export const customFileRoutes: readonly Route[] = [
  ...customFile(["files/style", "files/style/external"], "keyCustomCss", "text/css", "Custom style created"),
  ...customFile(["files/script"], "keyCustomJs", "application/javascript", "Custom script created"),
  {
    method: "GET",
    path: "staticContent/:key",
    handler: readImage,
    produces: ["application/json", "image/png"],
  },
  // No app is installed, nor are there those that come with a release.
  { method: "GET", path: "apps", handler: () => json([]) },
];
