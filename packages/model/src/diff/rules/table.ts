import type { SubjectKind } from "../change.ts";
import type { Rule, RuleOf } from "../rule.ts";
import { betweenSchemas } from "./between-schemas.ts";
import { componentPropertyRules, componentRules, documentRules } from "./components.ts";
import { bodyRules, mediaTypeRules, responseRules } from "./contents.ts";
import { modelKindRules, modelRules } from "./models.ts";
import { operationRules, parameterRules } from "./operations.ts";
import { propertyRules } from "./properties.ts";
import { propertyConstraintRules } from "./property-constraints.ts";
import { propertyTypeRules } from "./property-types.ts";
import { behaviourRules, enumMemberRules, enumRules, resourceRules } from "./resources.ts";

/** All rules by which two servers are compared, by what they are about. */
export const rulesBySubject: { readonly [Kind in SubjectKind]: readonly RuleOf<Kind>[] } = {
  model: [...modelKindRules, ...betweenSchemas(modelRules)],
  property: [...betweenSchemas([...propertyRules, ...propertyConstraintRules]), ...propertyTypeRules],
  resource: resourceRules,
  enum: enumRules,
  "enum-member": enumMemberRules,
  behaviour: behaviourRules,
  operation: operationRules,
  parameter: parameterRules,
  body: bodyRules,
  response: responseRules,
  "media-type": mediaTypeRules,
  component: componentRules,
  "component-property": componentPropertyRules,
  document: documentRules,
};

/** The same rules in one list. */
export const diffRules: readonly Rule[] = Object.values(rulesBySubject).flat();
