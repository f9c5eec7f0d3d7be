// Made from the JSON Schema of the same name; change nothing here.

/** One contact of a coach with a team or person, or with several at once. A log has one such document a line. The same contact twice is one: under its id, or without an id where it has a "Start". */
export interface Contact {
  /** The kind of document. */
  kind: "contact";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the contact, so that corrections can refer to it. A second contact with the same id that says something else is refused. */
  id?: string;
  /** The id of the contact that this one corrects. */
  supersedes?: string;
  /** The id of a contact that does not count; this one then counts for nothing itself. */
  voids?: string;
  /** The id of the coach. */
  coach: string;
  /** The ids of other coaches who took part. The contact is one all the same; its time counts once for each coach. */
  with?: string[];
  /** The id of the recipient. */
  coached: string;
  /** The ids of others who were coached in the same contact. Its time counts once for the coach, and fully for each of them. */
  also?: string[];
  /** The day. */
  date: string;
  /** The day on which the contact was entered, where that was later. */
  recorded?: string;
  /** When it began, HH:MM. It shows when a coach is logged in two contacts at once, and tells a contact from a copy of it. */
  start?: string;
  /** How long it took, 1 to 1440; absent means not known. */
  minutes?: number;
  /** How they met; absent means not known. */
  mode?: "inPerson" | "virtual" | "phone" | "written" | "both" | "several";
  /** Whether the coach observed the practice or the team directly. */
  observed?: boolean;
  /** The type of coaching; absent means that of the plan or of the recipient. */
  type?: "systems" | "instructional";
  /** The practice or program that was coached; absent means that of the plan. */
  innovation?: string;
  /** What was coached, a concept of the recipient's plan. */
  concept?: string;
  /** What was given; absent means coaching. */
  support?: "coaching" | "training" | "dataCoordination" | "other";
  /** The month for which the contact was planned, where that is not the month of its day. Absent means the month of its day, or the one before where days of grace were given. */
  serves?: string;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}
