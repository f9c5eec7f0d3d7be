// Made from the JSON Schema of the same name; change nothing here.

/** How one unit's results changed over time. */
export interface Trend {
  /** The kind of document. */
  kind: "trend";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The unit; absent where there are no results. */
  unit?: Unit;
  /** The day that the trend is as of. Later results are left out. */
  on: string;
  /** How many results were left out because they are later. */
  leftOut: number;
  /** The results by date. */
  points: DcaTrendPoint[];
  /** How the total and each subscale changed from the first point that has it, such as the baseline, to the last one; the total comes first, with an empty id. A scale with one point has no change; if the trend has several points, a caveat says so. */
  changes: DcaScaleChange[];
  /** The changes from the last point but one that has the scale to the last. */
  recent: DcaScaleChange[];
  /** Says for each criterion when it was first met, and the latest verdict on it. */
  firstAtCriterion: DcaCriterionDay[];
  /** The windows between the baseline and the day of asking that are over and in which nothing was administered. */
  missed: ScheduleDue[];
  /** The caveats of the results, without repetitions, and those of the trend. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** The verdict on a criterion at one result, and when it was first met up to then. */
export interface DcaCriterionDay {
  /** Names the criterion. */
  id: string;
  /** The verdict at that result. */
  verdict: "met" | "notMet" | "undetermined";
  /** The first day on which it was certainly met; absent where it was not yet. */
  on?: string;
  /** The first day before that on which it was undetermined, so that it may have been met already; absent where there is none. */
  notExcluded?: string;
}

/** How the share of one scale changed. With unknown points on either side, both verdicts may be undetermined; it is certain to have stayed the same where both are not met. */
export interface DcaScaleChange {
  /** The subscale's id; empty for the total. */
  id: string;
  /** The earlier score. */
  from: Score;
  /** The day of the earlier score. */
  fromDate: string;
  /** The later score. */
  to: Score;
  /** The day of the later score. */
  toDate: string;
  /** Says whether the share rose. */
  rose: "met" | "notMet" | "undetermined";
  /** Says whether the share fell. */
  fell: "met" | "notMet" | "undetermined";
}

/** One result. */
export interface DcaTrendPoint {
  /** The id of what was scored, if it has one. */
  administration?: string;
  /** The day of the administration. */
  date: string;
  /** The window that the day is in; empty for none. */
  window: string;
  /** The total; null where there is none. */
  total: Score | null;
  /** The subscales' scores. */
  subscales: Score[];
  /** The verdicts on the criteria, in their order. */
  criteria: DcaCriterionDay[];
}

/** A share from its worst to its best case, exactly. */
export interface Exact {
  /** The worst case; absent where it is open. */
  low?: string;
  /** The best case; absent where it is open. */
  high?: string;
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

/** Something that is to be done: what, of whom, by whom and by when, and how that stands on the day of asking. */
export interface ScheduleDue {
  /** The unit in which it is to be done. */
  unit: Unit;
  /** What is to be done. */
  what: "administration" | "observation" | "training" | "activity" | "decision" | "barrier" | "coaching" | "session" | "survey";
  /** Whom or what it is about: the practitioner of an observation, the activity of a plan; absent for an administration, which is about the unit. */
  subject?: string;
  /** What it is for; absent where it is for no single one. */
  innovation?: string;
  /** The id of the schedule, plan or other document that asks for it. */
  schedule?: string;
  /** What is to be administered, or observed with; absent for anything else. */
  instrument?: InstrumentRef;
  /** What makes it due, such as a window, a term or a plan. */
  reason: "baseline" | "window" | "meeting" | "unknown" | "expiry" | "plan";
  /** The id of the window; absent for another reason. */
  window?: string;
  /** What is known on the day of asking, in a word of the document that it comes from, such as "expired"; absent where nothing more is to say. */
  standing?: string;
  /** Who does it, a role or an opaque id; absent where that is not stated. */
  completedBy?: string;
  /** Who hands in the result; absent where that is not stated. */
  submittedBy?: string;
  /** The first day on which it is on time; absent where any day is. */
  from?: string;
  /** The last day on which it is on time; absent where none is known. */
  until?: string;
  /** Says whether it is done, open, missed or coming. */
  status: "done" | "open" | "missed" | "coming";
  /** The day on which it was done, late where it is after the last day on time. Absent where it was not done. */
  done?: string;
  /** Where it is stated that it is due; absent where a document of the host says so. */
  source?: Source;
}

/** The score of a subscale or the total. Percent, low, high and mean are for display; verdicts never come from them. */
export interface Score {
  /** The subscale's id; absent for the total. */
  id?: string;
  /** The subscale's short label. */
  label?: string;
  /** The points that are certain; absent for a mean of subscales. */
  earned?: number;
  /** The most points there can be; absent for a mean of subscales. */
  possible?: number;
  /** The points that may yet be earned; absent for a mean of subscales. */
  unknown?: number;
  /** "subscales" for a total that is the mean of the subscales' shares. */
  of?: "subscales";
  /** The share of a mean of subscales, exactly. */
  share?: Exact;
  /** The most points of the whole scale, where items that do not apply or were left out make it shorter. */
  full?: number;
  /** The points that the share comes to on the whole scale, where a policy says so. */
  prorated?: string;
  /** Set where no item of the subscale applies. */
  notApplicable?: boolean;
  /** How many items the mean score is of. */
  items?: number;
  /** The share with one decimal, for display; null while points are unknown, and for 0 of 0. */
  percent: string | null;
  /** The share in the worst case, with one decimal. */
  low: string | null;
  /** The share in the best case, with one decimal. */
  high: string | null;
  /** The mean score per item with two decimals, where the instrument reports one and no points are unknown. */
  mean?: string;
  /** How many items have their greatest score, where the instrument reports that. */
  itemsAtTop?: StatedTally;
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

/** A tally with its share for display. */
export interface StatedTally {
  /** What is certain, such as points that were scored; 0 or more. */
  earned: number;
  /** The most there can be: at least what is earned and what is unknown together. */
  possible: number;
  /** What may yet be added to what is earned, 0 or more. */
  unknown: number;
  /** The share with one decimal; null while something is unknown. */
  percent: string | null;
  /** The share in the worst case. */
  low: string | null;
  /** The share in the best case. */
  high: string | null;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
