import { bootJobs } from "../jobs/system-jobs.ts";
import type { Server } from "../server.ts";
import type { Values } from "../store/values.ts";
import { emptySharing } from "../wire/computed.ts";
import { superuserAuthorities } from "./authorities.ts";

/** UIDs that DHIS2 gives to what its first boot makes, the same on every server. */
export const builtIn = {
  admin: "M5zQapPyTZI",
  superuser: "yrB6vc5Ip3r",
  defaultCategory: "GLevLNI9wkl",
  defaultCategoryCombo: "bjDvmb4bfuf",
  defaultCategoryOption: "xYerKDKCefk",
  defaultCategoryOptionCombo: "HllvX50cXC0",
} as const;

/** Fills an empty server with what a first boot makes: the administrator and the default category model. */
export function firstBoot(server: Server): void {
  const { schemas, authenticator } = server;
  const now = server.now();
  const me = { id: builtIn.admin };
  const put = (model: string, uid: string, values: Values): void => {
    server.store.put(schemas.model(model), uid, { id: uid, created: now, lastUpdated: now, ...values });
  };
  const publicSharing = { ...emptySharing(schemas.find("Sharing")), public: "rw------" };

  put("UserRole", builtIn.superuser, {
    name: "Superuser",
    code: "Superuser",
    description: "Superuser",
    authorities: superuserAuthorities(schemas),
    lastUpdatedBy: me,
    sharing: publicSharing,
  });
  put("User", builtIn.admin, {
    code: "admin",
    username: "admin",
    firstName: "admin",
    surname: "admin",
    userRoles: [{ id: builtIn.superuser }],
    lastUpdatedBy: me,
    passwordLastUpdated: now,
    sharing: { ...emptySharing(schemas.find("Sharing")), owner: String(schemas.quirk("systemProcessUid")) },
  });
  authenticator.setPassword(builtIn.admin, "district");

  for (const key of ["keyLastSuccessfulAnalyticsTablesUpdate", "keyLastSuccessfulResourceTablesUpdate"])
    server.settings.put(key, now);
  server.settings.put("keyLastSuccessfulAnalyticsTablesRuntime", "00:00:01.000");

  bootJobs(server);

  const ownsCombo = schemas.has("defaultComboOwned");
  const named = { name: "default", code: "default" };
  put("CategoryOption", builtIn.defaultCategoryOption, {
    ...named,
    shortName: "default",
    sharing: { ...publicSharing, owner: String(schemas.quirk("systemProcessUid")), public: "rwrw----" },
  });
  put("Category", builtIn.defaultCategory, {
    ...named,
    shortName: "default",
    dataDimensionType: "DISAGGREGATION",
    dataDimension: false,
    categoryOptions: [{ id: builtIn.defaultCategoryOption }],
    sharing: publicSharing,
  });
  put("CategoryCombo", builtIn.defaultCategoryCombo, {
    ...named,
    ...(ownsCombo ? { createdBy: me } : {}),
    lastUpdatedBy: me,
    dataDimensionType: "DISAGGREGATION",
    skipTotal: false,
    categories: [{ id: builtIn.defaultCategory }],
    sharing: ownsCombo ? { ...publicSharing, owner: builtIn.admin } : publicSharing,
  });
  put("CategoryOptionCombo", builtIn.defaultCategoryOptionCombo, {
    ...named,
    ignoreApproval: false,
    categoryCombo: { id: builtIn.defaultCategoryCombo },
    categoryOptions: [{ id: builtIn.defaultCategoryOption }],
  });
}
