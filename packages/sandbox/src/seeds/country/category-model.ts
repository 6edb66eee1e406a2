import type { JsonObject } from "../../store/values.ts";
import { reference, references } from "./references.ts";

/** Sex and age, and what they combine to. */
export const categoryModel: JsonObject = {
  categoryOptions: [
    { id: "CoMale00000", name: "Male", shortName: "Male", code: "M" },
    { id: "CoFemale000", name: "Female", shortName: "Female", code: "F" },
    { id: "CoUnder5000", name: "Under 5 years", shortName: "Under 5 years", code: "U5" },
    { id: "CoOver50000", name: "5 years and above", shortName: "5 years and above", code: "O5" },
  ],
  categories: [
    {
      id: "CaSex000000",
      name: "Sex",
      shortName: "Sex",
      code: "SEX",
      dataDimensionType: "DISAGGREGATION",
      categoryOptions: references("CoMale00000 CoFemale000"),
    },
    {
      id: "CaAge000000",
      name: "Age group",
      shortName: "Age group",
      code: "AGE",
      dataDimensionType: "DISAGGREGATION",
      categoryOptions: references("CoUnder5000 CoOver50000"),
    },
  ],
  categoryCombos: [
    {
      id: "CcSex000000",
      name: "Sex",
      code: "SEX",
      dataDimensionType: "DISAGGREGATION",
      categories: references("CaSex000000"),
    },
    {
      id: "CcSexAge000",
      name: "Sex and age",
      code: "SEX_AGE",
      dataDimensionType: "DISAGGREGATION",
      categories: references("CaSex000000 CaAge000000"),
    },
  ],
  categoryOptionCombos: [
    {
      id: "OcMale00000",
      name: "Male",
      categoryCombo: reference("CcSex000000"),
      categoryOptions: references("CoMale00000"),
    },
    {
      id: "OcFemale000",
      name: "Female",
      categoryCombo: reference("CcSex000000"),
      categoryOptions: references("CoFemale000"),
    },
    {
      id: "OcSexAge001",
      name: "Male, Under 5 years",
      categoryCombo: reference("CcSexAge000"),
      categoryOptions: references("CoMale00000 CoUnder5000"),
    },
    {
      id: "OcSexAge002",
      name: "Male, 5 years and above",
      categoryCombo: reference("CcSexAge000"),
      categoryOptions: references("CoMale00000 CoOver50000"),
    },
    {
      id: "OcSexAge003",
      name: "Female, Under 5 years",
      categoryCombo: reference("CcSexAge000"),
      categoryOptions: references("CoFemale000 CoUnder5000"),
    },
    {
      id: "OcSexAge004",
      name: "Female, 5 years and above",
      categoryCombo: reference("CcSexAge000"),
      categoryOptions: references("CoFemale000 CoOver50000"),
    },
  ],
};
