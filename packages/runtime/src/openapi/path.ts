/**
 * Puts parameters into a path, each as one segment: `/api/dataSets/{uid}` → `/api/dataSets/BfMAe6Itzgt`.
 * What follows a `#` names an overload of the document and is not sent.
 *
 * @throws TypeError when a parameter is missing or empty, or would lead to another path: `.` and `..`.
 */
export function pathWithParameters(path: string, parameters: Readonly<Record<string, unknown>> = {}): string {
  return path.replace(/#.*$/, "").replace(/\{([^}]*)\}/g, (_, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    const missing = value === undefined || value === null;
    if (missing || /^\.{0,2}$/.test(String(value)))
      throw new TypeError(
        `'${name}' of ${path} must be a path segment, not ${missing ? value : `'${value}'`}`,
      );
    return encodeURIComponent(String(value));
  });
}
