// Made from the JSON Schema of the same name; change nothing here.

/** ShareReport says how many of the intended practitioners are at fidelity on a day. Each observation given is counted once among OfIntended, NotIntended, Later, Corrected, OtherInnovation and Refused. */
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
  /** corrected counts observations that another one supersedes or voids, and those that only void. */
  corrected: number;
  /** otherInnovation counts observations of innovations that the policy is not for. */
  otherInnovation: number;
  /** refused counts observations with problems. */
  refused: number;
  /** refusedPractitioners counts practitioners with problems. */
  refusedPractitioners: number;
  /** caveats say what is unknown, and why. */
  caveats: Caveat[];
}

/** Caveat is something a reader must know beside a result. */
export interface Caveat {
  /** code is the stable name of the caveat. */
  code: string;
  /** message says it in a sentence. */
  message: string;
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
  /** instrument is the instrument, and the version, that the criterion belongs to. */
  instrument: InstrumentRef;
  /** atLeast is the least share of points at fidelity. */
  atLeast: string;
  /** currentDays is how many days after its date an observation counts, the last of them included; absent means for good. */
  currentDays?: number;
  /** choice is which of several current observations counts; absent means latest. */
  choice?: "latest" | "best" | "meanOfLast";
  /** last is how many observations meanOfLast takes; absent with another choice. */
  last?: number;
  /** trained leaves out observations by observers who were not trained for the instrument on or before the day of the observation. Without it they count, with a caveat. */
  trained?: boolean;
  /** trainingDays is how many days after its day a training counts, the last of them included; absent means for good. */
  trainingDays?: number;
  /** source is where the criterion is stated. */
  source?: Source;
}

/** Ref names a definition. */
export interface InstrumentRef {
  /** id is the instrument's id. */
  id: string;
  /** version is its version. */
  version: string;
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
  /** unobserved counts those without an observation, vacant positions included. */
  unobserved: number;
  /** tooFew counts those with fewer observations than the mean requires. */
  tooFew: number;
  /** expired counts those whose observations no longer count. */
  expired: number;
  /** untrained counts those observed only by observers without current training. */
  untrained: number;
  /** vacant counts vacant positions, which are among Unobserved. */
  vacant: number;
  /** doubtful counts those judged, one way or the other, by an observation whose observer's training is not stated or was not current. */
  doubtful: number;
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
