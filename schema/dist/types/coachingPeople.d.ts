// Made from the JSON Schema of the same name; change nothing here.

/** People are those who coach and those who are intended to be coached. */
export interface CoachingPeople {
  /** kind is "coachingPeople"; writing sets it. */
  kind: "coachingPeople";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** coaches are the coaches. */
  coaches: CoachingCoach[];
  /** coached are the teams and practitioners who are intended to be coached. */
  coached: CoachingRecipient[];
}

/** Coach is one person who coaches in one role, or will. */
export interface CoachingCoach {
  /** id is an opaque identifier, never a name. */
  id: string;
  /** role is the id of the role in the coaching system. */
  role: string;
  /** from is the first day as a coach. */
  from: string;
  /** until is the last day; absent means for good. */
  until?: string;
  /** fte is the share of a full-time position that is for coaching, such as "50%"; absent means not stated. */
  fte?: string;
  /** units are the schools and other units that the coach is for. */
  units: Unit[];
  /** selection is how the coach was selected; absent means no record of it. */
  selection?: CoachingSelected;
  /** roleSharedOn is when the description of the role was given to the coach. */
  roleSharedOn?: string;
  /** roleAcknowledgedOn is when the coach acknowledged it. */
  roleAcknowledgedOn?: string;
  /** loggedThrough is the last day up to which the coach's contacts are all in the log. What is planned later and not logged is unknown, not missed. Absent means that nothing of the log is said to be complete. */
  loggedThrough?: string;
}

/** Recipient is a team or a person who is intended to be coached. */
export interface CoachingRecipient {
  /** id is an opaque identifier, never a name. */
  id: string;
  /** level says what it is: a district, a school, a team or a practitioner. */
  level: "district" | "school" | "team" | "practitioner";
  /** type is the type of coaching that is intended. */
  type: "systems" | "instructional";
  /** unit is the school, classroom or district. */
  unit: Unit;
  /** role is the role of a practitioner, such as "teacher". */
  role?: string;
  /** groups are groups that the host names, such as "newStaff", by which access is compared. */
  groups?: string[];
  /** from is the first day of the intention; absent means always. */
  from?: string;
  /** until is the last day; absent means for good. */
  until?: string;
}

/** Selected is the record of a selection. */
export interface CoachingSelected {
  /** on is the day of the decision. */
  on: string;
  /** decidedBy is the role that decided. */
  decidedBy: string;
  /** criteriaMet are the skills of the role that the person was found to have. */
  criteriaMet: string[];
  /** criteriaOpen are the skills that were not looked at. */
  criteriaOpen?: string[];
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
