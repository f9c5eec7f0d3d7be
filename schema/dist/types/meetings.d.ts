// Made from the JSON Schema of the same name; change nothing here.

/** A document of the meetings of teams. */
export interface Meetings {
  /** The kind of document. */
  kind: "meetings";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Identifies the document. */
  id?: string;
  /** The units and periods of which all meetings are recorded, so that no record means no meeting. */
  covers: Coverage[];
  /** The meetings, in any order. Each names its team. */
  meetings: MeetingMeeting[];
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

/** A result that a meeting looked at. */
export interface MeetingCitedResult {
  /** The id of the result, such as the id of an administration. */
  id: string;
  /** What was measured: capacity, fidelity or outcomes. */
  of: "capacity" | "fidelity" | "outcome";
  /** The practice or program that was measured; absent for a result that is of any, such as one of capacity. */
  innovation?: string;
  /** The day of the result. */
  date: string;
}

/** An exchange of information with another team. */
export interface MeetingExchange {
  /** The id of the other team. */
  team: string;
  /** Says whether the meeting's team gave information, got it, or both. */
  way: "gave" | "got" | "both";
}

/** One meeting of a team, as recorded. */
export interface MeetingMeeting {
  /** Identifies the meeting. One without an id is known by all that is said of it. */
  id?: string;
  /** The id of the record that this one corrects. */
  supersedes?: string;
  /** The id of a record that this one withdraws; neither of them counts. */
  voids?: string;
  /** The id of the team; absent where only one team can be meant, as in a series of one district. */
  team?: string;
  /** The day of the meeting. */
  date: string;
  /** The day on which the record was entered, where that was later. */
  recorded?: string;
  /** Whether the team's coordinator facilitated the meeting; absent means that it is not recorded. */
  facilitated?: "yes" | "no";
  /** The ids of the members who attended; absent means that it is not recorded. */
  attended?: string[];
  /** The ids of the activities, components and barriers that were taken up. */
  agenda?: string[];
  /** The results that the meeting looked at. */
  results?: MeetingCitedResult[];
  /** What the meeting decided; absent means that it is not recorded. */
  decisions?: MeetingTeamDecision[];
  /** The exchanges of information with other teams; absent means that they are not recorded. */
  shared?: MeetingExchange[];
}

/** A decision of a meeting. */
export interface MeetingTeamDecision {
  /** Says briefly what was decided. */
  what: string;
  /** The ids of the cited results that the decision rests on; an empty list if it rests on no data. */
  results: string[];
  /** The role on the team that should carry it out, never a name. */
  who?: string;
  /** The day by which it should be carried out. */
  due?: string;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
