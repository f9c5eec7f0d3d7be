// Made from the JSON Schema of the same name; change nothing here.

/** A document that says who owns which responsibility, also called a responsibility matrix. */
export interface Ownership {
  /** The kind of document. */
  kind: "ownership";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Identifies the document. */
  id?: string;
  /** The units and periods for which a responsibility without a row is owned by nobody. */
  covers: Coverage[];
  /** The responsibilities of units, with their owners. */
  rows: DistrictOwned[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A period for which a document is complete about a unit, so that its silence means no. About other units and days, silence means unknown. */
export interface Coverage {
  /** The unit about which the document is complete. */
  unit: Unit;
  /** The first day that is covered. */
  from: string;
  /** The last day that is covered; absent means that the document is kept up to date. */
  until?: string;
}

/** A responsibility of a unit, with its owners. */
export interface DistrictOwned {
  /** What somebody is responsible for. */
  responsibility: "guidance" | "visibility" | "funding" | "politicalSupport" | "technology" | "supportProcess" | "atRiskThresholds" | "familyInformation" | "guidelines" | "implementationDetails" | "teamMeetings" | "schoolMeetings" | "professionalDevelopment" | "countyPlan";
  /** The unit that the owners belong to. */
  unit: Unit;
  /** Who owns the responsibility together; an empty list means that nobody does. */
  owners: DistrictOwner[];
  /** The first day. */
  from: string;
  /** The last day; absent while the owners own it. */
  until?: string;
}

/** Exactly one of a team, a role, a department and everybody. */
export interface DistrictOwner {
  /** The id of a team. */
  team?: string;
  /** A role, such as district coordinator, or one that the document of the teams adds. */
  role?: string;
  /** A department of the district. */
  department?: "teachingAndLearning" | "studentSupports" | "specialEducation" | "other";
  /** Says that everybody owns it, which in practice means nobody. */
  everybody?: boolean;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
