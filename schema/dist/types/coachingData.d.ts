// Made from the JSON Schema of the same name; change nothing here.

/** Data is what a district collects to see whether coaching works. */
export interface CoachingData {
  /** kind is "coachingData"; writing sets it. */
  kind: "coachingData";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** scores are scores of fidelity of those who are coached. */
  scores: CoachingRecipientScore[];
  /** coaching are scores of how coaches coach: the fidelity of coaching itself. */
  coaching: CoachingCoachingScore[];
  /** feedback is what those who were trained or coached answered. */
  feedback: CoachingFeedbackResult[];
  /** reviews are the occasions on which the data were looked at. */
  reviews: CoachingDataReview[];
}

/** CoachingScore is one score of how a coach coaches. */
export interface CoachingCoachingScore {
  /** coach is the coach. */
  coach: string;
  /** on is the day. */
  on: string;
  /** dimension is what was looked at. */
  dimension: "adherence" | "quality" | "responsiveness" | "dose";
  /** score is the points. */
  score: Tally;
}

/** DataReview is one occasion on which a team looked at coaching data. */
export interface CoachingDataReview {
  /** on is the day. */
  on: string;
  /** by is the team or role. */
  by: string;
  /** looked is what was looked at: contacts, fidelity of those coached, fidelity of coaching, or feedback. */
  looked: ("contacts" | "fidelity" | "coaching" | "feedback")[];
  /** decision is what was decided because of it; absent means nothing was. */
  decision?: string;
}

/** FeedbackResult is what some people answered about one thing. */
export interface CoachingFeedbackResult {
  /** about is what they were asked about: training, their confidence in using the practice, their knowledge and skill to apply it, or coaching. */
  about: "training" | "confidence" | "knowledge" | "coaching";
  /** on is the day. */
  on: string;
  /** answers are the favourable answers of those who were asked; those who did not answer are unknown. */
  answers: Tally;
}

/** RecipientScore is one score of fidelity of a coached team or person. */
export interface CoachingRecipientScore {
  /** coached is whose it is. */
  coached: string;
  /** on is the day. */
  on: string;
  /** instrument names what was used, with its version; only scores of the same one are compared. */
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
