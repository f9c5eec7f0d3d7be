// Made from the JSON Schema of the same name; change nothing here.

/** Says how many of the intended practitioners are at fidelity on a day. Each observation given is counted once among "Of intended", "Not intended", "Later", "Repeated", "Corrected", "Other innovation" and "Refused". */
export interface FidelityReport {
  /** The kind of document. */
  kind: "fidelityReport";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The day. */
  on: string;
  /** The policy that they were judged by. */
  policy: FidelityPolicy;
  /** The shares of every unit that practitioners work in, and of every unit above it, by innovation: from the smallest kind of unit up, then by id and innovation. */
  shares: Share[];
  /** Counts observations up to the day of practitioners who are intended to use the innovation on it. */
  ofIntended: number;
  /** Counts observations of other practitioners and of vacant positions. They are in no share. */
  notIntended: number;
  /** Counts observations after the day, which were not used. */
  later: number;
  /** Counts observations that are there before, which count once. */
  repeated: number;
  /** Counts observations that another one supersedes or voids, and those that only void. */
  corrected: number;
  /** Counts observations of innovations that the policy is not for. */
  otherInnovation: number;
  /** Counts observations with problems. */
  refused: number;
  /** Counts assignments that appear a second time, or that another roster decides, which is confirmed for longer. */
  repeatedPractitioners?: number;
  /** Counts assignments with problems. */
  refusedPractitioners: number;
  /** Say what is unknown, and why. */
  caveats: Notice[];
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

/** A document that says when a practitioner is at fidelity. Its choices are the district's, since sources state only the criterion. */
export interface FidelityPolicy {
  /** The kind of document. */
  kind: "fidelityPolicy";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the policy. */
  id?: string;
  /** The innovation that the policy is for; absent means all. */
  innovation?: string;
  /** Names that the innovation had before. What is under one of them is of the innovation. */
  formerNames?: string[];
  /** The instrument, and the version, that the criterion belongs to. */
  instrument: InstrumentRef;
  /** The least share of points at fidelity. */
  atLeast: string;
  /** Further versions of the instrument, each with a criterion of its own, by which observations with that version are judged. */
  versions?: FidelityVersionCut[];
  /** How many days after its date an observation counts, the last of them included. Absent, and unless "For good" is set, it counts through the end of the same window of the next year, or where it was made in no window, through the same day of the next year; no source states a term, so this is inferred. */
  currentDays?: number;
  /** The windows of a year in which observations are made; absent where observations count for a number of days or for good. */
  windows?: Window[];
  /** Observations count until there is a later one; leave the number of days and the windows empty then. */
  forGood?: boolean;
  /** Which of several current observations counts; absent means latest. */
  choice?: "latest" | "best" | "meanOfLast" | "eachOfLast";
  /** How many of the latest observations are taken, where the mean or each of the last ones decides; absent with another choice. */
  last?: number;
  /** How vacant positions count among those intended; absent means as not at fidelity. */
  vacant?: "notAtFidelity" | "unknown" | "leftOut";
  /** Leaves out observations by observers who were not trained for the instrument on or before the day of the observation. Without it they count, with a caveat. */
  trained?: boolean;
  /** How many days after its day a training counts, the last of them included; absent means for good. */
  trainingDays?: number;
  /** Where the criterion is stated. */
  source?: Source;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** The criterion of a version of an instrument. */
export interface FidelityVersionCut {
  /** The version of the instrument that the criterion is for. */
  version: string;
  /** The least share of points at fidelity. */
  atLeast: string;
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

/** The share of practitioners at fidelity in one unit. */
export interface Share {
  /** The unit that the practitioners work in. */
  unit: Unit;
  /** The practice or program that the practitioners are intended to use. */
  innovation: string;
  /** Counts practitioners at fidelity. */
  atFidelity: number;
  /** How many practitioners are not at fidelity. */
  notAtFidelity: number;
  /** How many practitioners may or may not be at fidelity, since points are unknown. */
  open: number;
  /** Counts those without an observation. */
  unobserved: number;
  /** Counts those with fewer observations than the policy takes. */
  tooFew: number;
  /** Counts those whose observations no longer count. */
  expired: number;
  /** Counts those observed only by observers without current training. */
  untrained: number;
  /** Counts vacant positions, which are in no other count. */
  vacant: number;
  /** How these count among those intended; absent means as not at fidelity. */
  vacantAs?: "notAtFidelity" | "unknown" | "leftOut";
  /** The last day for which the roster is confirmed, where the share is of a later one: then it is not known who is intended, every tally is 0 of 0, and the counts are of those who were known last. Absent where the roster holds. */
  confirmedThrough?: string;
  /** Counts those judged, one way or the other, by an observation whose observer's training is not stated or was not current. */
  doubtful: number;
  /** The day of the oldest observation that somebody is judged by; absent where nobody is. */
  oldest?: string;
  /** The day of the latest observation of those who are expired; absent where nobody is. */
  latestExpired?: string;
  /** The points by dimension of the observations that the practitioners are judged by; those without points are left out. */
  dimensions: FidelityDimensionScore[];
  /** The practitioners at fidelity, of all who are intended. */
  intended: StatedTally;
  /** The practitioners at fidelity, of the positions that are not vacant. */
  employed: StatedTally;
  /** The practitioners at fidelity, of those who have an observation that counts. */
  observed: StatedTally;
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

/** So many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between what is earned, of what is possible, and the same with all that is unknown added. */
export interface Tally {
  /** What is certain, such as points that were scored; 0 or more. */
  earned: number;
  /** The most there can be: at least what is earned and what is unknown together. */
  possible: number;
  /** What may yet be added to what is earned, 0 or more. */
  unknown: number;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}

/** A stretch of days that comes back every year, both ends included, such as the months in which an assessment is given. It may run over the turn of the year. */
export interface Window {
  /** Names the window within a schedule, such as "fall". */
  id: string;
  /** The first day, as month and day. */
  from: string;
  /** The last day, as month and day; before the first one where the window runs over the turn of the year. */
  to: string;
  /** Says where the window is stated. */
  source?: Source;
}
