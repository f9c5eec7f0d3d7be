// Made from the JSON Schema of the same name; change nothing here.

/** DIT is the part of one district in the DIT series: its sessions and what is done between them. The source has two names for the one series, after District Implementation Teams and after ISD capacity. */
export interface DitSeries {
  /** names what the document is */
  kind: "ditSeries";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** unit is the district. The series is of districts, and says nothing about schools or classrooms. Its id is descriptive only. */
  unit: Unit;
  /** replication marks a series that an ISD gives to a further district; the first one is given by the technical assistance center. */
  replication?: boolean;
  /** from is the day on which the series began, or will begin. */
  from: string;
  /** until is its last day; absent while it goes on. What is missing by then stays missing. */
  until?: string;
  /** minutes are those of all sessions together, if somebody states them; they must be the sum of the sessions. */
  minutes?: number;
  /** done are the commitments that are kept once, and when; absent means that they are not recorded. */
  done?: LearningDone[];
  /** sessions are the sessions, held and planned. */
  sessions: LearningDITSession[];
  /** meetings are those of the team outside the sessions; absent means that they are not recorded. None needs to name the team. */
  meetings?: MeetingMeeting[];
  /** planning are the days on which the coordinator planned with ISD staff; absent means that they are not recorded. */
  planning?: string[];
  /** superintendent are the days on which the coordinator checked in with the superintendent; absent means that they are not recorded. */
  superintendent?: string[];
  /** coaches are the days on which the coordinator checked in with school-level coaches; absent means that they are not recorded. */
  coaches?: string[];
}

/** DITSession is one session of a DIT series, or a part of one that was held on several days: sessions of one topic and with the same people are one. */
export interface LearningDITSession {
  /** with says who learns: coordinator, in a coaching support session, or team. */
  with: "coordinator" | "team";
  /** topic is readiness (of the team, and the District Capacity Assessment), development (of the team), communication, coaching (the coaching system) or alignment (of initiatives and innovations, and their review). */
  topic: "readiness" | "development" | "communication" | "coaching" | "alignment";
  /** on is its day. */
  on: string;
  /** minutes are how long it is. */
  minutes: number;
  /** coordinator is whether the coordinator attended; absent means that it is not recorded. */
  coordinator?: "yes" | "no";
  /** isd is whether ISD staff attended. */
  isd?: "yes" | "no";
  /** members are the members of the team who attended, of all; absent means that it is not recorded. */
  members?: Tally;
  /** deliveredBy is who delivered it: the technical assistance center or the ISD; absent means that it is not recorded. */
  deliveredBy?: "center" | "isd";
}

/** Done is a commitment that was kept. */
export interface LearningDone {
  /** commitment is coordinatorSelected, coordinatorTime (time is allocated to the coordinator) or teamSelected (or convened). */
  commitment: "coordinatorSelected" | "coordinatorTime" | "teamSelected";
  /** on is the day. */
  on: string;
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

/** Tally is so many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between Earned/Possible and (Earned+Unknown)/Possible. The zero value is 0 of 0, whose share is undefined. */
export interface Tally {
  /** earned is what is certain, 0 or more. */
  earned: number;
  /** possible is the most there can be, at least Earned + Unknown. */
  possible: number;
  /** unknown is what may yet be added to Earned, 0 or more. */
  unknown: number;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
