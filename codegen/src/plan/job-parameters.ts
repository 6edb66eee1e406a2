/**
 * Type of a job → what its parameters are (BUG-015): nothing in them says so. Types of jobs that are not here take
 * none; a release has those whose type and whose class it knows.
 */
export const jobParameterClasses: Readonly<Record<string, string>> = {
  AGGREGATE_DATA_EXCHANGE: "AggregateDataExchangeJobParameters",
  ANALYTICS_TABLE: "AnalyticsJobParameters",
  COMPLETE_DATA_SET_REGISTRATION_IMPORT: "ImportOptions",
  CONTINUOUS_ANALYTICS_TABLE: "ContinuousAnalyticsJobParameters",
  DATAVALUE_IMPORT: "ImportOptions",
  DATA_INTEGRITY: "DataIntegrityJobParameters",
  DATA_INTEGRITY_DETAILS: "DataIntegrityDetailsJobParameters",
  DATA_SYNC: "DataSynchronizationJobParameters",
  DISABLE_INACTIVE_USERS: "DisableInactiveUsersJobParameters",
  EVENT_PROGRAMS_DATA_SYNC: "EventProgramsDataSynchronizationJobParameters",
  GEOJSON_IMPORT: "GeoJsonImportJobParams",
  HTML_PUSH_ANALYTICS: "HtmlPushAnalyticsJobParameters",
  LOCK_EXCEPTION_CLEANUP: "LockExceptionCleanupJobParameters",
  MATERIALIZED_SQL_VIEW_UPDATE: "SqlViewUpdateParameters",
  METADATA_IMPORT: "MetadataImportParams",
  META_DATA_SYNC: "MetadataSyncJobParameters",
  MONITORING: "MonitoringJobParameters",
  PREDICTOR: "PredictorJobParameters",
  PUSH_ANALYSIS: "PushAnalysisJobParameters",
  SINGLE_EVENT_DATA_SYNC: "SingleEventDataSynchronizationJobParameters",
  SMS_SEND: "SmsJobParameters",
  TEST: "TestJobParameters",
  TRACKED_ENTITY_DATA_SYNC: "TrackerDataSynchronizationJobParameters",
  TRACKER_PROGRAMS_DATA_SYNC: "TrackerProgramsDataSynchronizationJobParameters",
  TRACKER_SEARCH_OPTIMIZATION: "TrackerTrigramIndexJobParameters",
  TRACKER_TRIGRAM_INDEX_MAINTENANCE: "TrackerTrigramIndexJobParameters",
};
