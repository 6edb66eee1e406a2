/** References that an export with dependencies follows, by type; inside whole values after a dot. */
export const followed: Readonly<Record<string, readonly string[]>> = {
  CategoryCombo: ["categories", "categoryOptionCombos"],
  Category: ["categoryOptions"],
  CategoryOptionCombo: ["categoryOptions"],
  Dashboard: [
    "dashboardItems.visualization",
    "dashboardItems.eventVisualization",
    "dashboardItems.eventChart",
    "dashboardItems.eventReport",
    "dashboardItems.map",
    "dashboardItems.reports",
    "dashboardItems.resources",
  ],
  DataElementGroup: ["dataElements"],
  DataElement: ["categoryCombo", "optionSet", "commentOptionSet", "legendSets"],
  DataSet: [
    "dataSetElements.dataElement",
    "dataSetElements.categoryCombo",
    "categoryCombo",
    "sections",
    "indicators",
    "legendSets",
    "dataEntryForm",
    "workflow",
  ],
  Indicator: ["indicatorType", "legendSets"],
  OptionSet: ["options"],
};
