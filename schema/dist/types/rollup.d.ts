// Made from the JSON Schema of the same name; change nothing here.

/** The figures of many units. */
export interface Rollup {
  /** The kind of document. */
  kind: "rollup";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The kinds of units that have rows. */
  by: ("classroom" | "program" | "school" | "district" | "isd" | "region" | "state")[];
  /** What has rows of its own in time; absent for all time together. */
  period?: "schoolYear" | "window";
  /** What the groups of units are; absent where there are no groups. */
  characteristic?: string;
  /** The day of asking; absent where there was none. */
  on?: string;
  /** The policy by which rows are withheld. */
  policy: RollupWithholdingPolicy;
  /** The rows: of one instrument, version and measure after the other, from the largest units down, by period. */
  rows: RollupRow[];
  /** What a reader must know beside the numbers. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Names the completion behind a definition. */
export interface InstrumentCompletedBy {
  /** Says whose completion it is. */
  name: string;
  /** Marks made-up numbers. */
  illustrative?: boolean;
}

/** Names the definition behind a result, down to its bytes. */
export interface InstrumentUsedDefinition {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
  /** The instrument's name, for people; older results have none. The digest covers it. */
  title?: string;
  /** Names the text, if one version has several. */
  edition?: string;
  /** Names the adopter's profile whose criteria were judged; absent where they were the instrument's own. */
  profile?: string;
  /** The definition's SHA-256, completion and profile included. */
  digest: string;
  /** Names the completion, if there was one. */
  completedBy?: InstrumentCompletedBy;
  /** The parts that the definition may not have in full. While items are among them, there are no subscales and no total. */
  lacks?: ("items" | "scales" | "sections" | "subscales" | "total")[];
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

/** A stretch of days, both ends included. */
export interface Period {
  /** The first day; absent means from the start. */
  from?: string;
  /** The last day; absent means for good. */
  until?: string;
}

/** A difference of means. */
export interface RollupChange {
  /** The period before. */
  since: Period;
  /** The least that the difference can be. */
  low: string;
  /** The most that the difference can be. */
  high: string;
}

/** What a row shows, as ranges from the worst case to the best: what is unknown leaves them open. They are exact. */
export interface RollupFigures {
  /** The points of all units pooled, for a score; for a criterion, the units that meet it of those that count. It is null for a mean of subscales, which no points are pooled of. */
  tally: Tally | null;
  /** The mean of the units' shares; of a criterion, the share that meets it. Under a policy that withholds, it is as far open as the pooled points leave it where units don't have the same possible points. */
  mean: Span;
  /** The share below which a quarter of the units lie, between two of them in proportion; absent for a criterion. */
  lowerQuartile?: Span;
  /** The middle share, or the mean of the two in the middle. */
  median?: Span;
  /** The share that three quarters of the units do not exceed. */
  upperQuartile?: Span;
  /** How many units count as unknown since their latest administration has expired. */
  expired: number;
  /** How the mean differs from that of the period before; absent where that has no figures or where there is none. Both are of the units that were assessed in each, which need not be the same. */
  change?: RollupChange;
}

/** Names a score or a criterion of a definition. */
export interface RollupMeasureID {
  /** Says whether this is a score or a criterion. */
  of: "score" | "criterion";
  /** The id of the subscale or the criterion, "total" for the total, and "points" for the points of all items, where the instrument gives no total. */
  id: string;
}

/** The figures of one measure for a unit, a group of its units, and a period. */
export interface RollupRow {
  /** What the measure belongs to. */
  instrument: InstrumentUsedDefinition;
  /** What an unanswered item counted as. */
  missing: string;
  /** The score or criterion. */
  measure: RollupMeasureID;
  /** The unit that the row is about; the units below it are added up. */
  unit: Unit;
  /** The value of the characteristic that the units within it have; absent for all of them. */
  group?: string;
  /** The school year or the window; absent for all time. */
  during?: Period;
  /** The id of the window; absent where rows are not of windows. */
  window?: string;
  /** Says why there are figures or none. */
  status: "shown" | "suppressed" | "coded" | "missing" | "notApplicable";
  /** How many units count, those that count as unknown included; null where that is withheld. */
  units: number | null;
  /** The side on which the share lies; absent unless the status is coded. */
  coded?: "above" | "below";
  /** The figures; null unless the status is shown. */
  figures: RollupFigures | null;
}

/** Says which figures are kept from view. */
export interface RollupWithholdingPolicy {
  /** Names the policy; empty for one of the host's own. */
  id?: string;
  /** The number below which groups are withheld, 2 or more: 16 for a policy that suppresses 15 and fewer. 0 withholds nothing. */
  below: number;
  /** The share above which a row says only that the share is above it; absent means that every share is shown. */
  top?: string;
  /** The share below which a row says only that the share is below it; absent means that every share is shown. */
  bottom?: string;
  /** Where the policy is stated. */
  source?: Source;
  /** Says how well it is known that the policy is meant so. */
  provenance?: "confirmed" | "inferred" | "unconfirmed";
  /** Says what of the stated policy is done otherwise here. */
  note?: string;
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

/** What is known of a number: it lies between "Low", the worst case, and "High", the best. An undefined end is an open one. */
export interface Span {
  /** The worst case. */
  low: string;
  /** The best. */
  high: string;
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
