// Made from the JSON Schema of the same name; change nothing here.

/** One unit's answers to an instrument on a day: the scores that were agreed on, item by item. */
export interface Administration {
  /** The kind of document. */
  kind: "administration";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the administration, so that results and corrections can refer to it. */
  id?: string;
  /** The id of the administration that this one corrects. */
  supersedes?: string;
  /** The id of an administration that does not count; this one then counts for nothing itself. */
  voids?: string;
  /** What was administered. */
  instrument: InstrumentRef;
  /** What was assessed. */
  unit: Unit;
  /** The day on which the scores were agreed. */
  date: string;
  /** The day on which it was entered, where that was later; the result then says so. */
  recorded?: string;
  /** The agreed scores. An item without a response is missing, like one whose response is null. */
  responses: { [key: string]: number | null };
  /** Points by subscale id, or "total", of a record of which only these are known; it then has no responses, and the result says so. */
  summary?: { [key: string]: number | null };
  /** The ids of items that do not apply. */
  notApplicable?: string[];
  /** The ids of the sections that were administered; absent means all of them. */
  sections?: string[];
  /** The role of who administered it, and when that person was trained; absent means that it is not stated. */
  administeredBy?: InstrumentAdministeredBy;
  /** Says whether the protocol of administering was kept; undetermined, or absent, where that is not known. */
  protocolKept?: "met" | "notMet" | "undetermined";
  /** What a reader of the result must know of how the scores came about, such as departures from the protocol; the result passes them on. */
  notices?: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Says who administered an assessment or made an observation, by role, never by name. */
export interface InstrumentAdministeredBy {
  /** The role, such as "data coordinator". */
  role: string;
  /** The day on which the person was trained for the instrument; absent means that it is not stated. */
  trainedOn?: string;
  /** How many days a training counts for, its last day included, where those who keep the record have a rule on it; absent means that it does not expire. */
  trainingDays?: number;
}

/** Names a definition. */
export interface InstrumentRef {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
}

/** Something that a reader of a result must know besides: what it does not cover, what it rests on, what was left out. It is not an error. */
export interface Notice {
  /** The stable name of what is noticed. */
  code: string;
  /** Says it in a sentence. */
  message: string;
  /** The message with {0}, {1} and so on in place of what is particular, so that a host can look up its translation. */
  template?: string;
  /** Fill in the places of the template, in their order. */
  params?: string[];
  /** What the notice is about, such as "record p3"; empty for the result as a whole. */
  subject?: string;
  /** Where what is noticed is stated; absent where nobody needs to look it up. */
  source?: Source;
}

/** Says where a definition, threshold or rule is stated. */
export interface Source {
  /** The name of the document or page. */
  title: string;
  /** The edition or version of the document. */
  edition?: string;
  /** The year of publication. */
  year?: number;
  /** Where the document is found. */
  url?: string;
  /** The page, item or heading within the document. */
  locator?: string;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
