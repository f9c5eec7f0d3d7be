// Made from the JSON Schema of the same name; change nothing here.

/** Meetings is a document of the meetings of teams. */
export interface Meetings {
  /** kind is "meetings"; writing sets it. */
  kind: "meetings";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** covers are the units all whose meetings are recorded, so that a month without one is a month without one. */
  covers: DistrictCoverage[];
  /** meetings are the meetings, in any order. */
  meetings: DistrictMeeting[];
}

/** CitedResult is a result that a meeting looked at. */
export interface DistrictCitedResult {
  /** id is the id of the result, such as that of an administration. */
  id: string;
  /** of is what it is a result of. */
  of: "capacity" | "fidelity" | "outcome";
  /** date is the day of the result. */
  date: string;
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

/** Exchange is an exchange of information with another team. */
export interface DistrictExchange {
  /** team is the id of the other team. */
  team: string;
  /** way is whether information was given, got, or both. */
  way: "gave" | "got" | "both";
}

/** Meeting is one meeting of a team, as recorded. */
export interface DistrictMeeting {
  /** id names the meeting. */
  id: string;
  /** supersedes is the id of the record that this one corrects. */
  supersedes?: string;
  /** voids is the id of a record that does not count; this one then counts for nothing itself. */
  voids?: string;
  /** team is the id of the team. */
  team: string;
  /** date is the day of the meeting. */
  date: string;
  /** attended are the ids of the members who were there. */
  attended: string[];
  /** agenda are the ids of what was taken up: activities, components, barriers. */
  agenda: string[];
  /** results are the results that were looked at. */
  results: DistrictCitedResult[];
  /** decisions are what was decided. */
  decisions: DistrictMeetingDecision[];
  /** shared says with which other teams information was exchanged. */
  shared: DistrictExchange[];
}

/** MeetingDecision is something that a meeting decided. */
export interface DistrictMeetingDecision {
  /** what was decided, in short. */
  what: string;
  /** results are the ids of the cited results that it rests on; none where it rests on no data. */
  results: string[];
  /** who is the role on the team that it falls to. */
  who?: string;
  /** due is the day by which it should be carried out. */
  due?: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
