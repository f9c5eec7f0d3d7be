// Made from the JSON Schema of the same name; change nothing here.

/** A document of observations. */
export interface Observations {
  /** The kind of document. */
  kind: "observations";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** What was observed of whom on which day, in any order. */
  observations: FidelityObservation[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** The points of one dimension. */
export interface FidelityDimensionScore {
  /** The part of fidelity that was scored, such as adherence or quality. */
  dimension: "adherence" | "exposure" | "quality" | "responsiveness" | "differentiation" | "coaching.adherence" | "coaching.quality" | "coaching.responsiveness" | "coaching.dose";
  /** The points of the dimension. */
  score: Tally;
}

/** One practitioner's score on a fidelity instrument on a day. */
export interface FidelityObservation {
  /** Names the observation, so that corrections can refer to it. */
  id?: string;
  /** The id of the observation that this one corrects. */
  supersedes?: string;
  /** The id of an observation that does not count; the one that voids it does not count either. */
  voids?: string;
  /** The person who was observed. */
  practitioner: string;
  /** The innovation whose use was observed. */
  innovation: string;
  /** The instrument, and the version, that was used. */
  instrument: InstrumentRef;
  /** The day of the observation. */
  date: string;
  /** The day on which the record was entered, where that was later. */
  recorded?: string;
  /** The points, of at least 1 and at most 1,000,000 possible ones. */
  score: Tally;
  /** The observer; absent means that it is not stated. */
  administeredBy?: InstrumentAdministeredBy;
  /** Scores of single dimensions of fidelity, where the instrument has them; each dimension at most once. */
  dimensions?: FidelityDimensionScore[];
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

/** So many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between what is earned, of what is possible, and the same with all that is unknown added. */
export interface Tally {
  /** What is certain, such as points that were scored; 0 or more. */
  earned: number;
  /** The most there can be: at least what is earned and what is unknown together. */
  possible: number;
  /** What may yet be added to what is earned, 0 or more. */
  unknown: number;
}
