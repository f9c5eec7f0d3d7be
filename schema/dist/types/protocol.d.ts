// Made from the JSON Schema of the same name; change nothing here.

/** Says how an instrument is administered by vote. It is data: a district can have its own. */
export interface Protocol {
  /** The kind of document. */
  kind: "protocol";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the protocol, such as "dca". */
  id: string;
  /** The roles that must be filled. */
  required?: ("administrator" | "facilitator" | "noteTaker" | "respondent" | "observer")[];
  /** The roles that have a vote; absent means that everybody may vote, but no one has to. */
  voting?: ("administrator" | "facilitator" | "noteTaker" | "respondent" | "observer")[];
  /** Requires that votes are simultaneous and in the open, but for a first round that "Private" is about. */
  public?: boolean;
  /** Requires that the first round of each item is by private ballots, which members fill in before the meeting. */
  private?: boolean;
  /** Requires that the administrator was trained on or before the day. */
  trained?: boolean;
  /** How many days after its day a training counts, the last one included, where "Trained" requires one; absent means that it does not expire. No source states a number, so none of the protocols that ship has one. */
  trainingDays?: number;
  /** How much of the team must be present. */
  quorum?: DcaQuorum;
  /** Positions that must be present, such as "principal". */
  positions?: string[];
  /** Requires a score from everybody who has a vote. */
  noAbstaining?: boolean;
  /** How votes become a score; absent means by agreement. */
  resolution?: "agreed" | "majority" | "mostFrequent";
  /** The windows in which a meeting is due; none means any day. */
  windows?: Window[];
  /** Where the protocol is stated. */
  source: Source;
  /** Says how well it is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** What the source states, and what it leaves open. */
  says: string;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** How much of the team must be present. */
export interface DcaQuorum {
  /** A share of the team that must be exceeded: "1/2" is a majority. */
  moreThan?: string;
  /** A share of the team that must be reached. */
  atLeast?: string;
  /** The least number of people. */
  people?: number;
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
