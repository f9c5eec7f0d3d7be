// Made from the JSON Schema of the same name; change nothing here.

/** Outcomes is a document of outcome series. */
export interface Outcomes {
  /** names what the document is */
  kind: "outcomes";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** outcomes are the series, in any order: one for each measure of a unit and an innovation, corrections aside. */
  outcomes: FidelityOutcome[];
}

/** DatedTally is a value on a day. */
export interface FidelityDatedTally {
  /** on is the day. */
  on: string;
  /** value is how many, of at least one possible. */
  value: Tally;
}

/** Outcome is one outcome of an innovation in a unit, as dated shares: such as the students who reach a benchmark, or the students with a referral. */
export interface FidelityOutcome {
  /** id names the series, so that corrections can refer to it. */
  id?: string;
  /** supersedes is the id of the series that this one corrects. */
  supersedes?: string;
  /** voids is the id of a series that does not count; the series that voids it does not count either. */
  voids?: string;
  /** measure names the outcome, such as "reading.benchmark". */
  measure: string;
  /** unit is where it was measured. */
  unit: Unit;
  /** innovation is the innovation that it is an outcome of. */
  innovation: string;
  /** better says which way is better. */
  better: "higher" | "lower";
  /** of is what is counted, in the plural, such as "students". */
  of?: string;
  /** baseline is the value before the innovation was used. */
  baseline: FidelityDatedTally;
  /** target is the share that is aimed at; absent means none. */
  target?: string;
  /** leastChange is the least gain over the baseline that is an improvement, as a share such as "5%" for 5 percentage points; absent means any. */
  leastChange?: string;
  /** currentDays is how many days after its day a value counts, the last of them included. Absent, and unless ForGood is set, it counts through the end of the same window of the next year, or a year where it lies in no window; no source states a term, so this is inferred. */
  currentDays?: number;
  /** forGood has values count until a later one; absent with CurrentDays. */
  forGood?: boolean;
  /** values are the values since, in any order, at most one a day. */
  values: FidelityDatedTally[];
  /** source says where the values come from. */
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

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
