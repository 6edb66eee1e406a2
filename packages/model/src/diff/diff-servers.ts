import { PartReader } from "../operations/parts.ts";
import { readOperations } from "../operations/read-operations.ts";
import { readSnapshot, type SnapshotDocuments } from "../read-snapshot.ts";
import type { ServerModel } from "../server-model.ts";
import { alignVariants, variantsOf } from "./align-variants.ts";
import type { Diff, DiffSource } from "./change.ts";
import { changesOf } from "./changes.ts";
import { findChanges } from "./find-changes.ts";
import { joinVariants } from "./join-variants.ts";
import { leaveSameOut } from "./leave-same-out.ts";
import { diffSide } from "./side.ts";

/** A side of a diff: the documents of a snapshot, and the model they were read as where that is there already. */
export interface DiffInput {
  readonly documents: SnapshotDocuments;
  readonly server?: ServerModel;
}

/**
 * All differences between two servers, over schemas and OpenAPI operations. Nothing that differs is left out: what
 * no rule knows is reported as cosmetic. Throws SnapshotError where a snapshot cannot be read.
 */
export function diffServers(before: DiffInput, after: DiffInput): Diff {
  const one = before.server ?? readSnapshot(before.documents);
  const other = after.server ?? readSnapshot(after.documents);
  const parts = new PartReader();
  const was = readOperations(before.documents.openapi, parts);
  const is = alignVariants(was, readOperations(after.documents.openapi, parts));
  const [api, otherApi] = leaveSameOut(...joinVariants(was, is));
  const findings = findChanges(
    diffSide(before.documents, one, api, { release: other.source.id, variants: variantsOf(is.operations) }),
    diffSide(after.documents, other, otherApi, {
      release: one.source.id,
      variants: variantsOf(was.operations),
    }),
  );
  return { before: sourceOf(one), after: sourceOf(other), changes: changesOf(findings) };
}

const sourceOf = ({ source: { id, release, revision } }: ServerModel): DiffSource => ({
  id,
  release,
  revision,
});
