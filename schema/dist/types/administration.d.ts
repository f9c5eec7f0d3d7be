// Made from the JSON Schema of the same name; change nothing here.

/** Administration is one unit's answers to an instrument on a day: the scores that were agreed on, item by item. */
export interface Administration {
  /** names what the document is */
  kind: "administration";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the administration, so that results and corrections can refer to it. */
  id?: string;
  /** supersedes is the id of the administration that this one corrects. */
  supersedes?: string;
  /** voids is the id of an administration that does not count; this one then counts for nothing itself. */
  voids?: string;
  /** instrument is what was administered. */
  instrument: InstrumentRef;
  /** unit is what was assessed. */
  unit: Unit;
  /** date is the day on which the scores were agreed. */
  date: string;
  /** responses are the agreed scores. An item without a response is missing, like one whose response is null. */
  responses: { [key: string]: number | null };
  /** notApplicable are the ids of items that do not apply. */
  notApplicable?: string[];
  /** sections are the ids of the sections that were administered; absent means all of them. */
  sections?: string[];
  /** administeredBy says by which role, trained when; absent means that it is not stated. */
  administeredBy?: InstrumentAdministeredBy;
}

/** AdministeredBy says who administered an assessment or made an observation, by role, never by name. The zero value says nothing. */
export interface InstrumentAdministeredBy {
  /** role is the role, such as "data coordinator". */
  role: string;
  /** trainedOn is the day on which the person was trained for the instrument; absent means that it is not stated. */
  trainedOn?: string;
  /** trainingDays is how many days a training counts for, its last day included, by the rules of those who keep the record; absent means that it does not expire. No source of an instrument here states a number. */
  trainingDays?: number;
}

/** Ref names a definition. */
export interface InstrumentRef {
  /** id is the instrument's id. */
  id: string;
  /** version is its version. */
  version: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
