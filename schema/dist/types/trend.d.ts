// Made from the JSON Schema of the same name; change nothing here.

/** Trend is how one unit's results changed over time. */
export interface Trend {
  /** names what the document is */
  kind: "trend";
  /** is the version of the schema */
  schemaVersion: 1;
  /** unit is the unit; absent where there are no results. */
  unit?: Unit;
  /** on is the day that the trend is as of. Later results are left out. */
  on: string;
  /** leftOut is how many results were left out because they are later. */
  leftOut: number;
  /** points are the results by date. */
  points: DcaTrendPoint[];
  /** changes are how the total and each subscale changed from the first point that has it, such as the baseline, to the last one; the total comes first, under "". A scale with one point has no change; if the trend has several points, a caveat says so. */
  changes: DcaScaleChange[];
  /** recent are the changes from the last point but one that has the scale to the last. */
  recent: DcaScaleChange[];
  /** firstAtCriterion says for each criterion when it was first met, and the latest verdict on it. */
  firstAtCriterion: DcaCriterionDay[];
  /** missed are the windows between the baseline and the day of asking that are over and in which nothing was administered. */
  missed: ScheduleDue[];
  /** caveats are those of the results, without repetitions, and those of the trend. */
  caveats: Notice[];
}

/** CriterionDay is the verdict on a criterion at one result, and when it was first met up to then. */
export interface DcaCriterionDay {
  /** id names the criterion. */
  id: string;
  /** verdict is the verdict at that result. */
  verdict: "met" | "notMet" | "undetermined";
  /** on is the first day on which it was certainly met; absent where it was not yet. */
  on?: string;
  /** notExcluded is the first day before that on which it was undetermined, so that it may have been met already; absent where there is none. */
  notExcluded?: string;
}

/** ScaleChange is how the share of one scale changed. With unknown points on either side, both verdicts may be undetermined; it is certain to have stayed the same where both are notMet. */
export interface DcaScaleChange {
  /** id is the subscale's id; "" for the total. */
  id: string;
  /** from is the earlier score. */
  from: Score;
  /** fromDate is its day. */
  fromDate: string;
  /** to is the later score. */
  to: Score;
  /** toDate is its day. */
  toDate: string;
  /** rose says whether the share rose. */
  rose: "met" | "notMet" | "undetermined";
  /** fell says whether the share fell. */
  fell: "met" | "notMet" | "undetermined";
}

/** TrendPoint is one result. */
export interface DcaTrendPoint {
  /** administration is the id of what was scored, if it has one. */
  administration?: string;
  /** date is the day of the administration. */
  date: string;
  /** window is the window that the day is in; "" for none. */
  window: string;
  /** total is the total; null where there is none. */
  total: Score | null;
  /** subscales are the subscales' scores. */
  subscales: Score[];
  /** criteria are the verdicts on the criteria, in their order. */
  criteria: DcaCriterionDay[];
}

/** exact is a share from its worst to its best case, exactly. */
export interface Exact {
  /** low is the worst case; absent where it is open. */
  low?: string;
  /** high is the best case; absent where it is open. */
  high?: string;
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

/** Due is something that is to be done: what, of whom, by whom and by when, and how that stands on the day of asking. */
export interface ScheduleDue {
  /** unit is the unit in which it is to be done. */
  unit: Unit;
  /** what is what is to be done. */
  what: "administration" | "observation" | "training" | "activity" | "decision" | "barrier" | "coaching" | "session" | "survey";
  /** subject is whom or what it is about: the practitioner of an observation, the activity of a plan; absent for an administration, which is about the unit. */
  subject?: string;
  /** innovation is what it is for; absent where it is for no single one. */
  innovation?: string;
  /** schedule is the id of the schedule, plan or other document that asks for it. */
  schedule?: string;
  /** instrument is what is to be administered, or observed with; absent for anything else. */
  instrument?: InstrumentRef;
  /** reason is what it goes by. */
  reason: "baseline" | "window" | "meeting" | "unknown" | "expiry" | "plan";
  /** window is the id of the window; absent for another reason. */
  window?: string;
  /** standing is what is known on the day of asking, in a word of the document that it comes from, such as "expired" or "underWay"; absent where nothing more is to say. */
  standing?: string;
  /** completedBy is who does it, a role or an opaque id; absent where that is not stated. */
  completedBy?: string;
  /** submittedBy is who hands in the result; absent where that is not stated. */
  submittedBy?: string;
  /** from is the first day on which it is on time; absent where any day is. */
  from?: string;
  /** until is the last day on which it is on time; absent where none is known. */
  until?: string;
  /** status says whether it is done, open, missed or coming. */
  status: "done" | "open" | "missed" | "coming";
  /** done is the day on which it was done; after Until where that was too late. Absent where it was not done. */
  done?: string;
  /** source is where it is stated that it is due; absent where a document of the host says so. */
  source?: Source;
}

/** score is the score of a subscale or the total. Percent, low, high and mean are for display; verdicts never come from them. */
export interface Score {
  /** id is the subscale's id; absent for the total. */
  id?: string;
  /** label is the subscale's short label. */
  label?: string;
  /** earned is the points that are certain; absent for a mean of subscales. */
  earned?: number;
  /** possible is the most points there can be; absent for a mean of subscales. */
  possible?: number;
  /** unknown is the points that may yet be earned; absent for a mean of subscales. */
  unknown?: number;
  /** of is "subscales" for a total that is the mean of the subscales' shares. */
  of?: "subscales";
  /** share is the share of a mean of subscales, exactly. */
  share?: Exact;
  /** full is the most points of the whole scale, where items that do not apply or were left out make it shorter. */
  full?: number;
  /** prorated is the points that the share comes to on the whole scale, where a policy says so. */
  prorated?: string;
  /** notApplicable is set where no item of the subscale applies. */
  notApplicable?: boolean;
  /** items is how many items the mean score is of. */
  items?: number;
  /** percent is the share with one decimal, for display; null while points are unknown, and for 0 of 0. */
  percent: string | null;
  /** low is the share in the worst case, with one decimal. */
  low: string | null;
  /** high is the share in the best case, with one decimal. */
  high: string | null;
  /** mean is the mean score per item with two decimals, where the instrument reports one and no points are unknown. */
  mean?: string;
  /** itemsAtTop is how many items have their greatest score, where the instrument reports that. */
  itemsAtTop?: StatedTally;
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

/** statedTally is a tally with its share for display. */
export interface StatedTally {
  /** earned is what is certain, 0 or more. */
  earned: number;
  /** possible is the most there can be, at least Earned + Unknown. */
  possible: number;
  /** unknown is what may yet be added to Earned, 0 or more. */
  unknown: number;
  /** percent is the share with one decimal; null while something is unknown. */
  percent: string | null;
  /** low is the share in the worst case. */
  low: string | null;
  /** high is the share in the best case. */
  high: string | null;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
