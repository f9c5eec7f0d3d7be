// Made from the JSON Schema of the same name; change nothing here.

/** ShareReport says how many of the intended practitioners are at fidelity on a day. Each observation given is counted once among OfIntended, NotIntended, Later, Repeated, Corrected, OtherInnovation and Refused. */
export interface FidelityReport {
  /** names what the document is */
  kind: "fidelityReport";
  /** is the version of the schema */
  schemaVersion: 1;
  /** on is the day. */
  on: string;
  /** policy is the policy that they were judged by. */
  policy: FidelityPolicy;
  /** shares are the shares of every unit that practitioners work in, and of every unit above it, by innovation: from the smallest kind of unit up, then by id and innovation. */
  shares: Share[];
  /** ofIntended counts observations up to the day of practitioners who are intended to use the innovation on it. */
  ofIntended: number;
  /** notIntended counts observations of other practitioners and of vacant positions. They are in no share. */
  notIntended: number;
  /** later counts observations after the day, which were not used. */
  later: number;
  /** repeated counts observations that are there before, which count once. */
  repeated: number;
  /** corrected counts observations that another one supersedes or voids, and those that only void. */
  corrected: number;
  /** otherInnovation counts observations of innovations that the policy is not for. */
  otherInnovation: number;
  /** refused counts observations with problems. */
  refused: number;
  /** repeatedPractitioners counts assignments that are there before, or that a roster decides which is confirmed for longer. */
  repeatedPractitioners?: number;
  /** refusedPractitioners counts assignments with problems. */
  refusedPractitioners: number;
  /** caveats say what is unknown, and why. */
  caveats: Notice[];
}

/** DimensionScore is the points of one dimension. */
export interface FidelityDimensionScore {
  /** dimension is the dimension. */
  dimension: "adherence" | "exposure" | "quality" | "responsiveness" | "differentiation" | "coaching.adherence" | "coaching.quality" | "coaching.responsiveness" | "coaching.dose";
  /** score is its points. */
  score: Tally;
}

/** Policy is a document that says when a practitioner is at fidelity. Its choices are the district's, since sources state only the criterion. */
export interface FidelityPolicy {
  /** names what the document is */
  kind: "fidelityPolicy";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the policy. */
  id?: string;
  /** innovation is the innovation that the policy is for; absent means all. */
  innovation?: string;
  /** formerNames are names that the innovation had before. What is under one of them is of the innovation. */
  formerNames?: string[];
  /** instrument is the instrument, and the version, that the criterion belongs to. */
  instrument: InstrumentRef;
  /** atLeast is the least share of points at fidelity. */
  atLeast: string;
  /** versions are further versions of the instrument, each with a criterion of its own, by which observations with that version are judged. */
  versions?: FidelityVersionCut[];
  /** currentDays is how many days after its date an observation counts, the last of them included. Absent, and unless ForGood is set, it counts through the end of the same window of the next year, or where it was made in no window, through the same day of the next year; no source states a term, so this is inferred. */
  currentDays?: number;
  /** windows are the windows of a year in which observations are made; absent with CurrentDays and ForGood. */
  windows?: Window[];
  /** forGood has observations count for good; absent with CurrentDays. */
  forGood?: boolean;
  /** choice is which of several current observations counts; absent means latest. */
  choice?: "latest" | "best" | "meanOfLast" | "eachOfLast";
  /** last is how many observations meanOfLast and eachOfLast take; absent with another choice. */
  last?: number;
  /** vacant is how vacant positions count among the intended; absent means notAtFidelity. */
  vacant?: "notAtFidelity" | "unknown" | "leftOut";
  /** trained leaves out observations by observers who were not trained for the instrument on or before the day of the observation. Without it they count, with a caveat. */
  trained?: boolean;
  /** trainingDays is how many days after its day a training counts, the last of them included; absent means for good. */
  trainingDays?: number;
  /** source is where the criterion is stated. */
  source?: Source;
}

/** VersionCut is the criterion of a version of an instrument. */
export interface FidelityVersionCut {
  /** version is the version. */
  version: string;
  /** atLeast is the least share of points at fidelity. */
  atLeast: string;
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

/** share is the share of practitioners at fidelity in one unit. */
export interface Share {
  /** unit is the unit. */
  unit: Unit;
  /** innovation is the innovation. */
  innovation: string;
  /** atFidelity counts practitioners at fidelity. */
  atFidelity: number;
  /** notAtFidelity counts those who are not. */
  notAtFidelity: number;
  /** open counts those who may or may not be, since points are unknown. */
  open: number;
  /** unobserved counts those without an observation. */
  unobserved: number;
  /** tooFew counts those with fewer observations than the policy takes. */
  tooFew: number;
  /** expired counts those whose observations no longer count. */
  expired: number;
  /** untrained counts those observed only by observers without current training. */
  untrained: number;
  /** vacant counts vacant positions, which are in no other count. */
  vacant: number;
  /** vacantAs is how these count among the intended; absent means notAtFidelity. */
  vacantAs?: "notAtFidelity" | "unknown" | "leftOut";
  /** confirmedThrough is the last day for which the roster is confirmed, where the share is of a later one: then it is not known who is intended, every tally is 0 of 0, and the counts are of those who were known last. Absent where the roster holds. */
  confirmedThrough?: string;
  /** doubtful counts those judged, one way or the other, by an observation whose observer's training is not stated or was not current. */
  doubtful: number;
  /** oldest is the day of the oldest observation that somebody is judged by; absent where nobody is. */
  oldest?: string;
  /** latestExpired is the day of the latest observation of those who are expired; absent where nobody is. */
  latestExpired?: string;
  /** dimensions are the points by dimension of the observations that the practitioners are judged by; those without points are left out. */
  dimensions: FidelityDimensionScore[];
  /** intended counts those at fidelity of all who are intended. */
  intended: StatedTally;
  /** employed counts them of those positions that are not vacant. */
  employed: StatedTally;
  /** observed counts them of those who have an observation that counts. */
  observed: StatedTally;
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

/** Tally is so many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between Earned/Possible and (Earned+Unknown)/Possible. The zero value is 0 of 0, whose share is undefined. */
export interface Tally {
  /** earned is what is certain, 0 or more. */
  earned: number;
  /** possible is the most there can be, at least Earned + Unknown. */
  possible: number;
  /** unknown is what may yet be added to Earned, 0 or more. */
  unknown: number;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}

/** Window is a stretch of days that comes back every year, both ends included, such as the months in which an assessment is given. It may run over the turn of the year. The zero value contains no date. */
export interface Window {
  /** id names the window within a schedule, such as "fall". */
  id: string;
  /** from is the first day, To the last. */
  from: string;
  /** to is the last day. */
  to: string;
  /** source says where the window is stated. */
  source?: Source;
}
