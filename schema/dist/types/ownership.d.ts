// Made from the JSON Schema of the same name; change nothing here.

/** Ownership is a document that says who owns which responsibility: the responsibility matrix. */
export interface Ownership {
  /** kind is "ownership"; writing sets it. */
  kind: "ownership";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** covers are the units about which silence means that nobody owns it. */
  covers: DistrictCoverage[];
  /** rows are the responsibilities with their owners. */
  rows: DistrictOwned[];
}

/** Coverage is a stretch of time about which a document tells everything of a unit, so that its silence means no. Of other units and days it means unknown. */
export interface DistrictCoverage {
  /** unit is the unit. */
  unit: Unit;
  /** from is the first day that is covered. */
  from: string;
  /** until is the last one; absent means that the document is kept up. */
  until?: string;
}

/** Owned is a responsibility in a unit, with its owners. */
export interface DistrictOwned {
  /** responsibility is one of Responsibilities. */
  responsibility: string;
  /** unit is the unit in which it is owned. */
  unit: Unit;
  /** owners own it together; none means that nobody does. */
  owners: DistrictOwner[];
  /** from is the first day. */
  from: string;
  /** until is the last day; absent while it lasts. */
  until?: string;
}

/** Owner is a team, a role, or everybody: exactly one of them. */
export interface DistrictOwner {
  /** team is the id of a team. */
  team?: string;
  /** role is a role. */
  role?: string;
  /** everybody says that all own it, which in practice nobody does. */
  everybody?: boolean;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
