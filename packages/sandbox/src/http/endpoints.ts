/**
 * First segments below `/api` of what some release serves beside metadata (OpenAPI documents of 2.41 to 2.43). What
 * stands here and has no route is not supported by the sandbox; anything else no server knows either.
 */
const names = `2fa account analytics apiTokens appHub apps audits auth authorities cluster
  completeDataSetRegistrations configuration dashboardItems dataAcceptances dataAnalysis dataApprovals
  dataElementOperands dataEntry dataIntegrity dataItems dataSetReport dataStatistics dataStore dataSummary
  dataValueSets dataValues deletedObjects dimensions email enrollments events expressionDimensionItems expressions
  externalFileResources fileResources files filledOrganisationUnitLevels gateways geoFeatures i18n icons
  identifiableObjects interpretations locales lockExceptions loginConfig maintenance me menu messageConversations
  messages metadata metrics minMaxDataElements minMaxValues openapi orgUnitAnalytics organisationUnitLocations
  organisationUnitProfile outlierDetection pdfForm periodTypes ping potentialDuplicates predictions
  programDataElements programNotificationInstances publicKeys query relationships relativePeriods resourceTables
  resources scheduler scheduling schemas sessions sharing sms staticConfiguration staticContent synchronization
  system systemSettings systemUpdates tokens trackedEntityInstances tracker trigramSummary userDataStore userLookup
  userSettings validation validationResults`;

const known = new Set(names.split(/\s+/));

/** Whether a path below `/api` belongs to something that DHIS2 serves. */
export function isEndpoint([first = ""]: readonly string[]): boolean {
  return known.has(first);
}
