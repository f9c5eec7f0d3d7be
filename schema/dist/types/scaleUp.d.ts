// Made from the JSON Schema of the same name; change nothing here.

/** A plan to take an innovation from a first partner to further districts, or within a district to further schools. */
export interface ScaleUp {
  /** The kind of document. */
  kind: "scaleUp";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The ISD or district whose plan it is. */
  unit: Unit;
  /** What is scaled up. Descriptive only. */
  innovation: string;
  /** The districts that an ISD may work with; absent means that they are not known. A district's plan has none. */
  partners?: ReadinessPartner[];
  /** The groups of districts or schools that begin together. */
  cohorts: ReadinessCohort[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A group of districts or schools that begin together. */
export interface ReadinessCohort {
  /** Names the cohort. */
  id: string;
  /** The districts or schools that are planned for it. */
  units: string[];
  /** The day on which it should begin. */
  planned: string;
  /** The units that began, and when; absent means that this is not known once the planned day has come, an empty list that none has begun. */
  started?: ReadinessStarted[];
  /** The opaque id of who trains the cohort; absent means that it is not known who does. */
  trainer?: string;
  /** The opaque id of who coaches the cohort's coordinators; absent means that it is not known who does. */
  coach?: string;
  /** The opaque ids of those who observed and attended this cohort so as to train and coach later ones themselves. */
  learned?: string[];
}

/** A district that an ISD may work with, once each chose the other. */
export interface ReadinessPartner {
  /** The district that an ISD may work with. */
  district: string;
  /** The day on which the ISD chose the district; absent while it has not. */
  byISD?: string;
  /** The day on which the district chose the ISD; absent while it has not. */
  byDistrict?: string;
}

/** A unit that began. */
export interface ReadinessStarted {
  /** Which unit of the cohort began. */
  unit: string;
  /** The day on which it began. */
  on: string;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
