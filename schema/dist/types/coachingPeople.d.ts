// Made from the JSON Schema of the same name; change nothing here.

/** The coaches of a district and the recipients of coaching. */
export interface CoachingPeople {
  /** The kind of document. */
  kind: "coachingPeople";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The last day for which somebody confirmed who is to be coached; after it, that is not known. Absent means that nobody said, and the list holds as it is. */
  confirmedThrough?: string;
  /** Who coaches, in which role and from when to when. */
  coaches: CoachingCoach[];
  /** The recipients, who are intended to be coached. */
  coached: CoachingRecipient[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** One person in one coaching role, from one day to another. A person who has several roles, or comes back, appears once for each. */
export interface CoachingCoach {
  /** An opaque identifier, never a name. */
  id: string;
  /** The id of the role in the coaching system. */
  role: string;
  /** The first day as a coach. */
  from: string;
  /** The last day; absent means no end is known. */
  until?: string;
  /** The share of a full-time position that is for coaching, such as "50%"; absent means not stated. */
  fte?: string;
  /** The schools and other units that the coach serves. */
  units: Unit[];
  /** The record of the coach's selection; absent means there is none. */
  selection?: CoachingSelected;
  /** The day on which the coach was given the description of the role. */
  roleSharedOn?: string;
  /** The day on which the coach acknowledged it. */
  roleAcknowledgedOn?: string;
  /** The last day through which the coach's log is complete. What is planned later and not logged is unknown, not missed. Absent means that the log is not known to be complete for any day. */
  loggedThrough?: string;
}

/** A team or a person who is intended to be coached, from one day to another. One who moves, works in several units at once, or is coached in both types appears once for each; as one of all recipients they count once. */
export interface CoachingRecipient {
  /** An opaque identifier, never a name. */
  id: string;
  /** What is coached: a district, a school, a team or a practitioner. */
  level: "district" | "school" | "team" | "practitioner";
  /** The type of coaching that is intended. */
  type: "systems" | "instructional";
  /** The school, classroom or district of the recipient. */
  unit: Unit;
  /** The role of a practitioner, such as "teacher". */
  role?: string;
  /** Groups of the host's choice, such as "newStaff", by which access is compared. */
  groups?: string[];
  /** The first day on which coaching is intended; absent means always. */
  from?: string;
  /** The last day; absent means no end is known. */
  until?: string;
}

/** The record of a coach's selection. */
export interface CoachingSelected {
  /** The day of the decision. */
  on: string;
  /** The role that decided. */
  decidedBy: string;
  /** The skills of the role that the coach was found to have. */
  criteriaMet: string[];
  /** The skills that were not assessed. */
  criteriaOpen?: string[];
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
