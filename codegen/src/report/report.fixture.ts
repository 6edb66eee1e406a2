import type { Change, Diff } from "@dhis2w/model";

const change = (parts: Partial<Change>): Change => ({
  rule: "property-removed",
  level: "breaking-for-readers",
  subject: { kind: "property", key: "org.hisp.dhis.Thing#size", label: "Thing.size" },
  title: "is gone",
  why: "Reads leave it out.",
  todo: "Remove it.",
  fingerprint: "000000000001",
  ...parts,
});

/** A change of each level, one of them with a hostile name. */
export const smallDiff: Diff = {
  before: { id: "v42", release: "2.42.5.2", revision: "91f1f41" },
  after: { id: "v43", release: "2.43.1", revision: "9cbfbf3" },
  changes: [
    change({
      subject: { kind: "property", key: "* size", label: "size in 2 places" },
      before: "text",
      renamedTo: "bulk",
      places: ["Thing.size", "Box.size"],
    }),
    change({
      rule: "property-shorter",
      level: "breaking-for-writers",
      title: "takes shorter texts",
      before: "230 characters",
      after: "50 characters",
      fingerprint: "000000000002",
    }),
    change({
      rule: "enum-member-added",
      level: "risky",
      subject: {
        kind: "enum-member",
        key: "K#</script><b>|`\n\u001b[31m",
        label: "</script><b>|`\n\u001b[31m",
      },
      title: "is new",
      fingerprint: "000000000003",
    }),
    change({
      rule: "property-added",
      level: "additive",
      title: "is new",
      after: "text",
      fingerprint: "000000000004",
    }),
    change({
      rule: "property-detail-changed",
      level: "cosmetic",
      title: "is described otherwise",
      before: "min: 1",
      after: "min: 2",
      fingerprint: "000000000005",
    }),
  ],
};
