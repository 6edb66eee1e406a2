import type { Releases } from "../schema/releases.ts";
import { relativePeriods } from "../system/periods.ts";
import type { EnumMembers, SettingType } from "./keys.ts";

/** Settings of one kind with one initial value, in the releases that have them. */
export interface Row extends Releases {
  readonly type: SettingType;
  readonly keys: string;
  readonly initial?: string;
  /** First major version in which the initial value is there. */
  readonly initialSince?: number;
  readonly confidential?: true;
  readonly translatable?: true;
  readonly members?: EnumMembers;
}

/** What text and dates without a value of their own begin as, since 2.42; before they are not shown. */
const unset = { initial: "", initialSince: 42 } as const;
const epoch = "1970-01-01T00:00:00.000";
const never = { initial: epoch, initialSince: 42 } as const;

const displayProperty: EnumMembers = {
  klass: "org.hisp.dhis.common.DisplayProperty",
  names: ["NAME", "SHORTNAME"],
  shown: { NAME: "name", SHORTNAME: "shortName" },
};

const financialYear = (names: string): EnumMembers => ({
  klass: "org.hisp.dhis.analytics.AnalyticsFinancialYearStartKey",
  names: names.split(" ").map((month) => `FINANCIAL_YEAR_${month}`),
});

/** The system settings: 21-settings "all" of each release, and the confidential ones, which it leaves out. */
export const systemRows: readonly Row[] = [
  {
    type: "boolean",
    initial: "false",
    keys: `accountExpiryAlert credentialsExpiryAlert keyAcceptanceRequiredForApproval keyAccountRecovery
      keyAllowObjectAssignment keyCanGrantOwnUserAuthorityGroups keyCountPassiveDashboardViewsInUsageAnalytics
      keyCustomLoginPageLogo keyCustomTopMenuLogo keyDataImportRequireAttributeOptionCombo
      keyDataImportStrictAttributeOptionCombos keyDataImportStrictOrganisationUnits keyDataImportStrictPeriods
      keyGatherAnalyticalObjectStatisticsInDashboardViews keyHideBiMonthlyPeriods keyHideBiWeeklyPeriods
      keyHideDailyPeriods keyHideMonthlyPeriods keyHideWeeklyPeriods keyIncludeZeroValuesInAnalytics
      keyLockMultipleFailedLogins keyRequireAddToView keyRespectMetaDataStartEndDatesInAnalyticsTableExport
      keySelfRegistrationNoRecaptcha keySkipDataTypeValidationInAnalyticsTableExport keyStopMetadataSync
      keyUseCustomLogoBanner keyUseCustomLogoFront keyVersionEnabled orgUnitCentroidsInEventsAnalytics
      ruleEngineAssignOverwrite startModuleEnableLightweight`,
  },
  {
    type: "boolean",
    initial: "false",
    until: 42,
    keys: `keyDataImportRequireCategoryOptionCombo keyDataImportStrictCategoryOptionCombos
      keyDataImportStrictDataElements multiOrganisationUnitForms`,
  },
  {
    type: "boolean",
    initial: "true",
    until: 42,
    keys: `keyDataImportStrictDataSetApproval keyDataImportStrictDataSetInputPeriods
      keyDataImportStrictDataSetLocking`,
  },
  { type: "boolean", initial: "false", since: 42, keys: "enforceVerifiedEmail keyEmbeddedDashboardsEnabled" },
  {
    type: "boolean",
    initial: "false",
    since: 42,
    until: 42,
    keys: "experimentalAnalyticsSqlEngineEnabled",
  },
  { type: "boolean", initial: "true", since: 43, keys: "experimentalAnalyticsSqlEngineEnabled" },
  { type: "boolean", initial: "false", since: 43, keys: "dataEntryAutoGroup keyCustomTranslationsEnabled" },
  { type: "boolean", initial: "true", since: 42, keys: "autoVerifyInvitedUserEmail globalShellEnabled" },
  {
    type: "boolean",
    initial: "true",
    keys: `keyDashboardContextMenuItemOpenInRelevantApp keyDashboardContextMenuItemShowInterpretationsAndDetails
      keyDashboardContextMenuItemSwitchViewType keyDashboardContextMenuItemViewFullscreen keyEmailTls
      notifierGistOverview`,
  },
  { type: "integer", initial: "-1", keys: "keyAnalyticsPeriodYearsOffset keySqlViewMaxLimit" },
  {
    type: "integer",
    initial: "-1",
    keys: "keyIgnoreAnalyticsApprovalYearThreshold keyParallelJobsInAnalyticsTableExport",
  },
  { type: "integer", initial: "0", keys: "credentialsExpires keyDatabaseServerCpus" },
  { type: "integer", initial: "3", keys: "syncMaxAttempts syncMaxRemoteServerAvailabilityCheckAttempts" },
  { type: "integer", initial: "4", keys: "jobsMaxCronDelayHours" },
  { type: "integer", initial: "7", keys: "accountExpiresInDays notifierMaxAgeDays" },
  { type: "integer", initial: "8", keys: "minPasswordLength" },
  { type: "integer", initial: "10", keys: "jobsRescheduleAfterMinutes" },
  { type: "integer", initial: "28", keys: "credentialsExpiresReminderInDays" },
  { type: "integer", initial: "60", since: 42, keys: "deviceEnrollmentIATTtlSeconds" },
  { type: "integer", initial: "72", keys: "maxPasswordLength" },
  { type: "integer", initial: "160", keys: "keyAnalyticsCacheProgressiveTtlFactor" },
  { type: "integer", initial: "180", keys: "jobsLogDebugBelowSeconds" },
  {
    type: "integer",
    initial: "500",
    keys: `keyDataQualityMaxLimit notifierMaxJobsPerType notifierMaxMessagesPerJob
      syncDelayBetweenRemoteServerAvailabilityCheckAttempts`,
  },
  { type: "integer", initial: "587", keys: "keyEmailPort" },
  { type: "integer", initial: "1071", keys: "keySmsMaxLength" },
  { type: "integer", initial: "1440", keys: "jobsCleanupAfterMinutes" },
  { type: "integer", initial: "20000", keys: "keyAnalyticsDownloadCombinationLimit" },
  { type: "integer", initial: "50000", until: 41, keys: "KeyTrackedEntityInstanceMaxLimit" },
  { type: "integer", initial: "50000", keys: "KeyTrackedEntityMaxLimit" },
  { type: "integer", initial: "60000", until: 41, keys: "notifierCleanAfterIdleTime" },
  { type: "integer", initial: "600000", since: 42, keys: "notifierCleanAfterIdleTime" },
  { type: "integer", initial: "100000", keys: "keyAnalyticsMaxLimit" },
  { type: "number", initial: "2.0", keys: "factorDeviation" },
  { type: "text", translatable: true, initial: "DHIS 2", keys: "applicationTitle" },
  { type: "text", translatable: true, initial: "", keys: "loginPopup" },
  {
    type: "text",
    translatable: true,
    ...unset,
    keys: "keyApplicationFooter keyApplicationIntro keyApplicationNotification keyApplicationRightFooter",
  },
  {
    type: "text",
    initial: "",
    keys: `keyAzureMapsApiKey keyBingMapsApiKey keyEmailSender keyGoogleMapsApiKey keyHtmlPushAnalyticsUrl
      keyRemoteInstanceUrl keyRemoteInstanceUsername`,
  },
  {
    type: "text",
    initial: "",
    confidential: true,
    keys: "keyEmailPassword keyRemoteInstancePassword recaptchaSecret",
  },
  {
    type: "text",
    initial: "6LcVwT0UAAAAAAkO_EGPiYOiymIszZUeHfqWIYX5",
    confidential: true,
    keys: "recaptchaSite",
  },
  {
    type: "text",
    ...unset,
    keys: `googleAnalyticsUA keyCurrentDomainType keyCustomCss keyCustomJs keyDefaultBaseMap keyEmailHostName
      keyEmailUsername keyFlagImage keyLastSuccessfulAnalyticsTablesRuntime
      keyLastSuccessfulLatestAnalyticsPartitionRuntime keyMetadataFailedVersion keyRemoteMetadataVersion
      keySystemMetadataVersion keySystemNotificationsEmail keyTrackerDashboardLayout loginPageTemplate
      phoneNumberAreaCode`,
  },
  { type: "text", initial: "", since: 42, keys: "deviceEnrollmentAllowedUserGroups" },
  { type: "text", initial: "dhis2oauth://oauth", since: 42, keys: "deviceEnrollmentRedirectAllowlist" },
  { type: "text", initial: "", since: 43, keys: "keyCustomColor keyCustomColorMobile" },
  { type: "text", initial: "dhis2", keys: "keyFlag" },
  { type: "text", initial: "global-app-shell", until: 41, keys: "globalShellAppName" },
  { type: "text", initial: "global-shell", since: 42, keys: "globalShellAppName" },
  { type: "text", initial: "iso8601", keys: "keyCalendar" },
  { type: "text", initial: "yyyy-MM-dd", keys: "keyDateFormat" },
  { type: "text", initial: "light_blue/light_blue.css", until: 42, keys: "keyStyle" },
  { type: "text", initial: "dhis-web-dashboard", until: 41, keys: "startModule" },
  { type: "text", initial: "dashboard", since: 42, until: 42, keys: "startModule" },
  { type: "text", initial: "dhis-web-dashboard", since: 43, keys: "startModule" },
  {
    type: "text",
    initial: "https://dhis2.github.io/dhis2-docs/master/en/user/html/dhis2_user_manual_en.html",
    keys: "helpPageLink",
  },
  {
    type: "text",
    initial: "https://raw.githubusercontent.com/dhis2/dhis2-metadata-repo/master/repo/221/index.json",
    keys: "keyMetaDataRepoUrl",
  },
  {
    type: "date",
    initial: epoch,
    keys: `keyLastCompleteDataSetRegistrationSyncSuccess keyLastSuccessfulDataSynch
      keyLastSuccessfulEventsDataSynch syncSkipSyncForDataChangedBefore`,
  },
  {
    type: "date",
    ...never,
    keys: `keyLastMetaDataSyncSuccess keyLastMonitoringRun keyLastSuccessfulAnalyticsTablesUpdate
      keyLastSuccessfulLatestAnalyticsPartitionUpdate keyLastSuccessfulMonitoring
      keyLastSuccessfulResourceTablesUpdate keyLastSuccessfulScheduledDataSetNotifications
      keyLastSuccessfulScheduledProgramNotifications keyLastSuccessfulSystemMonitoringPush
      keyMetadataLastFailedTime keyNextAnalyticsTableUpdate lastSuccessfulDataStatistics`,
  },
  { type: "locale", initial: "en", keys: "keyUiLocale" },
  { type: "locale", initial: "en", initialSince: 42, keys: "keyDbLocale" },
  { type: "json", initial: '{"gateways":[]}', until: 41, keys: "keySmsSetting" },
  { type: "json", until: 41, keys: "keyConfig" },
  { type: "enum", initial: "NAME", keys: "keyAnalysisDisplayProperty", members: displayProperty },
  {
    type: "enum",
    initial: "LAST_12_MONTHS",
    keys: "keyAnalysisRelativePeriod",
    members: { klass: "org.hisp.dhis.period.RelativePeriodEnum", names: relativePeriods },
  },
  {
    type: "enum",
    initial: "SPACE",
    keys: "keyAnalysisDigitGroupSeparator",
    members: { klass: "org.hisp.dhis.common.DigitGroupSeparator", names: ["COMMA", "SPACE", "NONE"] },
  },
  {
    type: "enum",
    initial: "CACHE_1_MINUTE",
    keys: "keyCacheStrategy",
    members: {
      klass: "org.hisp.dhis.common.cache.CacheStrategy",
      names: `NO_CACHE CACHE_1_MINUTE CACHE_5_MINUTES CACHE_10_MINUTES CACHE_15_MINUTES CACHE_30_MINUTES
        CACHE_1_HOUR CACHE_6AM_TOMORROW CACHE_TWO_WEEKS RESPECT_SYSTEM_SETTING`.split(/\s+/),
    },
  },
  {
    type: "enum",
    initial: "PUBLIC",
    keys: "keyCacheability",
    members: { klass: "org.hisp.dhis.common.cache.Cacheability", names: ["PUBLIC", "PRIVATE"] },
  },
  {
    type: "enum",
    initial: "FIXED",
    keys: "keyAnalyticsCacheTtlMode",
    members: { klass: "org.hisp.dhis.analytics.AnalyticsCacheTtlMode", names: ["FIXED", "PROGRESSIVE"] },
  },
  {
    type: "enum",
    initial: "NONE",
    keys: "keyFileResourceRetentionStrategy",
    members: {
      klass: "org.hisp.dhis.fileresource.FileResourceRetentionStrategy",
      names: ["NONE", "THREE_MONTHS", "ONE_YEAR", "FOREVER"],
    },
  },
  // A text of no certain content in 2.41, one of three words since.
  { type: "text", initial: "DEFAULT", until: 41, keys: "loginPageLayout" },
  {
    type: "enum",
    initial: "DEFAULT",
    since: 42,
    keys: "loginPageLayout",
    members: {
      klass: "org.hisp.dhis.security.LoginPageLayout",
      names: ["DEFAULT", "SIDEBAR", "CUSTOM"],
    },
  },
  {
    type: "enum",
    initial: "DEBUG",
    keys: "notifierLogLevel",
    members: {
      klass: "org.hisp.dhis.system.notification.NotificationLevel",
      names: ["OFF", "DEBUG", "LOOP", "INFO", "WARN", "ERROR"],
    },
  },
  {
    type: "enum",
    initial: "FINANCIAL_YEAR_OCTOBER",
    until: 42,
    keys: "analyticsFinancialYearStart",
    members: financialYear("APRIL JULY OCTOBER"),
  },
  {
    type: "enum",
    initial: "FINANCIAL_YEAR_OCTOBER",
    since: 43,
    keys: "analyticsFinancialYearStart",
    members: financialYear("FEBRUARY APRIL JULY AUGUST SEPTEMBER OCTOBER"),
  },
  {
    type: "enum",
    initial: "WEEKLY",
    since: 43,
    keys: "analyticsWeeklyStart",
    members: {
      klass: "org.hisp.dhis.analytics.AnalyticsWeeklyStartKey",
      names: `WEEKLY WEEKLY_WEDNESDAY WEEKLY_THURSDAY WEEKLY_FRIDAY WEEKLY_SATURDAY
        WEEKLY_SUNDAY`.split(/\s+/),
    },
  },
];

/** The settings that users have of their own: 21-settings "user all" of each release. */
export const userRows: readonly Row[] = [
  { type: "text", initial: "light_blue/light_blue.css", initialSince: 42, keys: "keyStyle" },
  { type: "text", ...unset, keys: "keyTrackerDashboardLayout" },
  {
    type: "boolean",
    initial: "true",
    until: 41,
    keys: "keyMessageEmailNotification keyMessageSmsNotification",
  },
  {
    type: "boolean",
    initial: "false",
    since: 42,
    keys: "keyMessageEmailNotification keyMessageSmsNotification",
  },
  { type: "locale", initial: "en", initialSince: 42, keys: "keyUiLocale keyDbLocale" },
  {
    type: "enum",
    initial: "NAME",
    initialSince: 42,
    keys: "keyAnalysisDisplayProperty",
    members: displayProperty,
  },
];
