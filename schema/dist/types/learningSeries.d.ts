// Made from the JSON Schema of the same name; change nothing here.

/** A series of sessions of professional learning. */
export interface LearningSeries {
  /** The kind of document. */
  kind: "learningSeries";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The day on which the series was entered, with those of its sessions that do not say so themselves; absent means that this is not known. */
  recorded?: string;
  /** The unit whose staff learn. */
  unit: Unit;
  /** How it is given: schoolBased (training of a school's staff, new staff included, in each year), facilitators (sessions for staff who will facilitate professional learning, on systems and on strategies and interventions), coaches (sessions for coaches), dataCoordinators (sessions for data coordinators) or communityOfPractice (meetings of ISD coordinators to learn, share and raise challenges). Descriptive only. */
  format: "schoolBased" | "facilitators" | "coaches" | "dataCoordinators" | "communityOfPractice";
  /** The first day of the series. Years are counted from it, so the first day of a school year keeps August sessions in the right year. */
  from: string;
  /** The last day of the series; absent while it goes on. */
  until?: string;
  /** The minutes of all sessions together, if somebody states them; they must be the sum of the sessions. */
  minutes?: number;
  /** What is allocated to it; absent means that this is not known. */
  allocation?: LearningAllocation;
  /** The needs for training; absent means that nobody asked. */
  needs?: LearningTrainingNeed[];
  /** The supports that are planned besides the sessions, and what the sessions are for; absent means that this is not known. */
  planned?: LearningProvision[];
  /** Counts the staff who have access to it, of all staff, new staff included; absent means that it is not known. */
  access?: Tally;
  /** Counts the staff who say that they benefit, of those asked; absent means that nobody was asked. */
  benefit?: Tally;
  /** Counts what was delivered as planned, of what was planned; absent means that it is not measured. */
  fidelity?: Tally;
  /** Counts the staff who use what they learned, of those observed; absent means that it is not measured. */
  impact?: Tally;
  /** The sessions, held and planned. */
  sessions: LearningSession[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Time and resources that are allocated to professional learning. */
export interface LearningAllocation {
  /** The time in minutes; 0 for none. */
  minutes: number;
  /** What pays for it, such as a budget line; absent if nothing does. */
  resource?: string;
}

/** How many people of one role attended. */
export interface LearningAttendance {
  /** The role, never a name. */
  role: string;
  /** The people who attended, of those expected; those for whom it is not recorded are unknown. */
  people: Tally;
  /** The new staff among them; absent means that it is not recorded. */
  new?: Tally;
}

/** One question and its answers. */
export interface LearningFeedbackItem {
  /** Overall (how good the training was), diversity (whether diversity among educators and learners was portrayed positively), or a word of your own. */
  item: string;
  /** Who answers: individuals, or teams with one answer each, which are not counted as people. */
  by: "individuals" | "teams";
  /** The favorable answers, of all asked for; those not given are unknown. */
  favourable: Tally;
}

/** One support that is planned for staff. */
export interface LearningProvision {
  /** Training, coaching, dataCoordination (help with collecting and using data) or other. */
  support: "training" | "coaching" | "dataCoordination" | "other";
  /** Initial or sustain: what it is for. */
  phase: "initial" | "sustain";
  /** The need that it answers, such as the id of a need of the series or of a condition that warrants coaching; absent means none that is stated. */
  need?: string;
}

/** One session of a series. */
export interface LearningSession {
  /** Names the session. */
  id: string;
  /** The day on which the session is held. */
  on: string;
  /** The day on which the session was entered, which may be before it is held; absent means that of the series. */
  recorded?: string;
  /** Whether it took place on its day: no for one that was called off; absent means that it did, once the day has come. */
  held?: "yes" | "no";
  /** The id of the session of which this is a further part, held on another day. Together they are one. */
  continues?: string;
  /** How long it is. */
  minutes: number;
  /** The needs that it meets. */
  needs?: string[];
  /** What staff examine in it: instruction (instructional practice), data (data-based decision making) or delivery (of interventions and supports). */
  focus?: ("instruction" | "data" | "delivery")[];
  /** Whether staff reflected upon their practice, yes or no; absent means that it is not recorded. */
  reflected?: "yes" | "no";
  /** What was adapted to the local context. Descriptive only. */
  adapted?: string;
  /** The challenges that participants raised. Descriptive only. */
  challenges?: string[];
  /** Who attended, by role, each role at most once; absent means that it is not recorded. */
  attendance?: LearningAttendance[];
  /** What participants said about it; absent means that nobody asked. */
  feedback?: LearningSessionFeedback;
}

/** What participants said about a session, counted, and what followed from it. */
export interface LearningSessionFeedback {
  /** The questions asked, each at most once for each kind of respondent. */
  items: LearningFeedbackItem[];
  /** The day on which it led to a change; absent until it does. */
  changedOn?: string;
  /** What was changed. Descriptive only. */
  change?: string;
  /** The day on which it was reported to stakeholders; absent until it is. */
  reportedOn?: string;
}

/** A need for training. */
export interface LearningTrainingNeed {
  /** Names the need. */
  id: string;
  /** Initial (training for initial implementation of the essential components) or sustain (training to sustain implementation). */
  phase: "initial" | "sustain";
  /** Says what is needed, such as training in an essential component. Descriptive only. */
  what?: string;
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
