// Made from the JSON Schema of the same name; change nothing here.

/** What a score of one version is like in another. It is no measurement of that version. */
export interface Equated {
  /** The kind of document. */
  kind: "equated";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The id of the equating. */
  equating: string;
  /** The section that was scored. */
  section: string;
  /** The version that was administered. */
  from: InstrumentRef;
  /** The version that the score is given in. */
  to: InstrumentRef;
  /** The points that were measured, in the version that was administered. */
  measured: Tally;
  /** The share of the points of the version that the score is given in, exactly. An end outside 0 to 100 percent is open. */
  share: Exact;
  /** The share in the version that the score is given in, for display. */
  percent: string | null;
  /** The share in the worst case. */
  low: string | null;
  /** The share in the best case. */
  high: string | null;
  /** The whole points of the version that the score is given in. */
  points: string | null;
  /** How many points the section has in the version that the score is given in. */
  possible: number;
  /** Says why an end of the share is open. */
  undefined?: string;
  /** Always false: an equated score is not part of a trend. */
  permitsTrend: boolean;
  /** Says that no criterion is judged by it: always false. */
  isCriterion: boolean;
  /** What a reader must know beside the numbers. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
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

/** So many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between what is earned, of what is possible, and the same with all that is unknown added. */
export interface Tally {
  /** What is certain, such as points that were scored; 0 or more. */
  earned: number;
  /** The most there can be: at least what is earned and what is unknown together. */
  possible: number;
  /** What may yet be added to what is earned, 0 or more. */
  unknown: number;
}
