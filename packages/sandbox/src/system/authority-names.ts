import { json } from "../http/answer.ts";
import type { Route } from "../http/routes.ts";
import { holdsFor, type Releases } from "../schema/releases.ts";

/** Authorities with their names, a line each, and the releases that have them so. */
interface Block extends Releases {
  readonly lines: string;
}

/** What may be granted to roles (01-system "authorities" of each release). */
const blocks: readonly Block[] = [
  {
    lines: `
      F_ACCEPT_DATA_LOWER_LEVELS Accept data at lower levels
      F_ORG_UNIT_PROFILE_ADD Add organisation unit profile
      F_USER_GROUPS_READ_ONLY_ADD_MEMBERS Add/Remove Members In Read-Only User Groups
      F_DATAVALUE_ADD Add/Update Data Value
      F_LOCALE_ADD Add/Update Locale
      ALL ALL
      F_APPROVE_DATA Approve data
      F_APPROVE_DATA_LOWER_LEVELS Approve data at lower levels
      F_SYSTEM_SETTING Change system settings
      F_CAPTURE_DATASTORE_UPDATE Create and edit Capture datastore configuration
      F_ENROLLMENT_CASCADE_DELETE Delete enrollment and associated events
      F_TEI_CASCADE_DELETE Delete tracked entity instance and associated enrollments and events
      F_EDIT_EXPIRED Edit expired data
      F_EXPORT_DATA Export data
      F_METADATA_EXPORT Export metadata
      F_GENERATE_MIN_MAX_VALUES Generate min-max values
      F_IMPERSONATE_USER Impersonate user
      F_METADATA_IMPORT Import metadata
      F_INSERT_CUSTOM_JS_CSS Insert custom Javascript and CSS
      F_INDICATOR_TYPE_MERGE Merge Indicator Type
      F_INDICATOR_MERGE Merge Indicators
      F_ORGANISATION_UNIT_MERGE Merge organisation units
      F_TRACKED_ENTITY_MERGE Merge tracked entity instances
      F_ORGANISATIONUNIT_MOVE Move organisation unit
      F_PERFORM_ANALYTICS_EXPLAIN Perform analytics explain query  
      F_PERFORM_MAINTENANCE Perform maintenance tasks
      F_REPLICATE_USER Replicate user
      F_PREDICTOR_RUN Run predictor
      F_RUN_VALIDATION Run validation
      F_TRACKED_ENTITY_INSTANCE_SEARCH_IN_ALL_ORGUNITS Search Tracked Entity Instance in All Org Units
      F_SEND_EMAIL Send Email
      F_SKIP_DATA_IMPORT_AUDIT Skip data import audit
      F_ORGANISATION_UNIT_SPLIT Split organisation unit
      F_UNCOMPLETE_EVENT Uncomplete events
      F_VIEW_EVENT_ANALYTICS View event analytics
      F_VIEW_SERVER_INFO View server information
      F_VIEW_UNAPPROVED_DATA View unapproved data
      F_USER_VIEW View user`,
  },
  {
    until: 41,
    lines: `
      F_PREVIOUS_IMPERSONATOR_AUTHORITY F_PREVIOUS_IMPERSONATOR_AUTHORITY
      F_IGNORE_TRACKER_REQUIRED_VALUE_VALIDATION Ignore validation of required fields in Tracker and Event Capture`,
  },
  {
    since: 42,
    until: 42,
    lines: `
      F_PUSH_ANALYSIS_ADD Add/Update Push Analysis
      F_PUSH_ANALYSIS_DELETE Delete Push Analysis
      F_DOCUMENT_EXTERNAL Document External Access
      F_EVENTCHART_EXTERNAL Event Chart External Access
      F_EVENTREPORT_EXTERNAL Event Report External Access
      F_EVENT_VISUALIZATION_EXTERNAL Event Visualization External Access
      F_MAP_EXTERNAL Map External Access
      F_REPORT_EXTERNAL Report External Access
      F_SQLVIEW_EXTERNAL SQL View External Access
      F_VISUALIZATION_EXTERNAL Visualization External Access`,
  },
  {
    since: 42,
    lines: `
      F_PREDICTOR_ADD Add data predictor
      F_PREDICTORGROUP_ADD Add data predictor group
      F_PROGRAM_RULE_ADD Add Program Rule
      F_MAP_PUBLIC_ADD Add Public Map
      F_ANALYTICSTABLEHOOK_ADD Add/Update Analytics Table Hook
      F_CONSTANT_ADD Add/Update Constant
      F_DATA_APPROVAL_LEVEL Add/Update Data Approval Level
      F_DATA_APPROVAL_WORKFLOW Add/Update Data Approval Workflow
      F_EVENTCHART_PUBLIC_ADD Add/Update Event Chart
      F_EVENTREPORT_PUBLIC_ADD Add/Update Event Report
      F_INDICATORTYPE_ADD Add/Update Indicator Type
      F_MINMAX_DATAELEMENT_ADD Add/Update Min-Max Data Element
      F_ORGANISATIONUNIT_ADD Add/Update Organisation Unit
      F_AGGREGATE_DATA_EXCHANGE_PRIVATE_ADD Add/Update Private Aggregate Data Exchange
      F_ATTRIBUTE_PRIVATE_ADD Add/Update Private Attribute
      F_CATEGORY_PRIVATE_ADD Add/Update Private Category
      F_CATEGORY_COMBO_PRIVATE_ADD Add/Update Private Category Combo
      F_CATEGORY_OPTION_PRIVATE_ADD Add/Update Private Category Option
      F_CATEGORY_OPTION_GROUP_PRIVATE_ADD Add/Update Private Category Option Group
      F_CATEGORY_OPTION_GROUP_SET_PRIVATE_ADD Add/Update Private Category Option Group Set
      F_DATAELEMENT_PRIVATE_ADD Add/Update Private Data Element
      F_DATAELEMENTGROUPSET_PRIVATE_ADD Add/Update Private Data Element Group Sets
      F_DATAELEMENTGROUP_PRIVATE_ADD Add/Update Private Data Element Groups
      F_DATASET_PRIVATE_ADD Add/Update Private Data Set
      F_DOCUMENT_PRIVATE_ADD Add/Update Private Document
      F_EVENT_HOOK_PRIVATE_ADD Add/Update Private Event Hook
      F_EXTERNAL_MAP_LAYER_PRIVATE_ADD Add/Update Private External Map Layer
      F_INDICATOR_PRIVATE_ADD Add/Update Private Indicator
      F_INDICATORGROUP_PRIVATE_ADD Add/Update Private Indicator Group
      F_INDICATORGROUPSET_PRIVATE_ADD Add/Update Private Indicator Group Sets
      F_LEGEND_SET_PRIVATE_ADD Add/Update Private Legend Set
      F_OPTIONGROUP_PRIVATE_ADD Add/Update Private Option Group
      F_OPTIONGROUPSET_PRIVATE_ADD Add/Update Private Option Group Set
      F_OPTIONSET_PRIVATE_ADD Add/Update Private Option Set
      F_ORGUNITGROUP_PRIVATE_ADD Add/Update Private Organisation Unit Group
      F_ORGUNITGROUPSET_PRIVATE_ADD Add/Update Private Organisation Unit Group Set
      F_PROGRAM_PRIVATE_ADD Add/Update Private Program
      F_PROGRAM_INDICATOR_PRIVATE_ADD Add/Update Private Program Indicator
      F_PROGRAM_INDICATOR_GROUP_PRIVATE_ADD Add/Update Private Program Indicator Group
      F_REPORT_PRIVATE_ADD Add/Update Private Report
      F_ROUTE_PRIVATE_ADD Add/Update Private Route
      F_SQLVIEW_PRIVATE_ADD Add/Update Private SQL View
      F_TRACKED_ENTITY_ATTRIBUTE_PRIVATE_ADD Add/Update Private Tracked Entity Attribute
      F_USERGROUP_PRIVATE_ADD Add/Update Private User Group
      F_USERROLE_PRIVATE_ADD Add/Update Private User Role
      F_VALIDATIONRULE_PRIVATE_ADD Add/Update Private Validation Rule
      F_VALIDATIONRULEGROUP_PRIVATE_ADD Add/Update Private Validation Rule Group
      F_PROGRAMSTAGE_ADD Add/Update Program Stage
      F_AGGREGATE_DATA_EXCHANGE_PUBLIC_ADD Add/Update Public Aggregate Data Exchange
      F_ATTRIBUTE_PUBLIC_ADD Add/Update Public Attribute
      F_CATEGORY_PUBLIC_ADD Add/Update Public Category
      F_CATEGORY_COMBO_PUBLIC_ADD Add/Update Public Category Combo
      F_CATEGORY_OPTION_PUBLIC_ADD Add/Update Public Category Option
      F_CATEGORY_OPTION_GROUP_PUBLIC_ADD Add/Update Public Category Option Group
      F_CATEGORY_OPTION_GROUP_SET_PUBLIC_ADD Add/Update Public Category Option Group Set
      F_DASHBOARD_PUBLIC_ADD Add/Update Public Dashboard
      F_DATAELEMENT_PUBLIC_ADD Add/Update Public Data Element
      F_DATAELEMENTGROUPSET_PUBLIC_ADD Add/Update Public Data Element Group Sets
      F_DATAELEMENTGROUP_PUBLIC_ADD Add/Update Public Data Element Groups
      F_DATASET_PUBLIC_ADD Add/Update Public Data Set
      F_DOCUMENT_PUBLIC_ADD Add/Update Public Document
      F_EVENT_HOOK_PUBLIC_ADD Add/Update Public Event Hook
      F_EVENT_VISUALIZATION_PUBLIC_ADD Add/Update Public Event Visualization
      F_EXTERNAL_MAP_LAYER_PUBLIC_ADD Add/Update Public External Map Layer
      F_INDICATOR_PUBLIC_ADD Add/Update Public Indicator
      F_INDICATORGROUP_PUBLIC_ADD Add/Update Public Indicator Group
      F_INDICATORGROUPSET_PUBLIC_ADD Add/Update Public Indicator Group Sets
      F_LEGEND_SET_PUBLIC_ADD Add/Update Public Legend Set
      F_OPTIONGROUP_PUBLIC_ADD Add/Update Public Option Group
      F_OPTIONGROUPSET_PUBLIC_ADD Add/Update Public Option Group Set
      F_OPTIONSET_PUBLIC_ADD Add/Update Public Option Set
      F_ORGUNITGROUP_PUBLIC_ADD Add/Update Public Organisation Unit Group
      F_ORGUNITGROUPSET_PUBLIC_ADD Add/Update Public Organisation Unit Group Set
      F_PROGRAM_PUBLIC_ADD Add/Update Public Program
      F_PROGRAM_INDICATOR_PUBLIC_ADD Add/Update Public Program Indicator
      F_PROGRAM_INDICATOR_GROUP_PUBLIC_ADD Add/Update Public Program Indicator Group
      F_REPORT_PUBLIC_ADD Add/Update Public Report
      F_ROUTE_PUBLIC_ADD Add/Update Public Route
      F_SQLVIEW_PUBLIC_ADD Add/Update Public SQL View
      F_TRACKED_ENTITY_ATTRIBUTE_PUBLIC_ADD Add/Update Public Tracked Entity Attribute
      F_USERGROUP_PUBLIC_ADD Add/Update Public User Group
      F_USERROLE_PUBLIC_ADD Add/Update Public User Role
      F_VALIDATIONRULE_PUBLIC_ADD Add/Update Public Validation Rule
      F_VALIDATIONRULEGROUP_PUBLIC_ADD Add/Update Public Validation Rule Group
      F_VISUALIZATION_PUBLIC_ADD Add/Update Public Visualization
      F_SECTION_ADD Add/Update Section
      F_TRACKED_ENTITY_ADD Add/Update Tracked Entity
      F_USER_ADD Add/Update User
      F_USER_ADD_WITHIN_MANAGED_GROUP Add/Update User Within Managed Group
      M_androidsettingsapp androidsettingsapp app
      M_dhis-web-app-management App Management app
      F_AGGREGATE_DATA_EXCHANGE_DELETE Delete Aggregate Data Exchange
      F_ANALYTICSTABLEHOOK_DELETE Delete Analytics Table Hook
      F_ATTRIBUTE_DELETE Delete Attribute
      F_CATEGORY_DELETE Delete Category
      F_CATEGORY_COMBO_DELETE Delete Category Combo
      F_CATEGORY_OPTION_DELETE Delete Category Option
      F_CATEGORY_OPTION_GROUP_DELETE Delete Category Option Group
      F_CATEGORY_OPTION_GROUP_SET_DELETE Delete Category Option Group Set
      F_CONSTANT_DELETE Delete Constant
      F_DATAELEMENT_DELETE Delete Data Element
      F_DATAELEMENTGROUPSET_DELETE Delete Data Element Group Sets
      F_DATAELEMENTGROUP_DELETE Delete Data Element Groups
      F_PREDICTOR_DELETE Delete data predictor
      F_PREDICTORGROUP_DELETE Delete data predictor group
      F_DATASET_DELETE Delete Data Set
      F_DOCUMENT_DELETE Delete Document
      F_EVENT_HOOK_DELETE Delete Event Hook
      F_EXTERNAL_MAP_LAYER_DELETE Delete External Map Layer
      F_INDICATOR_DELETE Delete Indicator
      F_INDICATORGROUP_DELETE Delete Indicator Group
      F_INDICATORGROUPSET_DELETE Delete Indicator Group Sets
      F_INDICATORTYPE_DELETE Delete Indicator Type
      F_LEGEND_SET_DELETE Delete Legend Set
      F_LOCALE_DELETE Delete Locale
      F_OPTIONGROUP_DELETE Delete Option Group
      F_OPTIONGROUPSET_DELETE Delete Option Group Set
      F_OPTIONSET_DELETE Delete Option Set
      F_ORGANISATIONUNIT_DELETE Delete Organisation Unit
      F_ORGUNITGROUP_DELETE Delete Organisation Unit Group
      F_ORGUNITGROUPSET_DELETE Delete Organisation Unit Group Set
      F_PROGRAM_DELETE Delete Program
      F_PROGRAM_INDICATOR_DELETE Delete Program Indicator
      F_PROGRAM_INDICATOR_GROUP_DELETE Delete Program Indicator Group
      F_PROGRAM_RULE_DELETE Delete Program Rule
      F_PROGRAMSTAGE_DELETE Delete Program Stage
      F_RELATIONSHIPTYPE_DELETE Delete Relationship Type
      F_REPORT_DELETE Delete Report
      F_SECTION_DELETE Delete Section
      F_SQLVIEW_DELETE Delete SQL View
      F_TRACKED_ENTITY_DELETE Delete Tracked Entity
      F_TRACKED_ENTITY_ATTRIBUTE_DELETE Delete Tracked Entity Attribute
      F_USER_DELETE Delete User
      F_USERGROUP_DELETE Delete User Group
      F_USERROLE_DELETE Delete User Role
      F_USER_DELETE_WITHIN_MANAGED_GROUP Delete User Within Managed Group
      F_VALIDATIONRULE_DELETE Delete Validation Rule
      F_VALIDATIONRULEGROUP_DELETE Delete Validation Rule Group
      F_RELATIONSHIPTYPE_PRIVATE_ADD F_RELATIONSHIPTYPE_PRIVATE_ADD
      F_RELATIONSHIPTYPE_PUBLIC_ADD F_RELATIONSHIPTYPE_PUBLIC_ADD
      F_ROUTE_DELETE F_ROUTE_DELETE
      F_OAUTH2_CLIENT_MANAGE Manage OAuth2 Client
      F_PROGRAM_RULE_MANAGEMENT Manage program rule
      F_CATEGORY_OPTION_COMBO_MERGE Merge Category Option Combos
      F_CATEGORY_OPTION_MERGE Merge Category Options
      F_DATA_ELEMENT_MERGE Merge Data Elements
      F_METADATA_MANAGE Metadata sync
      F_SCHEDULING_ADMIN Scheduling Administration
      F_MOBILE_SENDSMS Send SMS
      F_MOBILE_SETTINGS Set mobile settings
      F_ORGANISATIONUNITLEVEL_UPDATE Update Organisation Unit Level
      F_TRACKED_ENTITY_UPDATE Update tracked entities
      F_PREVIOUS_IMPERSONATOR_AUTHORITY User Impersonation (switch back)
      F_JOB_LOG_READ View Job Execution Logs`,
  },
  {
    since: 43,
    lines: `
      F_CATEGORY_COMBO_MERGE F_CATEGORY_COMBO_MERGE
      F_CATEGORY_MERGE F_CATEGORY_MERGE`,
  },
];

/** The authorities of a release, by name. */
function authoritiesOf(version: number): { readonly id: string; readonly name: string }[] {
  const known = blocks.filter((block) => holdsFor(version, block));
  const all = known.flatMap(({ lines }) =>
    lines
      .slice(1)
      .split("\n")
      .map((line) => {
        const [id = "", ...words] = line.slice(6).split(" ");
        return { id, name: words.join(" ") };
      }),
  );
  const key = ({ name }: { readonly name: string }): string => name.toLowerCase();
  return all.sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}

/** `/api/authorities`. */
export const authorityRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "authorities",
    handler: ({ server }) => json({ systemAuthorities: authoritiesOf(server.schemas.data.version) }),
    parameters: [],
  },
];
