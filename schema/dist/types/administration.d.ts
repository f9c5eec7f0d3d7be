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
  /** notices are what a reader of the result must know of how the scores came about, such as departures from the protocol; the result passes them on. */
  notices?: Notice[];
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

/** Notice is something that a reader of a result must know besides: what it does not cover, what it rests on, what was left out. It is not an error. */
export interface Notice {
  /** code is the stable name of what is noticed. */
  code: string;
  /** message says it in a sentence. */
  message: string;
  /** template is the message with {0}, {1} and so on in place of what is particular, so that a host can look up its translation. */
  template?: string;
  /** params fill in the places of the template, in their order. */
  params?: string[];
  /** subject is what the notice is about, such as "record p3"; "" for the result as a whole. */
  subject?: string;
  /** source is where what is noticed is stated; the zero value where nobody needs to look it up. */
  source?: Source;
}

/** Source says where a definition, threshold or rule is stated. Title is required; the zero value means that there is none. */
export interface Source {
  /** title is the name of the document or page. */
  title: string;
  /** edition is the edition or version of the document. */
  edition?: string;
  /** year is the year of publication. */
  year?: number;
  /** url is where the document is found. */
  url?: string;
  /** locator is the page, item or heading within the document. */
  locator?: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
