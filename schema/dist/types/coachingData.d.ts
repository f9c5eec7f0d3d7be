// Made from the JSON Schema of the same name; change nothing here.

/** Data are what a district collects to see whether coaching works. */
export interface CoachingData {
  /** names what the document is */
  kind: "coachingData";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** scores are fidelity scores of the recipients of coaching. */
  scores: CoachingRecipientScore[];
  /** coaching are scores of the fidelity of coaching itself. */
  coaching: CoachingCoachingScore[];
  /** feedback is what people who were trained or coached answered. */
  feedback: CoachingFeedbackResult[];
  /** reviews are the occasions on which the data were looked at. */
  reviews: CoachingDataReview[];
}

/** CoachingScore is one score of the fidelity with which a coach coaches. */
export interface CoachingCoachingScore {
  /** coach is the coach. */
  coach: string;
  /** on is the day. */
  on: string;
  /** dimension is what was scored. */
  dimension: "adherence" | "quality" | "responsiveness" | "dose";
  /** score is the points. */
  score: Tally;
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

/** RecipientScore is one fidelity score of a recipient. */
export interface CoachingRecipientScore {
  /** coached is the id of the recipient. */
  coached: string;
  /** on is the day. */
  on: string;
  /** instrument names the instrument and its version; only scores of the same one are compared. */
  instrument: string;
  /** score is the points, or the practitioners at fidelity. */
  score: Tally;
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
