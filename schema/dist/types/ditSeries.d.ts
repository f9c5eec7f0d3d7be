// Made from the JSON Schema of the same name; change nothing here.

/** The part of one district in the DIT series: its sessions and what is done between them. The source has two names for the one series, after District Implementation Teams and after ISD capacity. */
export interface DitSeries {
  /** The kind of document. */
  kind: "ditSeries";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The day on which the series was entered, with those of its sessions that do not say so themselves; absent means that this is not known. */
  recorded?: string;
  /** The district. The series is of districts, and says nothing about schools or classrooms. Its id is descriptive only. */
  unit: Unit;
  /** Marks a series that an ISD gives to a further district; the first one is given by the technical assistance center. */
  replication?: boolean;
  /** The day on which the series began, or will begin. */
  from: string;
  /** The last day of the series; absent while it goes on. What is missing by then stays missing. */
  until?: string;
  /** The minutes of all sessions together, if somebody states them; they must be the sum of the sessions. */
  minutes?: number;
  /** The commitments that are kept once, and when; absent means that they are not recorded. */
  done?: LearningDone[];
  /** The sessions, held and planned. */
  sessions: LearningDITSession[];
  /** The team's meetings outside the sessions; absent means that they are not recorded. None needs to name the team. */
  meetings?: MeetingMeeting[];
  /** The days on which the coordinator planned with ISD staff; absent means that they are not recorded. */
  planning?: string[];
  /** The days on which the coordinator checked in with the superintendent; absent means that they are not recorded. */
  superintendent?: string[];
  /** The days on which the coordinator checked in with school-level coaches; absent means that they are not recorded. */
  coaches?: string[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** One session of a DIT series, or a part of one that was held on several days: sessions of one topic and with the same people are one. */
export interface LearningDITSession {
  /** Says who learns: coordinator, in a coaching support session, or team. */
  with: "coordinator" | "team";
  /** Readiness (of the team, and the District Capacity Assessment), development (of the team), communication, coaching (the coaching system) or alignment (of initiatives and innovations, and their review). */
  topic: "readiness" | "development" | "communication" | "coaching" | "alignment";
  /** The day on which the session is held. */
  on: string;
  /** The day on which the session was entered, which may be before it is held; absent means that of the series. */
  recorded?: string;
  /** How long it is. */
  minutes: number;
  /** Whether the coordinator attended; absent means that it is not recorded. */
  coordinator?: "yes" | "no";
  /** Whether ISD staff attended. */
  isd?: "yes" | "no";
  /** The members of the team who attended, of all; absent means that it is not recorded. */
  members?: Tally;
  /** Who delivered it: the technical assistance center or the ISD; absent means that it is not recorded. */
  deliveredBy?: "center" | "isd";
}

/** A commitment that was kept. */
export interface LearningDone {
  /** Which commitment was kept: a coordinator was selected, the coordinator has time, or a team was selected or convened. */
  commitment: "coordinatorSelected" | "coordinatorTime" | "teamSelected";
  /** The day. */
  on: string;
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

/** So many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between what is earned, of what is possible, and the same with all that is unknown added. */
export interface Tally {
  /** What is certain, such as points that were scored; 0 or more. */
  earned: number;
  /** The most there can be: at least what is earned and what is unknown together. */
  possible: number;
  /** What may yet be added to what is earned, 0 or more. */
  unknown: number;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
