/**
 * What the server stores where a create leaves a property out: initial values of its Java fields, which
 * `/api/schemas` does not tell. `null` stands for the default object of the type referred to. Evidence: what
 * reads show of objects that were made without them (recordings 04, 06, 07, 09, 22).
 */
export const initialValues: Readonly<Record<string, string | number | boolean | null>> = {
  "Category.dataDimension": true,
  "Constant.value": 0,
  "DataElement.categoryCombo": null,
  "DataSet.categoryCombo": null,
  "DataSet.expiryDays": 0,
  "DataSet.openFuturePeriods": 0,
  "DataSet.timelyDays": 0,
  "DataSet.openPeriodsAfterCoEndDate": 0,
  "DataSet.version": 0,
  "IndicatorType.factor": 0,
  "OptionSet.version": 0,
  "Program.categoryCombo": null,
  "Program.enrollmentCategoryCombo": null,
  "ProgramStage.minDaysFromStart": 0,
  "SqlView.cacheStrategy": "RESPECT_SYSTEM_SETTING",
};
