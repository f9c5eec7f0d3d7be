// Made from the JSON Schema of the same name; change nothing here.

/** A document that says how far back the meetings of teams count, how many of them must use data, and when there are none. The choices belong to the district. */
export interface MeetingPolicy {
  /** The kind of document. */
  kind: "meetingPolicy";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Identifies the policy. */
  id?: string;
  /** How many days count, up to and including the day that is asked about. */
  days: number;
  /** How many meetings in those days must use data for data to be in use. */
  dataMeetings: number;
  /** Says in which months no meeting can be expected: those that it closes. */
  calendar?: Calendar;
  /** Where the choices are stated. */
  source?: Source;
  /** Says how well the choices are known. */
  provenance?: "confirmed" | "inferred" | "unconfirmed";
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Says what a host's year is: when a school year begins, and when offices or schools are closed. With it "this school year", "monthly" and "the same window next year" mean one thing everywhere. */
export interface Calendar {
  /** The first day of a school year; absent means July 1. */
  year?: string;
  /** The days on which nothing can be expected, such as a month without meetings. */
  closures?: Period[];
  /** The stretches of a year in which measures are taken, such as fall and winter. */
  windows?: Window[];
}

/** A stretch of days, both ends included. */
export interface Period {
  /** The first day; absent means from the start. */
  from?: string;
  /** The last day; absent means for good. */
  until?: string;
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
