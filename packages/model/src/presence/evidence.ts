// Written by evidence/collect-presence.mjs from the recordings.

/** By class: what no recorded full read lacks, among what the database keeps: required, or a list. */
export const alwaysInRecordings: Readonly<Record<string, readonly string[]>> = {
  // 6 seen
  "org.hisp.dhis.attribute.Attribute": [
    "mandatory",
    "name",
    "objectTypes",
    "translations",
    "unique",
    "valueType",
  ],
  // 6 seen
  "org.hisp.dhis.category.Category": [
    "attributeValues",
    "categoryCombos",
    "categoryOptions",
    "dataDimension",
    "dataDimensionType",
    "name",
    "shortName",
    "translations",
  ],
  // 27 seen
  "org.hisp.dhis.category.CategoryCombo": [
    "categories",
    "categoryOptionCombos",
    "dataDimensionType",
    "name",
    "skipTotal",
    "translations",
  ],
  // 21 seen
  "org.hisp.dhis.category.CategoryOption": [
    "attributeValues",
    "categories",
    "categoryOptionCombos",
    "categoryOptionGroups",
    "name",
    "organisationUnits",
    "shortName",
    "translations",
  ],
  // 10 seen
  "org.hisp.dhis.category.CategoryOptionCombo": [
    "attributeValues",
    "categoryCombo",
    "categoryOptions",
    "translations",
  ],
  // 6 seen
  "org.hisp.dhis.constant.Constant": ["attributeValues", "name", "shortName", "translations", "value"],
  // 3 seen
  "org.hisp.dhis.dashboard.Dashboard": [
    "allowedFilters",
    "dashboardItems",
    "favorites",
    "name",
    "translations",
  ],
  // 6 seen
  "org.hisp.dhis.dashboard.DashboardItem": [
    "created",
    "id",
    "lastUpdated",
    "reports",
    "resources",
    "translations",
    "users",
  ],
  // 108 seen
  "org.hisp.dhis.dataelement.DataElement": [
    "aggregationLevels",
    "aggregationType",
    "attributeValues",
    "categoryCombo",
    "dataElementGroups",
    "dataSetElements",
    "domainType",
    "legendSets",
    "name",
    "shortName",
    "translations",
    "valueType",
    "zeroIsSignificant",
  ],
  // 3 seen
  "org.hisp.dhis.dataset.DataSet": [
    "attributeValues",
    "categoryCombo",
    "compulsoryDataElementOperands",
    "dataInputPeriods",
    "dataSetElements",
    "indicators",
    "interpretations",
    "legendSets",
    "mobile",
    "name",
    "organisationUnits",
    "periodType",
    "sections",
    "shortName",
    "translations",
  ],
  // 9 seen
  "org.hisp.dhis.dataset.DataSetElement": ["dataElement"],
  // 3 seen
  "org.hisp.dhis.document.Document": ["attributeValues", "external", "name", "translations", "url"],
  // 9 seen
  "org.hisp.dhis.fileresource.FileResource": [
    "assigned",
    "contentLength",
    "contentMd5",
    "contentType",
    "name",
  ],
  // 3 seen
  "org.hisp.dhis.indicator.Indicator": [
    "annualized",
    "attributeValues",
    "dataSets",
    "denominator",
    "indicatorGroups",
    "indicatorType",
    "legendSets",
    "name",
    "numerator",
    "shortName",
    "translations",
  ],
  // 3 seen
  "org.hisp.dhis.indicator.IndicatorType": ["factor", "name", "translations"],
  // 3 seen
  "org.hisp.dhis.mapping.Map": [
    "attributeValues",
    "basemaps",
    "favorites",
    "interpretations",
    "mapViews",
    "name",
    "subscribers",
    "translations",
  ],
  // 3 seen
  "org.hisp.dhis.mapping.MapView": [
    "attributeDimensions",
    "categoryDimensions",
    "categoryOptionGroupSetDimensions",
    "columnDimensions",
    "dataDimensionItems",
    "dataElementDimensions",
    "filterDimensions",
    "itemOrganisationUnitGroups",
    "layer",
    "organisationUnitGroupSetDimensions",
    "organisationUnitLevels",
    "organisationUnits",
    "periods",
    "rawPeriods",
    "renderingStrategy",
    "translations",
  ],
  // 6 seen
  "org.hisp.dhis.message.MessageConversation": ["messages", "subject", "userMessages"],
  // 5 seen
  "org.hisp.dhis.option.Option": ["attributeValues", "code", "name", "translations"],
  // 3 seen
  "org.hisp.dhis.option.OptionGroup": ["name", "options", "shortName", "translations"],
  // 15 seen
  "org.hisp.dhis.organisationunit.OrganisationUnit": [
    "attributeValues",
    "children",
    "dataSets",
    "name",
    "openingDate",
    "organisationUnitGroups",
    "programs",
    "shortName",
    "translations",
    "users",
  ],
  // 3 seen
  "org.hisp.dhis.organisationunit.OrganisationUnitGroup": [
    "attributeValues",
    "groupSets",
    "name",
    "organisationUnits",
    "shortName",
    "translations",
  ],
  // 3 seen
  "org.hisp.dhis.program.Program": [
    "attributeValues",
    "categoryCombo",
    "categoryMappings",
    "enrollmentCategoryCombo",
    "name",
    "notificationTemplates",
    "organisationUnits",
    "programIndicators",
    "programRuleVariables",
    "programSections",
    "programStages",
    "programTrackedEntityAttributes",
    "programType",
    "shortName",
    "skipOffline",
    "translations",
    "userRoles",
  ],
  // 6 seen
  "org.hisp.dhis.program.ProgramTrackedEntityAttribute": ["trackedEntityAttribute"],
  // 6 seen
  "org.hisp.dhis.scheduling.JobConfiguration": [
    "enabled",
    "jobStatus",
    "jobType",
    "lastExecutedStatus",
    "name",
    "schedulingType",
  ],
  // 3 seen
  "org.hisp.dhis.user.User": [
    "attributeValues",
    "catDimensionConstraints",
    "cogsDimensionConstraints",
    "dataViewOrganisationUnits",
    "firstName",
    "organisationUnits",
    "surname",
    "teiSearchOrganisationUnits",
    "userGroups",
    "userRoles",
  ],
  // 3 seen
  "org.hisp.dhis.user.UserGroup": [
    "attributeValues",
    "managedByGroups",
    "managedGroups",
    "name",
    "translations",
    "users",
  ],
  // 3 seen
  "org.hisp.dhis.user.UserRole": ["authorities", "name", "restrictions", "translations"],
  // 6 seen
  "org.hisp.dhis.visualization.Visualization": [
    "attributeValues",
    "axes",
    "categoryDimensions",
    "categoryOptionGroupSetDimensions",
    "columnDimensions",
    "dataDimensionItems",
    "dataElementGroupSetDimensions",
    "favorites",
    "filterDimensions",
    "icons",
    "interpretations",
    "itemOrganisationUnitGroups",
    "name",
    "optionalAxes",
    "organisationUnitGroupSetDimensions",
    "organisationUnitLevels",
    "organisationUnits",
    "periods",
    "rawPeriods",
    "rowDimensions",
    "series",
    "sorting",
    "subscribers",
    "translations",
    "type",
    "yearlySeries",
  ],
};

/** By class of values that stand whole inside others: what none of many recorded values lacks. */
export const alwaysInEmbedded: Readonly<Record<string, readonly string[]>> = {
  // 640 seen
  "openapi:UserDto": ["displayName", "id", "name", "username"],
  // 101 seen
  "org.hisp.dhis.attribute.AttributeValue": ["attribute", "value"],
  // 151 seen
  "org.hisp.dhis.security.acl.Access": ["delete", "externalize", "manage", "read", "update", "write"],
  // 272 seen
  "org.hisp.dhis.user.sharing.Sharing": ["external", "userGroups", "users"],
};
