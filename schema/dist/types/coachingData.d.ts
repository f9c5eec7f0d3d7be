// Made from the JSON Schema of the same name; change nothing here.

/** Data are what a district collects to see whether coaching works. */
export interface CoachingData {
  /** names what the document is */
  kind: "coachingData";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** observations are fidelity scores of the recipients of coaching; for a team, the practitioner is the team. */
  observations: FidelityObservation[];
  /** coaching are observations of coaches, with scores of dimensions of the fidelity of coaching; the practitioner is the coach. */
  coaching: FidelityObservation[];
  /** feedback is what people who were trained or coached answered. */
  feedback: CoachingFeedbackResult[];
  /** reviews are the occasions on which the data were looked at. */
  reviews: CoachingDataReview[];
}

/** DataReview is one meeting in which a team looked at coaching data. */
export interface CoachingDataReview {
  /** on is the day. */
  on: string;
  /** by is the team or role. */
  by: string;
  /** looked is what was looked at: contacts, fidelity of recipients, fidelity of coaching, or feedback. */
  looked: ("contacts" | "fidelity" | "coaching" | "feedback")[];
  /** decision is what was decided because of it; absent means nothing. */
  decision?: string;
}

/** FeedbackResult is what people answered about one thing. */
export interface CoachingFeedbackResult {
  /** about is what they were asked about: training, their confidence in using the practice, their knowledge and skill to apply it, or coaching. */
  about: "training" | "confidence" | "knowledge" | "coaching";
  /** on is the day. */
  on: string;
  /** answers are the favorable answers of all people asked; those who did not answer are unknown. */
  answers: Tally;
}

/** DimensionScore is the points of one dimension. */
export interface FidelityDimensionScore {
  /** dimension is the dimension. */
  dimension: "adherence" | "exposure" | "quality" | "responsiveness" | "differentiation" | "coaching.adherence" | "coaching.quality" | "coaching.responsiveness" | "coaching.dose";
  /** score is its points. */
  score: Tally;
}

/** Observation is one practitioner's score on a fidelity instrument on a day. */
export interface FidelityObservation {
  /** id names the observation, so that corrections can refer to it. */
  id?: string;
  /** supersedes is the id of the observation that this one corrects. */
  supersedes?: string;
  /** voids is the id of an observation that does not count; the one that voids it does not count either. */
  voids?: string;
  /** practitioner is the person who was observed. */
  practitioner: string;
  /** innovation is the innovation whose use was observed. */
  innovation: string;
  /** instrument is the instrument, and the version, that was used. */
  instrument: InstrumentRef;
  /** date is the day of the observation. */
  date: string;
  /** score is the points, of at least 1 and at most 1,000,000 possible ones. */
  score: Tally;
  /** administeredBy is the observer; absent means that it is not stated. */
  administeredBy?: InstrumentAdministeredBy;
  /** dimensions are scores of single dimensions of fidelity, where the instrument has them; each dimension at most once. */
  dimensions?: FidelityDimensionScore[];
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

/** Tally is so many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between Earned/Possible and (Earned+Unknown)/Possible. The zero value is 0 of 0, whose share is undefined. */
export interface Tally {
  /** earned is what is certain, 0 or more. */
  earned: number;
  /** possible is the most there can be, at least Earned + Unknown. */
  possible: number;
  /** unknown is what may yet be added to Earned, 0 or more. */
  unknown: number;
}
