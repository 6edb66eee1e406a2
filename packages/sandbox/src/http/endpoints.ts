import { holdsFor, type Releases } from "../schema/releases.ts";

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
  resources scheduler scheduling schemas sharing sms staticConfiguration staticContent synchronization
  system systemSettings systemUpdates tokens trackedEntityInstances tracker trigramSummary userDataStore userLookup
  userSettings validation validationResults`;

const known = new Set(names.split(/\s+/));

/** What not every release serves (17-auth "sessions" of each release). */
const others: readonly (Releases & { readonly name: string })[] = [{ name: "sessions", since: 42 }];

/** Where everything is known that there is below a first segment: what of it has no route in the sandbox. */
const unserved: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["configuration", new Set(["appHubUrl", "twoFactorMethods"])],
  ["maintenance", new Set()],
]);

/** Whether a path below `/api` belongs to something that a release serves. */
export function isEndpoint([first = "", second]: readonly string[], version: number): boolean {
  const isOther = others.some((row) => row.name === first && holdsFor(version, row));
  if (!known.has(first) && !isOther) return false;
  return second === undefined || (unserved.get(first)?.has(second) ?? true);
}

/**
 * Paths below metadata resources that have a meaning of their own beside UIDs, properties and items; `*` stands for
 * any resource and for a UID (OpenAPI documents of 2.41 to 2.43).
 */
const ownPaths = new Set(
  `aggregateDataExchanges/exchange aggregateDataExchanges/*/exchange aggregateDataExchanges/*/sourceData
  aggregateDataExchanges/*/sourceDataValueSets categoryOptions/orgUnits programs/orgUnits
  dashboards/cascadeSharing dataElementGroups/*/operands
  dataSets/*/categoryCombos dataSets/*/customDataEntryForm dataSets/*/dataValueSet dataSets/*/form
  documents/*/data eventVisualizations/*/data eventVisualizations/*/data.png indicators/expression
  jobConfigurations/clean jobConfigurations/due jobConfigurations/errors jobConfigurations/jobTypes
  jobConfigurations/jobTypesExtended jobConfigurations/stale jobConfigurations/*/cancel
  jobConfigurations/*/disable jobConfigurations/*/enable jobConfigurations/*/errors jobConfigurations/*/execute
  jobConfigurations/*/progress jobConfigurations/*/revert mapViews/data mapViews/data.png mapViews/*/data
  mapViews/*/data.png maps/*/data maps/*/data.png
  predictorGroups/*/run
  predictors/expression predictors/run predictors/skipTest predictors/*/run programIndicators/expression
  programIndicators/filter programNotificationTemplates/filter programRuleActions/data programRules/condition
  programs/*/copy pushAnalysis/*/render pushAnalysis/*/run reports/jasperReports reports/*/data reports/*/data.xls
  reports/*/design routes/*/run sqlViews/*/data sqlViews/*/data.xls sqlViews/*/execute sqlViews/*/refresh
  trackedEntityAttributes/*/generate trackedEntityAttributes/*/generateAndReserve
  trackedEntityAttributes/*/requiredValues users/invite users/invites users/twoFactor users/*/enabled
  users/*/expired users/*/invite users/*/replica users/*/reset users/*/twoFA users/*/unexpired
  validationRules/expression visualizations/data visualizations/data.png visualizations/history
  visualizations/*/data visualizations/*/data.png visualizations/*/data.xls`.split(/\s+/),
);

/** Whether a path below a metadata resource asks for something of its own, which no general route answers. */
export function isOwnPath([first = "", second, third]: readonly string[]): boolean {
  if (second === undefined) return false;
  if (ownPaths.has(`${first}/${second}`) || ownPaths.has(`*/${second}`)) return true;
  return third !== undefined && (ownPaths.has(`${first}/*/${third}`) || ownPaths.has(`*/*/${third}`));
}
