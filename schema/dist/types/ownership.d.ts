// Made from the JSON Schema of the same name; change nothing here.

/** Ownership is a document that says who owns which responsibility, also called a responsibility matrix. */
export interface Ownership {
  /** names what the document is */
  kind: "ownership";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id identifies the document. */
  id?: string;
  /** covers are the units and periods for which a responsibility without a row is owned by nobody. */
  covers: Coverage[];
  /** rows are the responsibilities of units, with their owners. */
  rows: DistrictOwned[];
}

/** Coverage is a period for which a document is complete about a unit, so that its silence means no. About other units and days, silence means unknown. */
export interface Coverage {
  /** unit is the unit. */
  unit: Unit;
  /** from is the first day that is covered. */
  from: string;
  /** until is the last day that is covered; absent means that the document is kept up to date. */
  until?: string;
}

/** Owned is a responsibility of a unit, with its owners. */
export interface DistrictOwned {
  /** responsibility is the responsibility. */
  responsibility: "guidance" | "visibility" | "funding" | "politicalSupport" | "technology" | "supportProcess" | "atRiskThresholds" | "familyInformation" | "guidelines" | "implementationDetails" | "teamMeetings" | "schoolMeetings" | "professionalDevelopment" | "countyPlan";
  /** unit is the unit that the owners belong to. */
  unit: Unit;
  /** owners own the responsibility together; an empty list means that nobody does. */
  owners: DistrictOwner[];
  /** from is the first day. */
  from: string;
  /** until is the last day; absent while the owners own it. */
  until?: string;
}

/** Owner is exactly one of a team, a role, a department and everybody. */
export interface DistrictOwner {
  /** team is the id of a team. */
  team?: string;
  /** role is a role, such as districtCoordinator, or one of the teams' own roles. */
  role?: string;
  /** department is a department of the district. */
  department?: "teachingAndLearning" | "studentSupports" | "specialEducation" | "other";
  /** everybody says that everybody owns it, which in practice means nobody. */
  everybody?: boolean;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
