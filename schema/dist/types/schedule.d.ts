// Made from the JSON Schema of the same name; change nothing here.

/** Schedule is a document that says when an instrument is to be administered. It goes by windows of the year, by meetings of the team, or both; after a run of scores at criterion it can change to other windows. */
export interface Schedule {
  /** names what the document is */
  kind: "schedule";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the schedule. */
  id: string;
  /** instrument is what is administered. */
  instrument: InstrumentRef;
  /** versions are further versions of the instrument, such as the one before a revision. An administration with one of them counts, too. */
  versions?: string[];
  /** baseline asks for a first administration, at any time, before the windows begin. */
  baseline?: boolean;
  /** windows are the windows of a year, each of which asks for one administration. */
  windows?: Window[];
  /** fromMeeting asks for an administration, besides Windows, from this meeting after the last administration on; absent means that meetings do not matter. */
  fromMeeting?: number;
  /** throughMeeting is the last meeting that is in time for it, FromMeeting or a later one; absent if meetings do not matter. */
  throughMeeting?: number;
  /** afterAtCriterion is how many administrations at criterion in a row it takes to change to Then; absent means never. A later one that is not at criterion changes back. */
  afterAtCriterion?: number;
  /** then are the windows after that. Meetings no longer matter. */
  then?: Window[];
  /** completedBy is the role that administers it, such as "district team"; absent means that it is not stated. */
  completedBy?: string;
  /** submittedBy is the role that hands in the result, such as "data coordinator"; absent means that it is not stated. */
  submittedBy?: string;
  /** source is where the schedule is stated. */
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
