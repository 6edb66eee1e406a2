import { holdsFor, type Releases } from "../schema/releases.ts";

/** Every check of the three releases, as `name:code`. */
const everywhere = `
  categories_no_options:CNO categories_one_default_category:CODC
  categories_one_default_category_combo:CODCC categories_one_default_category_option:CODCO
  categories_one_default_category_option_combo:CODCOC categories_same_category_options:CSCO
  categories_unique_category_combo:CUCC category_combos_unused:CCU category_option_combos_disjoint:COCD
  category_option_group_sets_incomplete:COGSI category_option_group_sets_scarce:COGSS
  category_option_groups_scarce:COGS category_options_excess_groupset_membership:COEGM
  category_options_no_categories:CONC category_options_shared_within_category_combo:COSWCC
  catoptioncombos_no_catcombo:CNC cocs_wrong_cardinality:CWC dashboards_no_items:DNI
  dashboards_not_viewed_one_year:DNVOY data_element_groups_scarce:DEGS
  data_elements_aggregate_abandoned:DEAA data_elements_aggregate_no_analysis:DEANA
  data_elements_aggregate_no_data:DEAND data_elements_aggregate_no_groups:DEANG
  data_elements_aggregate_with_different_period_types:DEAWDPT
  data_elements_in_data_set_not_in_form:DEIDSNIF data_elements_violating_exclusive_group_sets:DEVEGS
  data_elements_without_datasets:DEWD datasets_empty:DE datasets_not_assigned_to_org_units:DNATOU
  indicator_group_sets_scarce:IGSS indicator_groups_scarce:IGS indicator_no_analysis:INA
  indicator_types_duplicated:ITD indicators_duplicated_terms:IDT indicators_exact_duplicates:IED
  indicators_not_grouped:ING indicators_violating_exclusive_group_sets:IVEGS
  indicators_with_identical_formulas:IWIF indicators_with_invalid_denominator:IWID
  indicators_with_invalid_numerator:IWIN invalid_category_combos:ICC maps_not_viewed_one_year:MNVOY
  option_sets_wrong_sort_order:OSWSO options_sets_empty:OSE options_sets_unused:OSU
  org_units_not_in_compulsory_group_sets:OUNICGS org_units_with_cyclic_references:OUWCR
  organisation_units_violating_exclusive_group_sets:OUVEGS organisation_units_without_groups:OUWG
  orgunit_groups_scarce:OGS orgunits_invalid_geometry:OIG orgunits_multiple_roots:OMR
  orgunits_multiple_spaces:OMS orgunits_no_coordinates:ONC orgunits_not_contained_by_parent:ONCBP
  orgunits_null_island:ONI orgunits_openingdate_gt_closeddate:OOGC orgunits_orphaned:OO
  orgunits_same_name_and_parent:OSNAP orgunits_trailing_spaces:OTS periods_3y_future:P3F
  periods_distant_past:PDP periods_same_start_date_period_type:PSSDPT program_indicator_groups_scarce:PIGS
  program_indicators_with_invalid_expressions:PIWIE program_indicators_with_invalid_filters:PIWIF
  program_indicators_without_expression:PIWE program_rule_actions_without_data_object:PRAWDO
  program_rule_actions_without_notification:PRAWN program_rule_actions_without_section:PRAWS
  program_rule_actions_without_stage_id:PRAWSI program_rule_variables_without_attribute:PRVWA
  program_rule_variables_without_data_element:PRVWDE program_rules_message_no_template:PRMNT
  program_rules_no_action:PRNA program_rules_no_priority:PRNP program_rules_without_condition:PRWC
  program_stages_no_programs:PSNP user_groups_scarce:UGS user_roles_no_authorities:URNA
  user_roles_with_no_users:URWNU users_capture_ou_not_in_data_view_ou:UCONIDVO
  users_capture_ou_not_in_tei_search_ou:UCONITSO users_with_invalid_usernames:UWIU
  users_with_no_user_role:UWNUR validation_rule_groups_scarce:VRGS
  validation_rules_missing_value_strategy_null:VRMVSN
  validation_rules_with_invalid_left_side_expression:VRWILSE
  validation_rules_with_invalid_right_side_expression:VRWIRSE validation_rules_without_groups:VRWG
  visualizations_not_viewed_one_year:VNVOY`;

/** Checks that not every release has (13-maintenance "checks" of each release). */
const others: readonly (Releases & { readonly names: string })[] = [
  { until: 41, names: "data_elements_aggregate_aggregation_operator:DEAAO" },
  {
    until: 42,
    names: `
      single_events_null_occurred_date:SENOD tracker_associate_is_deprecated:TAID
      tracker_geometry_invalid_srid:TGIS`,
  },
  { since: 42, until: 42, names: "push_analysis_no_recipients:PANR" },
  {
    since: 42,
    names: `
      categories_dimensions_no_visualizations:CDNV category_option_combos_have_duplicates:COCHD
      category_option_combos_no_names:COCNN category_options_default_incorrect_sharing:CODIS
      data_elements_can_aggregate_with_none_operator:DECAWNO
      data_elements_cannot_aggregate_operator_not_none:DECAONN datasets_custom_data_entry_forms_empty:DCDEFE
      datasets_same_name:DSN file_resources_no_icon:FRNI option_groups_empty:OGE
      programs_custom_data_entry_forms_empty:PCDEFE programs_inconsistent_tracked_entity_type:PITET
      users_with_all_authority:UWAA users_with_app_hub_authority:UWAHA`,
  },
  {
    since: 43,
    names: `
      program_rules_inconsistent_program_program_stage:PRIPPS tracked_entity_attribute_null_value:TEANV
      tracked_entity_attributes_invalid_trigram_search_configuration:TEAITSC
      tracked_entity_attributes_trigram_index_out_of_sync:TEATIOOS
      tracked_entity_attributes_trigram_index_overview:TEATIO`,
  },
];

/** The checks of a release: its names, by codes and by themselves. */
function namesOf(version: number): ReadonlyMap<string, string> {
  const lists = others.filter((list) => holdsFor(version, list));
  const known = new Map<string, string>();
  for (const entry of [everywhere, ...lists.map(({ names }) => names)].join(" ").trim().split(/\s+/)) {
    const [name = "", code = ""] = entry.split(":");
    known.set(name, name);
    known.set(code, name);
  }
  return known;
}

/** The checks that are meant by names, codes and patterns with `*`; what a release does not know is left out. */
export function checksMeant(asked: readonly string[], version: number): string[] {
  const known = namesOf(version);
  const meant = new Set<string>();
  for (const one of asked) {
    if (one.includes("*")) {
      const pattern = new RegExp(`^${one.replaceAll(/[^\w*]/g, "").replaceAll(/\*+/g, ".*")}$`);
      for (const name of known.values()) if (pattern.test(name)) meant.add(name);
    } else {
      const name = known.get(one) ?? known.get(one.toUpperCase());
      if (name !== undefined) meant.add(name);
    }
  }
  return [...meant];
}
