// Made from the JSON Schema of the same name; change nothing here.

/** The record of one administration: who was present in which role, every vote, and the scores that were agreed. */
export interface Meeting {
  /** The kind of document. */
  kind: "meeting";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the meeting and the administration that follows from it. */
  id?: string;
  /** The id of the meeting that it corrects. */
  supersedes?: string;
  /** The id of a meeting that does not count; the meeting that voids it does not count either. */
  voids?: string;
  /** What was administered. */
  instrument: InstrumentRef;
  /** What was assessed. */
  unit: Unit;
  /** The day on which the scores were agreed: the day of the meeting, or its last day where it took several. */
  date: string;
  /** The first day of a meeting that took several; absent for one of a day. */
  began?: string;
  /** The day on which the record was entered, where that was later. */
  recorded?: string;
  /** Marks the first administration, before the infrastructure is installed, which may lie outside the windows. */
  baseline?: boolean;
  /** How many members the team has, present or not; absent means that it is not stated. */
  teamSize?: number;
  /** The people present. */
  present: DcaParticipant[];
  /** The sections that were administered; absent means all. */
  sections?: string[];
  /** The items, in the order in which they were discussed. */
  items: DcaItemRecord[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** What happened to one item. */
export interface DcaItemRecord {
  /** The item's id. */
  item: string;
  /** The rounds of voting, in order. */
  rounds?: DcaRound[];
  /** The agreed score; null or absent where there is none. */
  agreed?: number | null;
  /** Marks an item that does not apply. */
  notApplicable?: boolean;
  /** Names the evidence for the score. */
  evidence?: string;
}

/** A person present, by an opaque id. */
export interface DcaParticipant {
  /** An opaque identifier, never a name. */
  id: string;
  /** The person's role. */
  role: "administrator" | "facilitator" | "noteTaker" | "respondent" | "observer";
  /** Further roles of the person: an administrator may also facilitate. No further role gives an administrator a vote. */
  also?: ("administrator" | "facilitator" | "noteTaker" | "respondent" | "observer")[];
  /** The person's position in the district or school, such as "principal". */
  position?: string;
  /** The day on which an administrator was trained; absent means that it is not stated. */
  trainedOn?: string;
}

/** One vote: a simultaneous one in the open, or by private ballots. */
export interface DcaRound {
  /** Counts the rounds of an item from 1. */
  round: number;
  /** Marks a vote by private ballots, such as those that members fill in before the meeting. They may be of people who are not present, and anonymous. */
  private?: boolean;
  /** How each person voted in the round, in any order. */
  votes: DcaVote[];
}

/** One vote. */
export interface DcaVote {
  /** The id of the person who voted; absent for an anonymous ballot. */
  by?: string;
  /** The score; null for an abstention. */
  score: number | null;
}

/** Names a definition. */
export interface InstrumentRef {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
