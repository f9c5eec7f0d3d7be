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
