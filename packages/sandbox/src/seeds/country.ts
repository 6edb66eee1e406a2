import type { JsonObject } from "../store/values.ts";

/** Metadata of Marasa, a country that is nowhere: what is imported in one bundle. */
export const countryMetadata: JsonObject = {
  organisationUnits: [
    {
      id: "OuMarasa000",
      name: "Marasa",
      shortName: "Marasa",
      code: "MRS",
      openingDate: "1990-01-01",
    },
    {
      id: "OuNorth0000",
      name: "Northern Region",
      shortName: "Northern",
      code: "MRS-N",
      openingDate: "1990-01-01",
      parent: {
        id: "OuMarasa000",
      },
    },
    {
      id: "OuKavala000",
      name: "Kavala District",
      shortName: "Kavala",
      code: "MRS-N-KA",
      openingDate: "1990-01-01",
      parent: {
        id: "OuNorth0000",
      },
    },
    {
      id: "OuKavHosp00",
      name: "Kavala District Hospital",
      shortName: "Kavala Hospital",
      code: "MRS-N-KA-01",
      openingDate: "1998-07-01",
      parent: {
        id: "OuKavala000",
      },
      geometry: {
        type: "Point",
        coordinates: [30.12, -9.21],
      },
      attributeValues: [
        {
          attribute: {
            id: "AtMinistry0",
          },
          value: "MOH1001",
        },
      ],
    },
    {
      id: "OuTimbaHC00",
      name: "Timba Health Centre",
      shortName: "Timba HC",
      code: "MRS-N-KA-02",
      openingDate: "1998-07-01",
      parent: {
        id: "OuKavala000",
      },
      geometry: {
        type: "Point",
        coordinates: [30.31, -9.05],
      },
      attributeValues: [
        {
          attribute: {
            id: "AtMinistry0",
          },
          value: "MOH1002",
        },
      ],
    },
    {
      id: "OuSengo0000",
      name: "Sengo District",
      shortName: "Sengo",
      code: "MRS-N-SE",
      openingDate: "1990-01-01",
      parent: {
        id: "OuNorth0000",
      },
    },
    {
      id: "OuSengoHC00",
      name: "Sengo Health Centre",
      shortName: "Sengo HC",
      code: "MRS-N-SE-03",
      openingDate: "1998-07-01",
      parent: {
        id: "OuSengo0000",
      },
      geometry: {
        type: "Point",
        coordinates: [29.62, -9.33],
      },
      attributeValues: [
        {
          attribute: {
            id: "AtMinistry0",
          },
          value: "MOH1003",
        },
      ],
    },
    {
      id: "OuMwikaDi00",
      name: "Mwika Dispensary",
      shortName: "Mwika Disp",
      code: "MRS-N-SE-04",
      openingDate: "1998-07-01",
      parent: {
        id: "OuSengo0000",
      },
      geometry: {
        type: "Point",
        coordinates: [29.71, -9.44],
      },
      attributeValues: [
        {
          attribute: {
            id: "AtMinistry0",
          },
          value: "MOH1004",
        },
      ],
    },
    {
      id: "OuCentral00",
      name: "Central Region",
      shortName: "Central",
      code: "MRS-C",
      openingDate: "1990-01-01",
      parent: {
        id: "OuMarasa000",
      },
    },
    {
      id: "OuMarCity00",
      name: "Marasa City",
      shortName: "Marasa City",
      code: "MRS-C-MC",
      openingDate: "1990-01-01",
      parent: {
        id: "OuCentral00",
      },
    },
    {
      id: "OuNatHosp00",
      name: "National Referral Hospital",
      shortName: "National Referral Hospital",
      code: "MRS-C-MC-05",
      openingDate: "1998-07-01",
      parent: {
        id: "OuMarCity00",
      },
      geometry: {
        type: "Point",
        coordinates: [30.66, -10.41],
      },
      attributeValues: [
        {
          attribute: {
            id: "AtMinistry0",
          },
          value: "MOH1005",
        },
      ],
    },
    {
      id: "OuHarbour00",
      name: "Harbour Health Centre",
      shortName: "Harbour HC",
      code: "MRS-C-MC-06",
      openingDate: "1998-07-01",
      parent: {
        id: "OuMarCity00",
      },
      geometry: {
        type: "Point",
        coordinates: [30.72, -10.44],
      },
      attributeValues: [
        {
          attribute: {
            id: "AtMinistry0",
          },
          value: "MOH1006",
        },
      ],
    },
    {
      id: "OuLuvale000",
      name: "Luvale District",
      shortName: "Luvale",
      code: "MRS-C-LU",
      openingDate: "1990-01-01",
      parent: {
        id: "OuCentral00",
      },
    },
    {
      id: "OuLuvalHC00",
      name: "Luvale Health Centre",
      shortName: "Luvale HC",
      code: "MRS-C-LU-07",
      openingDate: "1998-07-01",
      parent: {
        id: "OuLuvale000",
      },
      geometry: {
        type: "Point",
        coordinates: [30.22, -10.67],
      },
      attributeValues: [
        {
          attribute: {
            id: "AtMinistry0",
          },
          value: "MOH1007",
        },
      ],
    },
    {
      id: "OuNdolaDi00",
      name: "Ndola Dispensary",
      shortName: "Ndola Disp",
      code: "MRS-C-LU-08",
      openingDate: "1998-07-01",
      parent: {
        id: "OuLuvale000",
      },
      geometry: {
        type: "Point",
        coordinates: [30.15, -10.81],
      },
      attributeValues: [
        {
          attribute: {
            id: "AtMinistry0",
          },
          value: "MOH1008",
        },
      ],
    },
    {
      id: "OuSouth0000",
      name: "Southern Region",
      shortName: "Southern",
      code: "MRS-S",
      openingDate: "1990-01-01",
      parent: {
        id: "OuMarasa000",
      },
    },
    {
      id: "OuPemba0000",
      name: "Pemba District",
      shortName: "Pemba",
      code: "MRS-S-PE",
      openingDate: "1990-01-01",
      parent: {
        id: "OuSouth0000",
      },
    },
    {
      id: "OuPemHosp00",
      name: "Pemba District Hospital",
      shortName: "Pemba Hospital",
      code: "MRS-S-PE-09",
      openingDate: "1998-07-01",
      parent: {
        id: "OuPemba0000",
      },
      geometry: {
        type: "Point",
        coordinates: [31.04, -11.72],
      },
      attributeValues: [
        {
          attribute: {
            id: "AtMinistry0",
          },
          value: "MOH1009",
        },
      ],
    },
    {
      id: "OuKilwaHC00",
      name: "Kilwa Health Centre",
      shortName: "Kilwa HC",
      code: "MRS-S-PE-10",
      openingDate: "1998-07-01",
      parent: {
        id: "OuPemba0000",
      },
      geometry: {
        type: "Point",
        coordinates: [31.22, -11.83],
      },
      attributeValues: [
        {
          attribute: {
            id: "AtMinistry0",
          },
          value: "MOH1010",
        },
      ],
    },
    {
      id: "OuRovuma000",
      name: "Rovuma District",
      shortName: "Rovuma",
      code: "MRS-S-RO",
      openingDate: "1990-01-01",
      parent: {
        id: "OuSouth0000",
      },
    },
    {
      id: "OuRovumHC00",
      name: "Rovuma Health Centre",
      shortName: "Rovuma HC",
      code: "MRS-S-RO-11",
      openingDate: "1998-07-01",
      parent: {
        id: "OuRovuma000",
      },
      geometry: {
        type: "Point",
        coordinates: [30.51, -11.95],
      },
      attributeValues: [
        {
          attribute: {
            id: "AtMinistry0",
          },
          value: "MOH1011",
        },
      ],
    },
    {
      id: "OuNyasaDi00",
      name: "Nyasa Dispensary",
      shortName: "Nyasa Disp",
      code: "MRS-S-RO-12",
      openingDate: "1998-07-01",
      parent: {
        id: "OuRovuma000",
      },
      geometry: {
        type: "Point",
        coordinates: [30.43, -12.08],
      },
      attributeValues: [
        {
          attribute: {
            id: "AtMinistry0",
          },
          value: "MOH1012",
        },
      ],
    },
  ],
  organisationUnitLevels: [
    {
      id: "OuLevel0001",
      name: "Country",
      level: 1,
    },
    {
      id: "OuLevel0002",
      name: "Region",
      level: 2,
    },
    {
      id: "OuLevel0003",
      name: "District",
      level: 3,
    },
    {
      id: "OuLevel0004",
      name: "Facility",
      level: 4,
    },
  ],
  organisationUnitGroups: [
    {
      id: "OgHospital0",
      name: "Hospitals",
      shortName: "Hospitals",
      code: "HOSP",
      organisationUnits: [
        {
          id: "OuKavHosp00",
        },
        {
          id: "OuNatHosp00",
        },
        {
          id: "OuPemHosp00",
        },
      ],
    },
    {
      id: "OgHealthCe0",
      name: "Health centres",
      shortName: "Health centres",
      code: "HC",
      organisationUnits: [
        {
          id: "OuTimbaHC00",
        },
        {
          id: "OuSengoHC00",
        },
        {
          id: "OuHarbour00",
        },
        {
          id: "OuLuvalHC00",
        },
        {
          id: "OuKilwaHC00",
        },
        {
          id: "OuRovumHC00",
        },
      ],
    },
    {
      id: "OgDispens00",
      name: "Dispensaries",
      shortName: "Dispensaries",
      code: "DISP",
      organisationUnits: [
        {
          id: "OuMwikaDi00",
        },
        {
          id: "OuNdolaDi00",
        },
        {
          id: "OuNyasaDi00",
        },
      ],
    },
  ],
  organisationUnitGroupSets: [
    {
      id: "OsFacType00",
      name: "Facility type",
      shortName: "Facility type",
      code: "FACILITY_TYPE",
      compulsory: false,
      dataDimension: true,
      organisationUnitGroups: [
        {
          id: "OgHospital0",
        },
        {
          id: "OgHealthCe0",
        },
        {
          id: "OgDispens00",
        },
      ],
    },
  ],
  categoryOptions: [
    {
      id: "CoMale00000",
      name: "Male",
      shortName: "Male",
      code: "M",
    },
    {
      id: "CoFemale000",
      name: "Female",
      shortName: "Female",
      code: "F",
    },
    {
      id: "CoUnder5000",
      name: "Under 5 years",
      shortName: "Under 5 years",
      code: "U5",
    },
    {
      id: "CoOver50000",
      name: "5 years and above",
      shortName: "5 years and above",
      code: "O5",
    },
  ],
  categories: [
    {
      id: "CaSex000000",
      name: "Sex",
      shortName: "Sex",
      code: "SEX",
      dataDimensionType: "DISAGGREGATION",
      categoryOptions: [
        {
          id: "CoMale00000",
        },
        {
          id: "CoFemale000",
        },
      ],
    },
    {
      id: "CaAge000000",
      name: "Age group",
      shortName: "Age group",
      code: "AGE",
      dataDimensionType: "DISAGGREGATION",
      categoryOptions: [
        {
          id: "CoUnder5000",
        },
        {
          id: "CoOver50000",
        },
      ],
    },
  ],
  categoryCombos: [
    {
      id: "CcSex000000",
      name: "Sex",
      code: "SEX",
      dataDimensionType: "DISAGGREGATION",
      categories: [
        {
          id: "CaSex000000",
        },
      ],
    },
    {
      id: "CcSexAge000",
      name: "Sex and age",
      code: "SEX_AGE",
      dataDimensionType: "DISAGGREGATION",
      categories: [
        {
          id: "CaSex000000",
        },
        {
          id: "CaAge000000",
        },
      ],
    },
  ],
  categoryOptionCombos: [
    {
      id: "OcMale00000",
      name: "Male",
      categoryCombo: {
        id: "CcSex000000",
      },
      categoryOptions: [
        {
          id: "CoMale00000",
        },
      ],
    },
    {
      id: "OcFemale000",
      name: "Female",
      categoryCombo: {
        id: "CcSex000000",
      },
      categoryOptions: [
        {
          id: "CoFemale000",
        },
      ],
    },
    {
      id: "OcSexAge001",
      name: "Male, Under 5 years",
      categoryCombo: {
        id: "CcSexAge000",
      },
      categoryOptions: [
        {
          id: "CoMale00000",
        },
        {
          id: "CoUnder5000",
        },
      ],
    },
    {
      id: "OcSexAge002",
      name: "Male, 5 years and above",
      categoryCombo: {
        id: "CcSexAge000",
      },
      categoryOptions: [
        {
          id: "CoMale00000",
        },
        {
          id: "CoOver50000",
        },
      ],
    },
    {
      id: "OcSexAge003",
      name: "Female, Under 5 years",
      categoryCombo: {
        id: "CcSexAge000",
      },
      categoryOptions: [
        {
          id: "CoFemale000",
        },
        {
          id: "CoUnder5000",
        },
      ],
    },
    {
      id: "OcSexAge004",
      name: "Female, 5 years and above",
      categoryCombo: {
        id: "CcSexAge000",
      },
      categoryOptions: [
        {
          id: "CoFemale000",
        },
        {
          id: "CoOver50000",
        },
      ],
    },
  ],
  attributes: [
    {
      id: "AtMinistry0",
      name: "Ministry code",
      shortName: "Ministry code",
      code: "MINISTRY_CODE",
      valueType: "TEXT",
      unique: true,
      mandatory: false,
      organisationUnitAttribute: true,
    },
    {
      id: "AtCollector",
      name: "Collected by",
      shortName: "Collected by",
      code: "COLLECTED_BY",
      valueType: "TEXT",
      unique: false,
      mandatory: false,
      dataElementAttribute: true,
    },
    {
      id: "AtReviewed0",
      name: "Reviewed on",
      shortName: "Reviewed on",
      code: "REVIEWED_ON",
      valueType: "DATE",
      unique: false,
      mandatory: false,
      dataElementAttribute: true,
      dataSetAttribute: true,
    },
  ],
  optionSets: [
    {
      id: "OpSex000000",
      name: "Sex",
      code: "SEX",
      valueType: "TEXT",
      options: [
        {
          id: "OnMale00000",
        },
        {
          id: "OnFemale000",
        },
      ],
    },
    {
      id: "OpTest00000",
      name: "Malaria test result",
      code: "MALARIA_TEST",
      valueType: "TEXT",
      options: [
        {
          id: "OnPositive0",
        },
        {
          id: "OnNegative0",
        },
        {
          id: "OnNotTested",
        },
      ],
    },
  ],
  options: [
    {
      id: "OnMale00000",
      name: "Male",
      code: "MALE",
      sortOrder: 1,
      optionSet: {
        id: "OpSex000000",
      },
    },
    {
      id: "OnFemale000",
      name: "Female",
      code: "FEMALE",
      sortOrder: 2,
      optionSet: {
        id: "OpSex000000",
      },
    },
    {
      id: "OnPositive0",
      name: "Positive",
      code: "POSITIVE",
      sortOrder: 1,
      optionSet: {
        id: "OpTest00000",
      },
    },
    {
      id: "OnNegative0",
      name: "Negative",
      code: "NEGATIVE",
      sortOrder: 2,
      optionSet: {
        id: "OpTest00000",
      },
    },
    {
      id: "OnNotTested",
      name: "Not tested",
      code: "NOT_TESTED",
      sortOrder: 3,
      optionSet: {
        id: "OpTest00000",
      },
    },
  ],
  dataElements: [
    {
      id: "DeMalTest00",
      name: "Malaria: suspected cases tested",
      shortName: "Malaria tested",
      code: "MAL_TEST",
      domainType: "AGGREGATE",
      valueType: "INTEGER_ZERO_OR_POSITIVE",
      aggregationType: "SUM",
      categoryCombo: {
        id: "CcSexAge000",
      },
      attributeValues: [
        {
          attribute: {
            id: "AtCollector",
          },
          value: "Health facility",
        },
        {
          attribute: {
            id: "AtReviewed0",
          },
          value: "2025-06-30",
        },
      ],
    },
    {
      id: "DeMalConf00",
      name: "Malaria: confirmed cases",
      shortName: "Malaria confirmed",
      code: "MAL_CONF",
      domainType: "AGGREGATE",
      valueType: "INTEGER_ZERO_OR_POSITIVE",
      aggregationType: "SUM",
      categoryCombo: {
        id: "CcSexAge000",
      },
      attributeValues: [
        {
          attribute: {
            id: "AtCollector",
          },
          value: "Health facility",
        },
        {
          attribute: {
            id: "AtReviewed0",
          },
          value: "2025-06-30",
        },
      ],
    },
    {
      id: "DeMalTreat0",
      name: "Malaria: cases treated with ACT",
      shortName: "Malaria treated",
      code: "MAL_ACT",
      domainType: "AGGREGATE",
      valueType: "INTEGER_ZERO_OR_POSITIVE",
      aggregationType: "SUM",
      categoryCombo: {
        id: "CcSex000000",
      },
      attributeValues: [
        {
          attribute: {
            id: "AtCollector",
          },
          value: "Health facility",
        },
        {
          attribute: {
            id: "AtReviewed0",
          },
          value: "2025-06-30",
        },
      ],
    },
    {
      id: "DeAncFirst0",
      name: "Antenatal care: first visits",
      shortName: "ANC 1",
      code: "ANC_1",
      domainType: "AGGREGATE",
      valueType: "INTEGER_ZERO_OR_POSITIVE",
      aggregationType: "SUM",
      attributeValues: [],
    },
    {
      id: "DeAncForth0",
      name: "Antenatal care: fourth visits",
      shortName: "ANC 4",
      code: "ANC_4",
      domainType: "AGGREGATE",
      valueType: "INTEGER_ZERO_OR_POSITIVE",
      aggregationType: "SUM",
      attributeValues: [],
    },
    {
      id: "DeLiveBirth",
      name: "Live births",
      shortName: "Live births",
      code: "BIRTHS",
      domainType: "AGGREGATE",
      valueType: "INTEGER_ZERO_OR_POSITIVE",
      aggregationType: "SUM",
      categoryCombo: {
        id: "CcSex000000",
      },
      attributeValues: [],
    },
    {
      id: "DeBcgDoses0",
      name: "BCG doses given",
      shortName: "BCG",
      code: "BCG",
      domainType: "AGGREGATE",
      valueType: "INTEGER_ZERO_OR_POSITIVE",
      aggregationType: "SUM",
      attributeValues: [],
    },
    {
      id: "DePopulat00",
      name: "Population",
      shortName: "Population",
      code: "POP",
      domainType: "AGGREGATE",
      valueType: "INTEGER_ZERO_OR_POSITIVE",
      aggregationType: "LAST",
      attributeValues: [],
    },
    {
      id: "DeTestRes00",
      name: "Malaria case: test result",
      shortName: "Test result",
      code: "CASE_TEST",
      domainType: "TRACKER",
      valueType: "TEXT",
      aggregationType: "NONE",
      optionSet: {
        id: "OpTest00000",
      },
    },
    {
      id: "DeTemperat0",
      name: "Malaria case: temperature",
      shortName: "Temperature",
      code: "CASE_TEMP",
      domainType: "TRACKER",
      valueType: "NUMBER",
      aggregationType: "AVERAGE",
    },
  ],
  dataElementGroups: [
    {
      id: "DgMalaria00",
      name: "Malaria",
      shortName: "Malaria",
      code: "MALARIA",
      dataElements: [
        {
          id: "DeMalTest00",
        },
        {
          id: "DeMalConf00",
        },
        {
          id: "DeMalTreat0",
        },
      ],
    },
    {
      id: "DgMaternal0",
      name: "Maternal and child health",
      shortName: "MCH",
      code: "MCH",
      dataElements: [
        {
          id: "DeAncFirst0",
        },
        {
          id: "DeAncForth0",
        },
        {
          id: "DeLiveBirth",
        },
        {
          id: "DeBcgDoses0",
        },
      ],
    },
  ],
  indicatorTypes: [
    {
      id: "ItPercent00",
      name: "Per cent",
      factor: 100,
    },
  ],
  indicators: [
    {
      id: "InPositiv00",
      name: "Malaria test positivity",
      shortName: "Test positivity",
      code: "MAL_POS",
      indicatorType: {
        id: "ItPercent00",
      },
      annualized: false,
      numerator: "#{DeMalConf00}",
      numeratorDescription: "Confirmed cases",
      denominator: "#{DeMalTest00}",
      denominatorDescription: "Cases tested",
    },
    {
      id: "InAncDrop00",
      name: "Antenatal care: fourth of first visits",
      shortName: "ANC 4 of ANC 1",
      code: "ANC_4_1",
      indicatorType: {
        id: "ItPercent00",
      },
      annualized: false,
      numerator: "#{DeAncForth0}",
      numeratorDescription: "Fourth visits",
      denominator: "#{DeAncFirst0}",
      denominatorDescription: "First visits",
    },
  ],
  dataSets: [
    {
      id: "DsMalaria00",
      name: "Malaria monthly",
      shortName: "Malaria monthly",
      code: "MALARIA_M",
      periodType: "Monthly",
      openFuturePeriods: 0,
      expiryDays: 0,
      timelyDays: 15,
      dataSetElements: [
        {
          dataElement: {
            id: "DeMalTest00",
          },
          dataSet: {
            id: "DsMalaria00",
          },
        },
        {
          dataElement: {
            id: "DeMalConf00",
          },
          dataSet: {
            id: "DsMalaria00",
          },
        },
        {
          dataElement: {
            id: "DeMalTreat0",
          },
          dataSet: {
            id: "DsMalaria00",
          },
        },
      ],
      organisationUnits: [
        {
          id: "OuKavHosp00",
        },
        {
          id: "OuTimbaHC00",
        },
        {
          id: "OuSengoHC00",
        },
        {
          id: "OuMwikaDi00",
        },
        {
          id: "OuNatHosp00",
        },
        {
          id: "OuHarbour00",
        },
        {
          id: "OuLuvalHC00",
        },
        {
          id: "OuNdolaDi00",
        },
        {
          id: "OuPemHosp00",
        },
        {
          id: "OuKilwaHC00",
        },
        {
          id: "OuRovumHC00",
        },
        {
          id: "OuNyasaDi00",
        },
      ],
      attributeValues: [
        {
          attribute: {
            id: "AtReviewed0",
          },
          value: "2025-06-30",
        },
      ],
    },
    {
      id: "DsMaternal0",
      name: "Maternal and child health monthly",
      shortName: "MCH monthly",
      code: "MCH_M",
      periodType: "Monthly",
      openFuturePeriods: 0,
      expiryDays: 0,
      timelyDays: 15,
      dataSetElements: [
        {
          dataElement: {
            id: "DeAncFirst0",
          },
          dataSet: {
            id: "DsMaternal0",
          },
        },
        {
          dataElement: {
            id: "DeAncForth0",
          },
          dataSet: {
            id: "DsMaternal0",
          },
        },
        {
          dataElement: {
            id: "DeLiveBirth",
          },
          dataSet: {
            id: "DsMaternal0",
          },
        },
        {
          dataElement: {
            id: "DeBcgDoses0",
          },
          dataSet: {
            id: "DsMaternal0",
          },
        },
      ],
      organisationUnits: [
        {
          id: "OuKavHosp00",
        },
        {
          id: "OuTimbaHC00",
        },
        {
          id: "OuSengoHC00",
        },
        {
          id: "OuMwikaDi00",
        },
        {
          id: "OuNatHosp00",
        },
        {
          id: "OuHarbour00",
        },
        {
          id: "OuLuvalHC00",
        },
        {
          id: "OuNdolaDi00",
        },
        {
          id: "OuPemHosp00",
        },
        {
          id: "OuKilwaHC00",
        },
        {
          id: "OuRovumHC00",
        },
        {
          id: "OuNyasaDi00",
        },
      ],
    },
  ],
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
      optionSet: {
        id: "OpSex000000",
      },
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
          trackedEntityType: {
            id: "TtPerson000",
          },
          trackedEntityAttribute: {
            id: "TaGivenNam0",
          },
          displayInList: true,
          mandatory: false,
        },
        {
          id: "TtAttr00002",
          trackedEntityType: {
            id: "TtPerson000",
          },
          trackedEntityAttribute: {
            id: "TaFamilyNa0",
          },
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
      trackedEntityType: {
        id: "TtPerson000",
      },
      organisationUnits: [
        {
          id: "OuKavHosp00",
        },
        {
          id: "OuTimbaHC00",
        },
        {
          id: "OuSengoHC00",
        },
        {
          id: "OuMwikaDi00",
        },
        {
          id: "OuNatHosp00",
        },
        {
          id: "OuHarbour00",
        },
        {
          id: "OuLuvalHC00",
        },
        {
          id: "OuNdolaDi00",
        },
        {
          id: "OuPemHosp00",
        },
        {
          id: "OuKilwaHC00",
        },
        {
          id: "OuRovumHC00",
        },
        {
          id: "OuNyasaDi00",
        },
      ],
      programStages: [
        {
          id: "PsVisit0000",
        },
      ],
      programTrackedEntityAttributes: [
        {
          id: "PtAttr00001",
          program: {
            id: "PrMalaria00",
          },
          trackedEntityAttribute: {
            id: "TaGivenNam0",
          },
          displayInList: true,
          mandatory: true,
          searchable: true,
          sortOrder: 1,
        },
        {
          id: "PtAttr00002",
          program: {
            id: "PrMalaria00",
          },
          trackedEntityAttribute: {
            id: "TaFamilyNa0",
          },
          displayInList: true,
          mandatory: true,
          searchable: true,
          sortOrder: 2,
        },
        {
          id: "PtAttr00003",
          program: {
            id: "PrMalaria00",
          },
          trackedEntityAttribute: {
            id: "TaSex000000",
          },
          displayInList: true,
          mandatory: false,
          searchable: false,
          sortOrder: 3,
        },
        {
          id: "PtAttr00004",
          program: {
            id: "PrMalaria00",
          },
          trackedEntityAttribute: {
            id: "TaBirthDay0",
          },
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
      program: {
        id: "PrMalaria00",
      },
      programStageDataElements: [
        {
          id: "PsData00001",
          programStage: {
            id: "PsVisit0000",
          },
          dataElement: {
            id: "DeTestRes00",
          },
          compulsory: true,
          sortOrder: 1,
        },
        {
          id: "PsData00002",
          programStage: {
            id: "PsVisit0000",
          },
          dataElement: {
            id: "DeTemperat0",
          },
          compulsory: false,
          sortOrder: 2,
        },
      ],
    },
  ],
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

/** Its users; the password of each stands beside it. */
export const countryUsers: readonly JsonObject[] = [
  {
    id: "UsClerk0000",
    username: "clerk",
    password: "District1!",
    firstName: "Neema",
    surname: "Mbeki",
    userRoles: [
      {
        id: "UrDataCle00",
      },
    ],
    organisationUnits: [
      {
        id: "OuTimbaHC00",
      },
    ],
    dataViewOrganisationUnits: [
      {
        id: "OuKavala000",
      },
    ],
  },
  {
    id: "UsManager00",
    username: "manager",
    password: "District1!",
    firstName: "Amos",
    surname: "Dlamini",
    userRoles: [
      {
        id: "UrMetadat00",
      },
      {
        id: "UrDataCle00",
      },
    ],
    organisationUnits: [
      {
        id: "OuMarasa000",
      },
    ],
    dataViewOrganisationUnits: [
      {
        id: "OuMarasa000",
      },
    ],
  },
];

/** Its groups of users. */
export const countryUserGroups: JsonObject = {
  userGroups: [
    {
      id: "UgMalaria00",
      name: "Malaria programme",
      code: "MALARIA",
      users: [
        {
          id: "UsManager00",
        },
      ],
    },
  ],
};
