// Made from the JSON Schema of the same name; change nothing here.

/** equated is what a score of one version is like in another. It is no measurement of that version. */
export interface Equated {
  /** names what the document is */
  kind: "equated";
  /** is the version of the schema */
  schemaVersion: 1;
  /** equating is the id of the equating. */
  equating: string;
  /** section is the section that was scored. */
  section: string;
  /** from is the version that was administered. */
  from: InstrumentRef;
  /** to is the version that the score is given in. */
  to: InstrumentRef;
  /** measured is the points that were measured, in the version from. */
  measured: Tally;
  /** share is the share of the points of the version to, exactly. An end outside 0 to 100 percent is open. */
  share: Exact;
  /** percent is the share in the version to, for display. */
  percent: string | null;
  /** low is the share in the worst case. */
  low: string | null;
  /** high is the share in the best case. */
  high: string | null;
  /** points is the whole points of the version to. */
  points: string | null;
  /** possible is how many points the section has in the version to. */
  possible: number;
  /** undefined says why an end of the share is open. */
  undefined?: string;
  /** permitsTrend is always false. */
  permitsTrend: boolean;
  /** isCriterion is always false. */
  isCriterion: boolean;
  /** caveats are what a reader must know beside the numbers. */
  caveats: Notice[];
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

/** Tally is so many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between Earned/Possible and (Earned+Unknown)/Possible. The zero value is 0 of 0, whose share is undefined. */
export interface Tally {
  /** earned is what is certain, 0 or more. */
  earned: number;
  /** possible is the most there can be, at least Earned + Unknown. */
  possible: number;
  /** unknown is what may yet be added to Earned, 0 or more. */
  unknown: number;
}
