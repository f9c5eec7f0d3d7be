// Made from the JSON Schema of the same name; change nothing here.

/** Practitioners is a document of the people who are intended to use innovations. */
export interface Practitioners {
  /** names what the document is */
  kind: "practitioners";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** intended are the practitioners, each for one innovation in one unit. Who works in several units appears once for each. No one appears twice for one innovation in one unit on one day. */
  intended: FidelityPractitioner[];
}

/** Practitioner is a person who is intended to use an innovation, from one day to another. Turnover is an end for the person who leaves and a beginning for the one who comes; a move to another unit is both. Who works in two units at once counts in each, and once in the units above both. */
export interface FidelityPractitioner {
  /** practitioner is an opaque identifier, never a name. */
  practitioner: string;
  /** unit is the classroom, school or other unit where the person works. */
  unit: Unit;
  /** innovation is what the person is intended to use. */
  innovation: string;
  /** from is the first day; absent means from the start. */
  from?: string;
  /** until is the last day; absent means for good. */
  until?: string;
  /** vacant marks a vacant position. It is intended but not employed, and cannot be observed. */
  vacant?: boolean;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
