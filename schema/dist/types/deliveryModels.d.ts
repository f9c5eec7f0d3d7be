// Made from the JSON Schema of the same name; change nothing here.

/** A document of the tiered delivery models of schools. */
export interface DeliveryModels {
  /** The kind of document. */
  kind: "deliveryModels";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Identifies the document. */
  id?: string;
  /** The models, one for each school. Nothing is known about a school without one. */
  schools: DistrictTierModel[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Something that students get in a tier. */
export interface DistrictIntervention {
  /** Identifies the intervention. */
  id: string;
  /** The instrument that measures whether the intervention is given as intended; absent if there is none. */
  fidelity?: InstrumentRef;
}

/** Names a rule in a set of rules. */
export interface DistrictRuleRef {
  /** The id of the rule set, which belongs to a district or a school. */
  set: string;
  /** The id of the rule. */
  rule: string;
}

/** One tier of one domain in a school. */
export interface DistrictTier {
  /** The domain of the tier. */
  domain: "academic" | "behavior" | "sel";
  /** 1 for all students, 2 for some and 3 for few. */
  tier: number;
  /** What students get; in tier 1, core instruction and practices. */
  interventions: DistrictIntervention[];
  /** The rule by which a student enters the tier; absent if there is none, as in tier 1. */
  entry?: DistrictRuleRef;
  /** The rule by which a student leaves the tier; absent if there is none. */
  exit?: DistrictRuleRef;
}

/** The tiered delivery model of one school. */
export interface DistrictTierModel {
  /** The school that the model is of. */
  school: Unit;
  /** The tiers of the school in each domain. */
  tiers: DistrictTier[];
}

/** Names a definition. */
export interface InstrumentRef {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
