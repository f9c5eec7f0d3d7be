// Made from the JSON Schema of the same name; change nothing here.

/** Teams is a document of the teams of a district, its schools and its ISD, of their leads, and of the partnership of district and ISD. */
export interface Teams {
  /** kind is "teams"; writing sets it. */
  kind: "teams";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** covers are the units about which silence means no. */
  covers: DistrictCoverage[];
  /** ownRoles are roles that members hold and Roles lacks. */
  ownRoles?: string[];
  /** teams are the teams. */
  teams: DistrictTeam[];
  /** leads are the designated leads of districts and schools. */
  leads: DistrictLead[];
  /** partnerships are those of an ISD and a district. */
  partnerships?: DistrictPartnership[];
}

/** Coverage is a stretch of time about which a document tells everything of a unit, so that its silence means no. Of other units and days it means unknown. */
export interface DistrictCoverage {
  /** unit is the unit. */
  unit: Unit;
  /** from is the first day that is covered. */
  from: string;
  /** until is the last one; absent means that the document is kept up. */
  until?: string;
}

/** Lead is somebody who is designated to lead MTSS in a district or school. */
export interface DistrictLead {
  /** member is an opaque identifier, never a name. */
  member: string;
  /** unit is the district or school that is led. */
  unit: Unit;
  /** from is the first day. */
  from: string;
  /** until is the last day; absent while it lasts. */
  until?: string;
  /** departments are where the lead sits: one of those listed, or another; absent where that is not known. */
  departments?: string[];
  /** competent are the domains in which the lead is known to be competent. */
  competent?: ("academic" | "behavior" | "sel")[];
  /** notCompetent are those in which the lead is known not to be; a domain in neither list is unknown. */
  notCompetent?: ("academic" | "behavior" | "sel")[];
  /** authority is by what the lead leads: direct authority, influence, both or neither; absent where that is not known. */
  authority?: "direct" | "influence" | "both" | "none";
}

/** Partnership is that of an ISD and a district, who select each other. */
export interface DistrictPartnership {
  /** isd is the service agency. */
  isd: Unit;
  /** district is the district. */
  district: Unit;
  /** isdSelectedOn is the day on which the ISD selected the district. */
  isdSelectedOn?: string;
  /** districtSelectedOn is the day on which the district selected the ISD. */
  districtSelectedOn?: string;
}

/** Team is a team of a unit. */
export interface DistrictTeam {
  /** id names the team. */
  id: string;
  /** teamKind is what kind of team it is. */
  teamKind: "isd" | "district" | "school" | "gradeOrContent" | "communityOfPractice";
  /** unit is the unit whose team it is. */
  unit: Unit;
  /** from is the day on which it began. */
  from: string;
  /** until is its last day; absent while it lasts. */
  until?: string;
  /** members are its members. */
  members: DistrictTeamMember[];
}

/** TeamMember is a person on a team, in one role. Whoever holds two roles stands twice, under one id. */
export interface DistrictTeamMember {
  /** id is an opaque identifier, never a name. */
  id: string;
  /** role is one of Roles, or one of the document's own. */
  role: string;
  /** from is the first day; absent means as long as the team. */
  from?: string;
  /** until is the last day; absent means as long as the team. */
  until?: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
