// Made from the JSON Schema of the same name; change nothing here.

/** Protocol says how an instrument is administered by vote. It is data: a district can have its own. The zero value asks for nothing. */
export interface Protocol {
  /** names what the document is */
  kind: "protocol";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the protocol, such as "dca". */
  id: string;
  /** required are the roles that must be filled. */
  required?: ("administrator" | "facilitator" | "noteTaker" | "respondent" | "observer")[];
  /** voting are the roles that have a vote; absent means that everybody may vote, but no one has to. */
  voting?: ("administrator" | "facilitator" | "noteTaker" | "respondent" | "observer")[];
  /** trained requires that the administrator was trained on or before the day. */
  trained?: boolean;
  /** trainingDays is how many days after its day a training counts, the last one included, where Trained requires one; absent means that it does not expire. No source states a number, so none of the protocols that ship has one. */
  trainingDays?: number;
  /** quorum is how much of the team must be present. */
  quorum?: DcaQuorum;
  /** positions are positions that must be present, such as "principal". */
  positions?: string[];
  /** noAbstaining requires a score from everybody who has a vote. */
  noAbstaining?: boolean;
  /** resolution is how votes become a score; absent means by agreement. */
  resolution?: "agreed" | "majority" | "mostFrequent";
  /** windows are the windows in which a meeting is due; none means any day. */
  windows?: Window[];
  /** source is where the protocol is stated. */
  source: Source;
  /** provenance says how well it is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** says is what the source states, and what it leaves open. */
  says: string;
}

/** Quorum is how much of the team must be present. The zero value requires nothing. */
export interface DcaQuorum {
  /** moreThan is a share of the team that must be exceeded: "1/2" is a majority. */
  moreThan?: string;
  /** atLeast is a share of the team that must be reached. */
  atLeast?: string;
  /** people is the least number of people. */
  people?: number;
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
