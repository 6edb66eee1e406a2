import type { JsonObject } from "../../store/values.ts";
import { references } from "./references.ts";

/** What users may do. */
export const userRoles: JsonObject = {
  userRoles: [
    {
      id: "UrDataCle00",
      name: "Data clerk",
      description: "Enters data of a facility",
      authorities: ["F_DATAVALUE_ADD", "M_dhis-web-aggregate-data-entry"],
    },
    {
      id: "UrMetadat00",
      name: "Metadata manager",
      description: "Keeps the metadata",
      authorities: [
        "F_DATAELEMENT_PUBLIC_ADD",
        "F_DATAELEMENT_DELETE",
        "F_DATASET_PUBLIC_ADD",
        "F_METADATA_EXPORT",
        "F_METADATA_IMPORT",
      ],
    },
  ],
};

/** The users; the password of each stands beside it. */
export const countryUsers: readonly JsonObject[] = [
  {
    id: "UsClerk0000",
    username: "clerk",
    password: "District1!",
    firstName: "Neema",
    surname: "Mbeki",
    userRoles: references("UrDataCle00"),
    organisationUnits: references("OuTimbaHC00"),
    dataViewOrganisationUnits: references("OuKavala000"),
  },
  {
    id: "UsManager00",
    username: "manager",
    password: "District1!",
    firstName: "Amos",
    surname: "Dlamini",
    userRoles: references("UrMetadat00 UrDataCle00"),
    organisationUnits: references("OuMarasa000"),
    dataViewOrganisationUnits: references("OuMarasa000"),
  },
];

/** Their groups. */
export const countryUserGroups: JsonObject = {
  userGroups: [
    { id: "UgMalaria00", name: "Malaria programme", code: "MALARIA", users: references("UsManager00") },
  ],
};
