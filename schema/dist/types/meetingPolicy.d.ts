// Made from the JSON Schema of the same name; change nothing here.

/** MeetingPolicy is a document that says how far back the meetings of teams count, and how many of them must use data. The choices belong to the district. The zero value is not valid. */
export interface MeetingPolicy {
  /** names what the document is */
  kind: "meetingPolicy";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id identifies the policy. */
  id?: string;
  /** days is how many days count, up to and including the day that is asked about. */
  days: number;
  /** dataMeetings is how many meetings in those days must use data for data to be in use. */
  dataMeetings: number;
  /** source is where the choices are stated. */
  source?: Source;
  /** provenance says how well the choices are known. */
  provenance?: "confirmed" | "inferred" | "unconfirmed";
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
