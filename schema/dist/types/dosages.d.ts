// Made from the JSON Schema of the same name; change nothing here.

/** A document of dosages. */
export interface Dosages {
  /** The kind of document. */
  kind: "dosages";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The dosages, in any order. A day of a practitioner, unit and innovation is in only one of those that count the same thing; the same one again is one. */
  dosages: FidelityDosage[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** How much of an innovation, or of the coaching for it, was delivered of what was planned. */
export interface FidelityDosage {
  /** The plan by which it was planned, such as a service delivery plan of coaching; absent where there is none. */
  plan?: string;
  /** The person who delivered it; for coaching, the person or team who received it. */
  practitioner: string;
  /** The classroom, school or other unit where it was delivered. */
  unit: Unit;
  /** What was delivered, or what the coaching was for; absent means not stated. */
  innovation?: string;
  /** The first day of the period. */
  from: string;
  /** The last day of the period. */
  until: string;
  /** How much was planned, in the unit that is counted. */
  planned: number;
  /** How much was delivered; absent means that it is not known. */
  delivered?: number;
  /** Whether more may have been delivered than is known. */
  open?: boolean;
  /** What is counted, in the plural: "sessions", "minutes". */
  of: string;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
