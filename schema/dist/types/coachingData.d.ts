// Made from the JSON Schema of the same name; change nothing here.

/** What a district collects to see whether coaching works. */
export interface CoachingData {
  /** The kind of document. */
  kind: "coachingData";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** Fidelity scores of the recipients of coaching; for a team, the practitioner is the team. */
  observations: FidelityObservation[];
  /** Observations of coaches, with scores of dimensions of the fidelity of coaching; the practitioner is the coach. */
  coaching: FidelityObservation[];
  /** What people who were trained or coached answered. */
  feedback: CoachingFeedbackResult[];
  /** The occasions on which the data were looked at. */
  reviews: CoachingDataReview[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** One meeting in which a team looked at coaching data. */
export interface CoachingDataReview {
  /** The day. */
  on: string;
  /** The team or the role that reviewed the data. */
  by: string;
  /** What was looked at: contacts, fidelity of recipients, fidelity of coaching, or feedback. */
  looked: ("contacts" | "fidelity" | "coaching" | "feedback")[];
  /** What was decided because of it; absent means nothing. */
  decision?: string;
}

/** What people answered about one thing. */
export interface CoachingFeedbackResult {
  /** What they were asked about: training, their confidence in using the practice, their knowledge and skill to apply it, or coaching. */
  about: "training" | "confidence" | "knowledge" | "coaching";
  /** The day. */
  on: string;
  /** The favorable answers of all people asked; those who did not answer are unknown. */
  answers: Tally;
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
