// Made from the JSON Schema of the same name; change nothing here.

/** A document of the teams and leads of a district, its schools and its ISD, and of the partnership of district and ISD. */
export interface Teams {
  /** The kind of document. */
  kind: "teams";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Identifies the document. */
  id?: string;
  /** The day on which the document was entered, with those of its teams and members that do not say so themselves; absent means that this is not known. */
  recorded?: string;
  /** The units and periods about which silence means no. */
  covers: Coverage[];
  /** Roles that the district has besides those that are listed. */
  ownRoles?: string[];
  /** Each team with its members, from the day on which it began. */
  teams: DistrictTeam[];
  /** The designated leads of districts and schools. */
  leads: DistrictLead[];
  /** The partnerships of an ISD with a district. */
  partnerships?: DistrictPartnership[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A period for which a document is complete about a unit, so that its silence means no. About other units and days, silence means unknown. */
export interface Coverage {
  /** The unit about which the document is complete. */
  unit: Unit;
  /** The first day that is covered. */
  from: string;
  /** The last day that is covered; absent means that the document is kept up to date. */
  until?: string;
}

/** A person who is designated to lead MTSS in a district or school. */
export interface DistrictLead {
  /** An opaque identifier, never a name. */
  member: string;
  /** The district or school that the person leads. */
  unit: Unit;
  /** The first day. */
  from: string;
  /** The last day; absent while the person leads. */
  until?: string;
  /** The departments where the lead sits; absent if not known. */
  departments?: ("teachingAndLearning" | "studentSupports" | "specialEducation" | "other")[];
  /** The domains in which the lead is known to be competent. */
  competent?: ("academic" | "behavior" | "sel")[];
  /** The domains in which the lead is known not to be competent. A domain in neither list is unknown. */
  notCompetent?: ("academic" | "behavior" | "sel")[];
  /** What the lead leads by: direct authority, influence, both or none; absent if not known. */
  authority?: "direct" | "influence" | "both" | "none";
}

/** The partnership of an ISD and a district. It is mutual when each has selected the other. */
export interface DistrictPartnership {
  /** The intermediate school district, a service agency. */
  isd: Unit;
  /** The district that the ISD works with. */
  district: Unit;
  /** The day on which the ISD selected the district; absent if it has not. */
  isdSelectedOn?: string;
  /** The day on which the district selected the ISD; absent if it has not. */
  districtSelectedOn?: string;
}

/** A team of a unit. */
export interface DistrictTeam {
  /** Identifies the team. */
  id: string;
  /** Whether it is of an ISD, a district, a school, a grade or subject, or a community of practice. */
  teamKind: "isd" | "district" | "school" | "gradeOrContent" | "communityOfPractice";
  /** The unit that the team belongs to. */
  unit: Unit;
  /** The first day of the team. */
  from: string;
  /** The last day of the team; absent while it lasts. */
  until?: string;
  /** The day on which the team was entered; absent means that of the document. */
  recorded?: string;
  /** The members of the team. */
  members: DistrictTeamMember[];
}

/** A person on a team in one role. A person with two roles appears twice, with the same id. */
export interface DistrictTeamMember {
  /** An opaque identifier, never a name. */
  id: string;
  /** A role, such as school coach, or one that the document adds. */
  role: string;
  /** The first day in the role; absent means the first day of the team. */
  from?: string;
  /** The last day in the role; absent means the last day of the team. */
  until?: string;
  /** The day on which the member was entered; absent means that of the team. */
  recorded?: string;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
