// Made from the JSON Schema of the same name; change nothing here.

/** MeetingPolicy is a document that says how far back the meetings of teams count, how many of them must use data, and when there are none. The choices belong to the district. The zero value is not valid. */
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

/** Calendar says what a host's year is: when a school year begins, and when offices or schools are closed. With it "this school year", "monthly" and "the same window next year" mean one thing everywhere. The zero value has school years from July 1, no closures and no windows. */
export interface Calendar {
  /** The first day of a school year; absent means July 1. */
  year?: string;
  /** The days on which nothing can be expected, such as a month without meetings. */
  closures?: Period[];
  /** The stretches of a year in which measures are taken, such as fall and winter. */
  windows?: Window[];
}

/** Period is a stretch of days, both ends included. An end that is the zero date is open; the zero value is all days. */
export interface Period {
  /** The first day; absent means from the start. */
  from?: string;
  /** The last day; absent means for good. */
  until?: string;
}

/** Source says where a definition, threshold or rule is stated. Title is required; the zero value means that there is none. */
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

/** Window is a stretch of days that comes back every year, both ends included, such as the months in which an assessment is given. It may run over the turn of the year. The zero value contains no date. */
export interface Window {
  /** Names the window within a schedule, such as "fall". */
  id: string;
  /** The first day, To the last. */
  from: string;
  /** The last day. */
  to: string;
  /** Says where the window is stated. */
  source?: Source;
}
