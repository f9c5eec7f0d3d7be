// Made from the JSON Schema of the same name; change nothing here.

/** Contact is one contact of a coach with a team or person. A log has one such document a line. */
export interface Contact {
  /** names what the document is */
  kind: "contact";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the contact, so that corrections can refer to it. A second contact with the same id is refused; contacts without an id are all counted. */
  id?: string;
  /** supersedes is the id of the contact that this one corrects. */
  supersedes?: string;
  /** voids is the id of a contact that does not count; this one then counts for nothing itself. */
  voids?: string;
  /** coach is the id of the coach. */
  coach: string;
  /** coached is the id of the recipient. */
  coached: string;
  /** date is the day. */
  date: string;
  /** start is when it began, HH:MM. It shows when a coach is logged in two contacts at once. */
  start?: string;
  /** minutes is how long it took, 1 to 1440; absent means not known. */
  minutes?: number;
  /** mode is how they met. */
  mode: "inPerson" | "virtual" | "phone" | "written";
  /** observed is whether the coach observed the practice or the team directly. */
  observed?: boolean;
  /** concept is what was coached, a concept of the recipient's plan. */
  concept?: string;
  /** support is what was given; absent means coaching. */
  support?: "coaching" | "training" | "dataCoordination" | "other";
}
