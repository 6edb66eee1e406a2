/** Whether a name is an attribute's UID rather than a property: the run-time twin of `IsUid`. */
export function looksLikeUid(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]{10}$/.test(name) && /^[A-Z]|[0-9]|[A-Z]{2}/.test(name);
}
