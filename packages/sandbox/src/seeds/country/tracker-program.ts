import type { JsonObject } from "../../store/values.ts";
import { reference, references } from "./references.ts";

/** A program that follows people. */
export const trackerProgram: JsonObject = {
  trackedEntityAttributes: [
    {
      id: "TaGivenNam0",
      name: "Given name",
      shortName: "Given name",
      code: "GIVEN_NAME",
      valueType: "TEXT",
      aggregationType: "NONE",
    },
    {
      id: "TaFamilyNa0",
      name: "Family name",
      shortName: "Family name",
      code: "FAMILY_NAME",
      valueType: "TEXT",
      aggregationType: "NONE",
    },
    {
      id: "TaSex000000",
      name: "Sex",
      shortName: "Sex",
      code: "PERSON_SEX",
      valueType: "TEXT",
      aggregationType: "NONE",
      optionSet: reference("OpSex000000"),
    },
    {
      id: "TaBirthDay0",
      name: "Date of birth",
      shortName: "Date of birth",
      code: "BIRTH_DATE",
      valueType: "DATE",
      aggregationType: "NONE",
    },
  ],
  trackedEntityTypes: [
    {
      id: "TtPerson000",
      name: "Person",
      shortName: "Person",
      description: "A person who is cared for",
      trackedEntityTypeAttributes: [
        {
          id: "TtAttr00001",
          trackedEntityType: reference("TtPerson000"),
          trackedEntityAttribute: reference("TaGivenNam0"),
          displayInList: true,
          mandatory: false,
        },
        {
          id: "TtAttr00002",
          trackedEntityType: reference("TtPerson000"),
          trackedEntityAttribute: reference("TaFamilyNa0"),
          displayInList: true,
          mandatory: false,
        },
      ],
    },
  ],
  programs: [
    {
      id: "PrMalaria00",
      name: "Malaria case registration",
      shortName: "Malaria cases",
      code: "MALARIA_CASE",
      programType: "WITH_REGISTRATION",
      trackedEntityType: reference("TtPerson000"),
      organisationUnits: references(
        "OuKavHosp00 OuTimbaHC00 OuSengoHC00 OuMwikaDi00 OuNatHosp00 OuHarbour00 OuLuvalHC00 OuNdolaDi00 OuPemHosp00 OuKilwaHC00 OuRovumHC00 OuNyasaDi00",
      ),
      programStages: references("PsVisit0000"),
      programTrackedEntityAttributes: [
        {
          id: "PtAttr00001",
          program: reference("PrMalaria00"),
          trackedEntityAttribute: reference("TaGivenNam0"),
          displayInList: true,
          mandatory: true,
          searchable: true,
          sortOrder: 1,
        },
        {
          id: "PtAttr00002",
          program: reference("PrMalaria00"),
          trackedEntityAttribute: reference("TaFamilyNa0"),
          displayInList: true,
          mandatory: true,
          searchable: true,
          sortOrder: 2,
        },
        {
          id: "PtAttr00003",
          program: reference("PrMalaria00"),
          trackedEntityAttribute: reference("TaSex000000"),
          displayInList: true,
          mandatory: false,
          searchable: false,
          sortOrder: 3,
        },
        {
          id: "PtAttr00004",
          program: reference("PrMalaria00"),
          trackedEntityAttribute: reference("TaBirthDay0"),
          displayInList: true,
          mandatory: false,
          searchable: false,
          sortOrder: 4,
        },
      ],
    },
  ],
  programStages: [
    {
      id: "PsVisit0000",
      name: "Visit",
      repeatable: true,
      sortOrder: 1,
      minDaysFromStart: 0,
      program: reference("PrMalaria00"),
      programStageDataElements: [
        {
          id: "PsData00001",
          programStage: reference("PsVisit0000"),
          dataElement: reference("DeTestRes00"),
          compulsory: true,
          sortOrder: 1,
        },
        {
          id: "PsData00002",
          programStage: reference("PsVisit0000"),
          dataElement: reference("DeTemperat0"),
          compulsory: false,
          sortOrder: 2,
        },
      ],
    },
  ],
};
