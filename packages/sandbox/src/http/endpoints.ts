import type { ServerRequest } from "./request.ts";

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

/** Authorities that the server asks of who writes there, of what the sandbox does not support. */
const writers: Readonly<Record<string, readonly string[]>> = {
  dataValueSets: ["F_DATAVALUE_ADD"],
  maintenance: ["F_PERFORM_MAINTENANCE"],
  systemSettings: ["F_SYSTEM_SETTING"],
};

/** One of these a request's user must have; none for a request that nobody is kept from. */
export function authoritiesFor({ method, segments: [first = ""] }: ServerRequest): readonly string[] {
  if (method === "GET" || method === "HEAD" || !Object.hasOwn(writers, first)) return [];
  return writers[first] ?? [];
}

/** Whether a path below `/api` belongs to something that DHIS2 serves. */
export function isEndpoint([first = ""]: readonly string[]): boolean {
  return known.has(first);
}
