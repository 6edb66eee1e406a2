import type { Referrer } from "../schema/schema.ts";

/**
 * What a reference does when the object that it names is to go. `veto` stands in the way, `namedVeto` with the names
 * of those that refer; `cascade` goes along, `clear` loses the reference, `detach` the item that holds it.
 */
export type Fate = "veto" | "namedVeto" | "cascade" | "clear" | "detach";

const vetoes = `Program.trackedEntityType ProgramStage.programStageDataElements.dataElement
  DataApprovalLevel.categoryOptionGroupSet Map.mapViews DataElement.optionSet Predictor.outputCombo
  SmsCommand.dataset SmsCommand.smsCodes.dataElement`;

const namedVetoes = `Indicator.indicatorType Predictor.output ProgramRule.programStage
  ProgramRuleAction.programStage ProgramRuleAction.programStageSection ProgramRuleVariable.programStage
  Report.visualization OrganisationUnit.parent`;

/** The order follows from a rule's place in the object: parts go with the whole. */
const cascades = `Section.dataSet ProgramStage.program ProgramIndicator.program ProgramRule.program
  ProgramRuleVariable.program ProgramSection.program ProgramStageSection.programStage
  ProgramRuleAction.programRule RelationshipType.fromConstraint.program RelationshipType.toConstraint.program
  Interpretation.visualization Interpretation.eventVisualization Interpretation.map`;

const clears = `DataSet.workflow DataSet.dataEntryForm Program.dataEntryForm ProgramStage.dataEntryForm
  MapView.legendSet MapView.program MapView.programStage MapView.organisationUnitGroupSet`;

const detaches = `DataSet.dataSetElements.dataElement Program.programTrackedEntityAttributes.trackedEntityAttribute`;

const rules = new Map<string, Fate>(
  (
    [
      ["veto", vetoes],
      ["namedVeto", namedVetoes],
      ["cascade", cascades],
      ["clear", clears],
      ["detach", detaches],
    ] as const
  ).flatMap(([fate, paths]) => paths.split(/\s+/).map((path): [string, Fate] => [path, fate])),
);

/**
 * The fate of a reference (deletion handlers of 2.41 to 2.43). Where the server has none the database decides: a
 * single reference and a required one inside a value hold what they name, membership does not.
 */
export function fateOf({ path, property, inner }: Referrer): Fate {
  const known = rules.get(path);
  if (known !== undefined) return known;
  const holds =
    inner === undefined ? property.shape === "single" : inner.shape === "single" && inner.required;
  return holds ? "namedVeto" : "detach";
}

/** Types that a refusal names by another type than their own, as the server does. */
export const vetoNames: Readonly<Record<string, string>> = {
  "Map.mapViews": "MapView",
  "ProgramRuleAction.programStage": "ProgramRule",
  "ProgramRuleAction.programStageSection": "ProgramRule",
  "Report.visualization": "Visualization",
  "SmsCommand.smsCodes.dataElement": "SMSCode",
};

/** What stands between several names. */
export const nameSeparators: Readonly<Record<string, string>> = {
  "OrganisationUnit.parent": ",",
  "ProgramRule.programStage": ", ",
  "ProgramRuleVariable.programStage": ", ",
};
