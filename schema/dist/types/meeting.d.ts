// Made from the JSON Schema of the same name; change nothing here.

/** Meeting is the record of one administration: who was present in which role, every simultaneous vote, and the scores that were agreed. */
export interface Meeting {
  /** names what the document is */
  kind: "meeting";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the meeting and the administration that follows from it. */
  id?: string;
  /** supersedes is the id of the meeting that it corrects. */
  supersedes?: string;
  /** voids is the id of a meeting that does not count; the meeting that voids it does not count either. */
  voids?: string;
  /** instrument is what was administered. */
  instrument: InstrumentRef;
  /** unit is what was assessed. */
  unit: Unit;
  /** date is the day of the meeting. */
  date: string;
  /** baseline marks the first administration, before the infrastructure is installed, which may lie outside the windows. */
  baseline?: boolean;
  /** teamSize is how many members the team has, present or not; absent means that it is not stated. */
  teamSize?: number;
  /** present are the people present. */
  present: DcaParticipant[];
  /** sections are the sections that were administered; absent means all. */
  sections?: string[];
  /** items are the items, in the order in which they were discussed. */
  items: DcaItemRecord[];
}

/** ItemRecord is what happened to one item. */
export interface DcaItemRecord {
  /** item is the item's id. */
  item: string;
  /** rounds are the rounds of voting, in order. */
  rounds?: DcaRound[];
  /** agreed is the agreed score; null or absent where there is none. */
  agreed?: number | null;
  /** notApplicable marks an item that does not apply. */
  notApplicable?: boolean;
  /** evidence names the evidence for the score. */
  evidence?: string;
}

/** Participant is a person present, by an opaque id. */
export interface DcaParticipant {
  /** id is an opaque identifier, never a name. */
  id: string;
  /** role is the person's role. */
  role: "administrator" | "facilitator" | "noteTaker" | "respondent" | "observer";
  /** also are further roles of the person: an administrator may also facilitate. No further role gives an administrator a vote. */
  also?: ("administrator" | "facilitator" | "noteTaker" | "respondent" | "observer")[];
  /** position is the person's position in the district or school, such as "principal". */
  position?: string;
  /** trainedOn is the day on which an administrator was trained; absent means that it is not stated. */
  trainedOn?: string;
}

/** Round is one simultaneous vote. */
export interface DcaRound {
  /** round counts the rounds of an item from 1. */
  round: number;
  /** votes are the votes, in any order. */
  votes: DcaVote[];
}

/** Vote is one vote. */
export interface DcaVote {
  /** by is the id of the person who voted. */
  by: string;
  /** score is the score; null for an abstention. */
  score: number | null;
}

/** Ref names a definition. */
export interface InstrumentRef {
  /** id is the instrument's id. */
  id: string;
  /** version is its version. */
  version: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
