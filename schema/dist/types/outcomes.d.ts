// Made from the JSON Schema of the same name; change nothing here.

/** A document of outcome series. */
export interface Outcomes {
  /** The kind of document. */
  kind: "outcomes";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The series, in any order: one for each measure of a unit and an innovation, corrections aside. */
  outcomes: FidelityOutcome[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A value on a day. */
export interface FidelityDatedTally {
  /** The day. */
  on: string;
  /** The day on which the value was entered, where that was later. */
  recorded?: string;
  /** How many, of at least one possible. */
  value: Tally;
}

/** One outcome of an innovation in a unit, as dated shares: such as the students who reach a benchmark, or the students with a referral. */
export interface FidelityOutcome {
  /** Names the series, so that corrections can refer to it. */
  id?: string;
  /** The id of the series that this one corrects. */
  supersedes?: string;
  /** The id of a series that does not count; the series that voids it does not count either. */
  voids?: string;
  /** The day on which the series, with its baseline and target, was entered, where that was after the day of the baseline. Values that were entered later have a day of their own. */
  recorded?: string;
  /** Names the outcome, such as "reading.benchmark". */
  measure: string;
  /** Where it was measured. */
  unit: Unit;
  /** The innovation that it is an outcome of. */
  innovation: string;
  /** Says which way is better. */
  better: "higher" | "lower";
  /** What is counted, in the plural, such as "students". */
  of?: string;
  /** The value before the innovation was used. */
  baseline: FidelityDatedTally;
  /** The share that is aimed at; absent means none. */
  target?: string;
  /** The least gain over the baseline that is an improvement, as a share such as "5%" for 5 percentage points; absent means any. */
  leastChange?: string;
  /** How many days after its day a value counts, the last of them included. Absent, and unless "For good" is set, it counts through the end of the same window of the next year, or a year where it lies in no window; no source states a term, so this is inferred. */
  currentDays?: number;
  /** Values count until there is a later one; leave the number of days empty then. */
  forGood?: boolean;
  /** The values since, in any order, at most one a day. */
  values: FidelityDatedTally[];
  /** Says where the values come from. */
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

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
