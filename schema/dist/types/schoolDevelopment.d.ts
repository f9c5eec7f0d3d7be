// Made from the JSON Schema of the same name; change nothing here.

/** Development is the school-based professional development of a district: training, coaching and other support within each school. */
export interface SchoolDevelopment {
  /** names what the document is */
  kind: "schoolDevelopment";
  /** is the version of the schema */
  schemaVersion: 1;
  /** schools are the schools and years. */
  schools: CoachingSchoolDevelopment[];
}

/** Provision is one support that a school plans. */
export interface CoachingProvision {
  /** support is training, coaching or another support. */
  support: "coaching" | "training" | "dataCoordination" | "other";
  /** purpose is initial or sustained implementation. */
  purpose: "initial" | "sustained";
  /** need is the need that it answers, such as the id of a condition that warrants coaching. */
  need?: string;
}

/** SchoolDevelopment is the professional development of one school in one year. */
export interface CoachingSchoolDevelopment {
  /** unit is the school. */
  unit: Unit;
  /** from is the first day. */
  from: string;
  /** until is the last day. */
  until: string;
  /** planned are the supports that are planned. */
  planned: CoachingProvision[];
  /** access counts the staff who have access, of all staff, new staff included. */
  access: Tally;
  /** benefit counts the staff who say that they benefit, of those asked; absent means that none were asked. */
  benefit?: Tally;
  /** fidelity counts what was delivered as planned, of what was planned; absent means not measured. */
  fidelity?: Tally;
  /** impact counts the staff who use what they learned, of those observed; absent means not measured. */
  impact?: Tally;
}

/** Tally is so many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between Earned/Possible and (Earned+Unknown)/Possible. The zero value is 0 of 0, whose share is undefined. */
export interface Tally {
  /** earned is what is certain, 0 or more. */
  earned: number;
  /** possible is the most there can be, at least Earned + Unknown. */
  possible: number;
  /** unknown is what may yet be added to Earned, 0 or more. */
  unknown: number;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
