// Made from the JSON Schema of the same name; change nothing here.

/** A document that says when an instrument is to be administered. It goes by windows of the year, by meetings of the team, or both; after a run of scores at criterion it can change to other windows. */
export interface Schedule {
  /** The kind of document. */
  kind: "schedule";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the schedule. */
  id: string;
  /** What is administered. */
  instrument: InstrumentRef;
  /** Further versions of the instrument, such as the one before a revision. An administration with one of them counts, too. */
  versions?: string[];
  /** Asks for a first administration, at any time, before the windows begin. */
  baseline?: boolean;
  /** The windows of a year, each of which asks for one administration. */
  windows?: Window[];
  /** Asks for an administration, besides "Windows", from this meeting after the last administration on; absent means that meetings do not matter. */
  fromMeeting?: number;
  /** The last meeting that is in time for it, "From meeting" or a later one; absent if meetings do not matter. */
  throughMeeting?: number;
  /** How many administrations at criterion in a row it takes to change to "Then"; absent means never. A later one that is not at criterion changes back. */
  afterAtCriterion?: number;
  /** The windows after that. Meetings no longer matter. */
  then?: Window[];
  /** The role that administers it, such as "district team"; absent means that it is not stated. */
  completedBy?: string;
  /** The role that hands in the result, such as "data coordinator"; absent means that it is not stated. */
  submittedBy?: string;
  /** Where the schedule is stated. */
  source?: Source;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
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
