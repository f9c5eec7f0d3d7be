// Made from the JSON Schema of the same name; change nothing here.

/** People are the coaches of a district and the recipients of coaching. */
export interface CoachingPeople {
  /** names what the document is */
  kind: "coachingPeople";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** confirmedThrough is the last day for which somebody confirmed who is to be coached; after it, that is not known. Absent means that nobody said, and the list holds as it is. */
  confirmedThrough?: string;
  /** coaches are the coaches. */
  coaches: CoachingCoach[];
  /** coached are the recipients, who are intended to be coached. */
  coached: CoachingRecipient[];
}

/** Coach is one person in one coaching role, from one day to another. Who has several roles, or comes back, appears once for each. */
export interface CoachingCoach {
  /** id is an opaque identifier, never a name. */
  id: string;
  /** role is the id of the role in the coaching system. */
  role: string;
  /** from is the first day as a coach. */
  from: string;
  /** until is the last day; absent means no end is known. */
  until?: string;
  /** fte is the share of a full-time position that is for coaching, such as "50%"; absent means not stated. */
  fte?: string;
  /** units are the schools and other units that the coach serves. */
  units: Unit[];
  /** selection is the record of the coach's selection; absent means there is none. */
  selection?: CoachingSelected;
  /** roleSharedOn is the day on which the coach was given the description of the role. */
  roleSharedOn?: string;
  /** roleAcknowledgedOn is the day on which the coach acknowledged it. */
  roleAcknowledgedOn?: string;
  /** loggedThrough is the last day through which the coach's log is complete. What is planned later and not logged is unknown, not missed. Absent means that the log is not known to be complete for any day. */
  loggedThrough?: string;
}

/** Recipient is a team or a person who is intended to be coached, from one day to another. Who moves, works in several units at once, or is coached in both types appears once for each; as one of all recipients they count once. */
export interface CoachingRecipient {
  /** id is an opaque identifier, never a name. */
  id: string;
  /** level is what is coached: a district, a school, a team or a practitioner. */
  level: "district" | "school" | "team" | "practitioner";
  /** type is the type of coaching that is intended. */
  type: "systems" | "instructional";
  /** unit is the school, classroom or district of the recipient. */
  unit: Unit;
  /** role is the role of a practitioner, such as "teacher". */
  role?: string;
  /** groups are groups of the host's choice, such as "newStaff", by which access is compared. */
  groups?: string[];
  /** from is the first day on which coaching is intended; absent means always. */
  from?: string;
  /** until is the last day; absent means no end is known. */
  until?: string;
}

/** Selected is the record of a coach's selection. */
export interface CoachingSelected {
  /** on is the day of the decision. */
  on: string;
  /** decidedBy is the role that decided. */
  decidedBy: string;
  /** criteriaMet are the skills of the role that the coach was found to have. */
  criteriaMet: string[];
  /** criteriaOpen are the skills that were not assessed. */
  criteriaOpen?: string[];
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
