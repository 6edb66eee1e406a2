/** A place whose order the server does not keep, with what shows it. */
interface Unstable {
  /** `v41` where only one does not. */
  readonly version?: string;
  /** Path of the request; any without one. */
  readonly path?: RegExp;
  readonly pointer: RegExp;
}

const unstable: readonly Unstable[] = [
  // Java sets, whose rows come in another order after each regeneration: 04-category-model, the same GET.
  { pointer: /\/categoryOptionCombos$/ },
  { pointer: /\/categoryOptionCombos\/\d+\/categoryOptions$/ },
  // A set from the database and the same set from the cache stand in two orders (02-fields 'data element: none' and
  // 'data element: *'), and the cache loses it when it likes ('exclude preset' of v42, 'chain' of v43).
  { pointer: /\/dataElementGroups$/ },
  // A set of what the server itself names: 02-fields 'legends' of v41 and v42.
  { pointer: /\/legends$/ },
  // The same values of the same element in two orders: 02-fields 'data element: *' and 'list of data elements: *'.
  { version: "v41", pointer: /\/attributeValues$/ },
  // Rows in the order in which they happen to lie in the database's pages: three rotations of one insertion
  // order in 18-datastore 'keys' of v41, v42, v43.
  { path: /^\/api\/(?:userD|d)ataStore\/[^/]+(?:\/keys)?$/, pointer: /^$/ },
  // A set of locales, salted anew by each process: three orders of one request, 21-settings 'locales dbLocales' of
  // v41, v42, v43.
  { path: /\/locales\/dbLocales$/, pointer: /^$/ },
  // A set of names, salted anew by each process: two orders of one request, 13-maintenance 'summary completed' of
  // v42 and v43.
  { path: /\/dataIntegrity\/(?:summary|details)\/completed$/, pointer: /^$/ },
  // Immutable Java sets, salted anew by each process: 18-datastore 'protections' of v42 and v43.
  { path: /\/dataStore\/protections$/, pointer: /Authorities$/ },
  { path: /\/me\/authori(?:ties|zation)$/, pointer: /^$/ },
  { path: /\/me$/, pointer: /^\/authorities$/ },
  // A map by class, which hashes by its address: 01-system 'resources' of v41, v42, v43.
  { path: /\/resources$/, pointer: /^\/resources$/ },
  // Rows by Java class, salted anew by each process: three orders of one request, 06-metadata-import
  // 'reimport the dependencies' of v41, v42, v43.
  { pointer: /\/typeReports$/ },
  // Java sets: three orders of one request, 04-category-model 'regenerate after collection DELETE'.
  { pointer: /\/importSummaries$/ },
  // A set of Java classes: 01-system 'schema of categoryCombo' of v41, v42, v43.
  { path: /\/schemas\/[^/]+$/, pointer: /^\/references$/ },
  // A Java map, in which `user` and `favorite` share a place: 01-system 'schema of categoryCombo' of v41 and v42.
  { path: /\/schemas\/[^/]+$/, pointer: /^\/properties$/ },
  // Sets by Java class, of rows hashed by their addresses: 04-category-model 'combo metadata export'.
  { path: /\/[A-Za-z][A-Za-z0-9]{10}\/metadata$/, pointer: /^\/[a-zA-Z]+$/ },
];

/** Whether the array at this place of an answer has no order that could be compared. */
export function isUnstable(version: string, path: string, pointer: string): boolean {
  return unstable.some(
    (place) =>
      (place.version ?? version) === version &&
      (place.path?.test(path) ?? true) &&
      place.pointer.test(pointer),
  );
}

/** Whether the items come in the order of their ids; says nothing about fewer than two. */
export function isSortedById(items: readonly unknown[]): boolean {
  let previous: string | undefined;
  for (const item of items) {
    const id = typeof item === "object" && item !== null && "id" in item ? item.id : item;
    if (typeof id !== "string" || (previous !== undefined && id <= previous)) return false;
    previous = id;
  }
  return items.length > 1;
}
