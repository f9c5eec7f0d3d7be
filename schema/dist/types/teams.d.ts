// Made from the JSON Schema of the same name; change nothing here.

/** Teams is a document of the teams and leads of a district, its schools and its ISD, and of the partnership of district and ISD. */
export interface Teams {
  /** names what the document is */
  kind: "teams";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id identifies the document. */
  id?: string;
  /** covers are the units and periods about which silence means no. */
  covers: Coverage[];
  /** ownRoles are roles of the document's own, which Roles does not list. */
  ownRoles?: string[];
  /** teams are the teams. */
  teams: DistrictTeam[];
  /** leads are the designated leads of districts and schools. */
  leads: DistrictLead[];
  /** partnerships are those of an ISD with a district. */
  partnerships?: DistrictPartnership[];
}

/** Coverage is a period for which a document is complete about a unit, so that its silence means no. About other units and days, silence means unknown. */
export interface Coverage {
  /** unit is the unit. */
  unit: Unit;
  /** from is the first day that is covered. */
  from: string;
  /** until is the last day that is covered; absent means that the document is kept up to date. */
  until?: string;
}

/** Lead is a person who is designated to lead MTSS in a district or school. */
export interface DistrictLead {
  /** member is an opaque identifier, never a name. */
  member: string;
  /** unit is the district or school that the person leads. */
  unit: Unit;
  /** from is the first day. */
  from: string;
  /** until is the last day; absent while the person leads. */
  until?: string;
  /** departments are the departments where the lead sits: teachingAndLearning, studentSupports, specialEducation or other; absent if not known. */
  departments?: ("teachingAndLearning" | "studentSupports" | "specialEducation" | "other")[];
  /** competent are the domains in which the lead is known to be competent. */
  competent?: ("academic" | "behavior" | "sel")[];
  /** notCompetent are the domains in which the lead is known not to be competent. A domain in neither list is unknown. */
  notCompetent?: ("academic" | "behavior" | "sel")[];
  /** authority is what the lead leads by: direct authority, influence, both or none; absent if not known. */
  authority?: "direct" | "influence" | "both" | "none";
}

/** Partnership is the partnership of an ISD and a district. It is mutual when each has selected the other. */
export interface DistrictPartnership {
  /** isd is the intermediate school district, a service agency. */
  isd: Unit;
  /** district is the district. */
  district: Unit;
  /** isdSelectedOn is the day on which the ISD selected the district; absent if it has not. */
  isdSelectedOn?: string;
  /** districtSelectedOn is the day on which the district selected the ISD; absent if it has not. */
  districtSelectedOn?: string;
}

/** Team is a team of a unit. */
export interface DistrictTeam {
  /** id identifies the team. */
  id: string;
  /** teamKind is the kind of team. */
  teamKind: "isd" | "district" | "school" | "gradeOrContent" | "communityOfPractice";
  /** unit is the unit that the team belongs to. */
  unit: Unit;
  /** from is the first day of the team. */
  from: string;
  /** until is the last day of the team; absent while it lasts. */
  until?: string;
  /** members are the members of the team. */
  members: DistrictTeamMember[];
}

/** TeamMember is a person on a team in one role. A person with two roles appears twice, with the same id. */
export interface DistrictTeamMember {
  /** id is an opaque identifier, never a name. */
  id: string;
  /** role is a role, such as schoolCoach, or one of the document's own roles. */
  role: string;
  /** from is the first day in the role; absent means the first day of the team. */
  from?: string;
  /** until is the last day in the role; absent means the last day of the team. */
  until?: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
