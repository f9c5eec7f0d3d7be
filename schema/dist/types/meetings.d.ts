// Made from the JSON Schema of the same name; change nothing here.

/** Meetings is a document of the meetings of teams. */
export interface Meetings {
  /** names what the document is */
  kind: "meetings";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id identifies the document. */
  id?: string;
  /** covers are the units and periods of which all meetings are recorded, so that no record means no meeting. */
  covers: Coverage[];
  /** meetings are the meetings, in any order. Each names its team. */
  meetings: MeetingMeeting[];
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

/** CitedResult is a result that a meeting looked at. */
export interface MeetingCitedResult {
  /** id is the id of the result, such as the id of an administration. */
  id: string;
  /** of is what was measured: capacity, fidelity or outcomes. */
  of: "capacity" | "fidelity" | "outcome";
  /** innovation is the practice or program that was measured; absent for a result that is of any, such as one of capacity. */
  innovation?: string;
  /** date is the day of the result. */
  date: string;
}

/** Decision is a decision of a meeting. */
export interface MeetingDecision {
  /** what says briefly what was decided. */
  what: string;
  /** results are the ids of the cited results that the decision rests on; an empty list if it rests on no data. */
  results: string[];
  /** who is the role on the team that should carry it out, never a name. */
  who?: string;
  /** due is the day by which it should be carried out. */
  due?: string;
}

/** Exchange is an exchange of information with another team. */
export interface MeetingExchange {
  /** team is the id of the other team. */
  team: string;
  /** way says whether the meeting's team gave information, got it, or both. */
  way: "gave" | "got" | "both";
}

/** Meeting is one meeting of a team, as recorded. */
export interface MeetingMeeting {
  /** id identifies the meeting. One without an id is known by all that is said of it. */
  id?: string;
  /** supersedes is the id of the record that this one corrects. */
  supersedes?: string;
  /** voids is the id of a record that this one withdraws; neither of them counts. */
  voids?: string;
  /** team is the id of the team; absent where only one team can be meant, as in a series of one district. */
  team?: string;
  /** date is the day of the meeting. */
  date: string;
  /** facilitated is whether the team's coordinator facilitated the meeting; absent means that it is not recorded. */
  facilitated?: "yes" | "no";
  /** attended are the ids of the members who attended; absent means that it is not recorded. */
  attended?: string[];
  /** agenda are the ids of the activities, components and barriers that were taken up. */
  agenda?: string[];
  /** results are the results that the meeting looked at. */
  results?: MeetingCitedResult[];
  /** decisions are what the meeting decided; absent means that it is not recorded. */
  decisions?: MeetingDecision[];
  /** shared are the exchanges of information with other teams; absent means that they are not recorded. */
  shared?: MeetingExchange[];
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
