// Made from the JSON Schema of the same name; change nothing here.

/** TierModels is a document of the tiered delivery models of schools. */
export interface DeliveryModels {
  /** names what the document is */
  kind: "deliveryModels";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id identifies the document. */
  id?: string;
  /** schools are the models, one for each school. Nothing is known about a school without one. */
  schools: DistrictTierModel[];
}

/** Intervention is something that students get in a tier. */
export interface DistrictIntervention {
  /** id identifies the intervention. */
  id: string;
  /** fidelity is the instrument that measures whether the intervention is given as intended; absent if there is none. */
  fidelity?: InstrumentRef;
}

/** RuleRef names a rule in a set of rules. */
export interface DistrictRuleRef {
  /** set is the id of the rule set, which belongs to a district or a school. */
  set: string;
  /** rule is the id of the rule. */
  rule: string;
}

/** Tier is one tier of one domain in a school. */
export interface DistrictTier {
  /** domain is the domain of the tier. */
  domain: "academic" | "behavior" | "sel";
  /** tier is 1 for all students, 2 for some and 3 for few. */
  tier: number;
  /** interventions are what students get; in tier 1, core instruction and practices. */
  interventions: DistrictIntervention[];
  /** entry is the rule by which a student enters the tier; absent if there is none, as in tier 1. */
  entry?: DistrictRuleRef;
  /** exit is the rule by which a student leaves the tier; absent if there is none. */
  exit?: DistrictRuleRef;
}

/** TierModel is the tiered delivery model of one school. */
export interface DistrictTierModel {
  /** school is the school. */
  school: Unit;
  /** tiers are the tiers of the school in each domain. */
  tiers: DistrictTier[];
}

/** Ref names a definition. */
export interface InstrumentRef {
  /** id is the instrument's id. */
  id: string;
  /** version is its version. */
  version: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
