// Made from the JSON Schema of the same name; change nothing here.

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
