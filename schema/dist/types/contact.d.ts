// Made from the JSON Schema of the same name; change nothing here.

/** Contact is one contact of a coach with a team or person. A log has one such document a line. */
export interface Contact {
  /** kind is "contact"; writing sets it. */
  kind: "contact";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** id names the contact, so that corrections can refer to it. An id that stands twice is refused; contacts without an id are all counted. */
  id?: string;
  /** supersedes is the id of the contact that this one corrects. */
  supersedes?: string;
  /** voids is the id of a contact that does not count; this one then counts for nothing itself. */
  voids?: string;
  /** coach is who coached. */
  coach: string;
  /** coached is the team or person. */
  coached: string;
  /** date is the day. */
  date: string;
  /** start is when it began, HH:MM; with it a coach in two contacts at once is found. */
  start?: string;
  /** minutes is how long it took, 1 to 1440; absent means that it is not known. */
  minutes?: number;
  /** mode is how they met. */
  mode: "inPerson" | "virtual" | "phone" | "written";
  /** observed is whether the coach observed the practice or the team directly. */
  observed?: boolean;
  /** concept is the concept of the plan that was coached. */
  concept?: string;
  /** support is what was given; absent means coaching. */
  support?: "coaching" | "training" | "dataCoordination" | "other";
}
