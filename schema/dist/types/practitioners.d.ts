// Made from the JSON Schema of the same name; change nothing here.

/** Practitioners is a document of those who are intended to use innovations. */
export interface Practitioners {
  /** kind is "practitioners"; writing sets it. */
  kind: "practitioners";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** intended are the practitioners, each for one innovation in one unit. Nobody stands twice on one day for one innovation. */
  intended: FidelityPractitioner[];
}

/** Practitioner is somebody who is intended to use an innovation, from a day to a day. Turnover is an end for the one who leaves and a beginning for the one who comes; who moves to another unit does both. */
export interface FidelityPractitioner {
  /** practitioner is an opaque identifier, never a name. */
  practitioner: string;
  /** unit is the classroom, school or other unit where they work. */
  unit: Unit;
  /** innovation is what they are intended to use. */
  innovation: string;
  /** from is the first day; absent means from the start. */
  from?: string;
  /** until is the last day; absent means for good. */
  until?: string;
  /** vacant marks a position that nobody fills. It is intended, not employed, and nobody can observe it. */
  vacant?: boolean;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
