// Made from the JSON Schema of the same name; change nothing here.

/** ScaleUp is a plan to take an innovation from a first partner to further districts, or within a district to further schools. */
export interface ScaleUp {
  /** names what the document is */
  kind: "scaleUp";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** unit is the ISD or district whose plan it is. */
  unit: Unit;
  /** innovation is what is scaled up. Descriptive only. */
  innovation: string;
  /** partners are the districts that an ISD may work with; absent means that they are not known. A district's plan has none. */
  partners?: ReadinessPartner[];
  /** cohorts are the cohorts. */
  cohorts: ReadinessCohort[];
}

/** Cohort is a group of districts or schools that begin together. */
export interface ReadinessCohort {
  /** id names the cohort. */
  id: string;
  /** units are the districts or schools that are planned for it. */
  units: string[];
  /** planned is the day on which it should begin. */
  planned: string;
  /** started are the units that began, and when; absent means that this is not known once the planned day has come, an empty list that none has begun. */
  started?: ReadinessStarted[];
  /** trainer trains the cohort, by an opaque id; absent means that it is not known who does. */
  trainer?: string;
  /** coach coaches the cohort's coordinators, by an opaque id; absent means that it is not known who does. */
  coach?: string;
  /** learned are those who observed and attended this cohort so as to train and coach later ones themselves, by opaque ids. */
  learned?: string[];
}

/** Partner is a district that an ISD may work with, once each chose the other. */
export interface ReadinessPartner {
  /** district is the district. */
  district: string;
  /** byISD is the day on which the ISD chose the district; absent while it has not. */
  byISD?: string;
  /** byDistrict is the day on which the district chose the ISD; absent while it has not. */
  byDistrict?: string;
}

/** Started is a unit that began. */
export interface ReadinessStarted {
  /** unit is one of the cohort's. */
  unit: string;
  /** on is the day on which it began. */
  on: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
