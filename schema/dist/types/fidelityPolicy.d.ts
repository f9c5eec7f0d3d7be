// Made from the JSON Schema of the same name; change nothing here.

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
