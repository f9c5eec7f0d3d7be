// Made from the JSON Schema of the same name; change nothing here.

/** Dosages is a document of dosages. */
export interface Dosages {
  /** names what the document is */
  kind: "dosages";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** dosages are the dosages, in any order. A day of a practitioner, unit and innovation is in only one of those that count the same thing. */
  dosages: FidelityDosage[];
}

/** Dosage is how much of an innovation, or of the coaching for it, was delivered of what was planned. Package coaching counts the dosage of coaching of a plan. */
export interface FidelityDosage {
  /** plan is the plan by which it was planned, such as a service delivery plan of coaching; absent where there is none. */
  plan?: string;
  /** practitioner is the person who delivered it; for coaching, the person or team who received it. */
  practitioner: string;
  /** unit is the classroom, school or other unit where it was delivered. */
  unit: Unit;
  /** innovation is what was delivered, or what the coaching was for; absent means not stated. */
  innovation?: string;
  /** from is the first day of the period. */
  from: string;
  /** until is the last day of the period. */
  until: string;
  /** planned is how much was planned, in Of. */
  planned: number;
  /** delivered is how much was delivered; absent means that it is not known. */
  delivered?: number;
  /** open is whether more may have been delivered than is known. */
  open?: boolean;
  /** of is what is counted, in the plural: "sessions", "minutes". */
  of: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
