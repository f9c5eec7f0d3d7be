// Made from the JSON Schema of the same name; change nothing here.

/** Contact is one contact of a coach with a team or person, or with several at once. A log has one such document a line. The same contact twice is one: under its id, or without an id where it has a Start. */
export interface Contact {
  /** names what the document is */
  kind: "contact";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the contact, so that corrections can refer to it. A second contact with the same id that says something else is refused. */
  id?: string;
  /** supersedes is the id of the contact that this one corrects. */
  supersedes?: string;
  /** voids is the id of a contact that does not count; this one then counts for nothing itself. */
  voids?: string;
  /** coach is the id of the coach. */
  coach: string;
  /** with are the ids of other coaches who took part. The contact is one all the same; its time counts once for each coach. */
  with?: string[];
  /** coached is the id of the recipient. */
  coached: string;
  /** also are the ids of others who were coached in the same contact. Its time counts once for the coach, and fully for each of them. */
  also?: string[];
  /** date is the day. */
  date: string;
  /** start is when it began, HH:MM. It shows when a coach is logged in two contacts at once, and tells a contact from a copy of it. */
  start?: string;
  /** minutes is how long it took, 1 to 1440; absent means not known. */
  minutes?: number;
  /** mode is how they met; absent means not known. */
  mode?: "inPerson" | "virtual" | "phone" | "written" | "both" | "several";
  /** observed is whether the coach observed the practice or the team directly. */
  observed?: boolean;
  /** type is the type of coaching; absent means that of the plan or of the recipient. */
  type?: "systems" | "instructional";
  /** innovation is the practice or program that was coached; absent means that of the plan. */
  innovation?: string;
  /** concept is what was coached, a concept of the recipient's plan. */
  concept?: string;
  /** support is what was given; absent means coaching. */
  support?: "coaching" | "training" | "dataCoordination" | "other";
  /** serves is the month for which the contact was planned, where that is not the month of its day; absent means that month, or by Inputs.GraceDays the one before. */
  serves?: string;
}
