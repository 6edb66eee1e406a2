import type { ts } from "ts-morph";
import type { Search } from "./search.ts";
import { enumUses } from "./uses/enums.ts";
import { nameUses } from "./uses/names.ts";
import { operationUses } from "./uses/operations.ts";
import { payloadUses } from "./uses/payloads.ts";
import { queryUses } from "./uses/queries.ts";
import { typeUses } from "./uses/types.ts";
import { walk } from "./walk.ts";

const kinds = [nameUses, typeUses, enumUses, queryUses, payloadUses, operationUses];

/** Reports all places of a file that a change meets. */
export function findUses(file: ts.SourceFile, search: Search): void {
  walk(file, (node) => {
    for (const uses of kinds) uses(node, search);
  });
}
