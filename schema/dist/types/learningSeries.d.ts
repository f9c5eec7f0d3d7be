// Made from the JSON Schema of the same name; change nothing here.

/** Series is a series of sessions of professional learning. */
export interface LearningSeries {
  /** kind is "learningSeries"; writing sets it. */
  kind: "learningSeries";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** unit is whose staff learn. Descriptive only. */
  unit: Unit;
  /** format is schoolBased (training of a school's staff, new staff included, in each year), facilitators (sessions for staff who will facilitate professional learning, on systems and on strategies and interventions), coaches (sessions for coaches), dataCoordinators (sessions for data coordinators) or communityOfPractice (meetings of ISD coordinators to learn, share and raise challenges). */
  format: string;
  /** from is the first day of the series. Years are counted from it, so that the first day of a school year keeps sessions of August in their own year. */
  from: string;
  /** until is its last day; absent while it goes on. */
  until?: string;
  /** minutes are what its sessions have together, as somebody states it; absent means that nobody does. It must be their sum. */
  minutes?: number;
  /** allocation is what is allocated to it; absent means that it is not known. */
  allocation?: LearningAllocation;
  /** needs are the training that is needed; absent means that nobody asked. */
  needs?: LearningTrainingNeed[];
  /** sessions are the sessions, held and planned. */
  sessions: LearningSession[];
}

/** Allocation is time and resources that are allocated to professional learning. */
export interface LearningAllocation {
  /** minutes are the time, 0 for none. */
  minutes: number;
  /** resource is what pays for it, such as a line of the budget; absent means nothing. */
  resource?: string;
}

/** Attendance is who attended of one role. */
export interface LearningAttendance {
  /** role is the role, never a name. */
  role: string;
  /** people are those who attended, of those expected; unknown are those of whom it is not recorded. */
  people: Tally;
  /** new are the new staff among them; absent means that it is not recorded. */
  new?: Tally;
}

/** FeedbackItem is one question and its answers. */
export interface LearningFeedbackItem {
  /** item is overall (how good the training was), diversity (whether diversity among educators and learners was portrayed positively), or a word of your own. */
  item: string;
  /** by is who answers: individuals, or teams with one answer each, which are not counted as people. */
  by: "individuals" | "teams";
  /** favourable are the favourable answers, of all asked; unknown are those not given. */
  favourable: Tally;
}

/** Session is one session. */
export interface LearningSession {
  /** id names the session. */
  id: string;
  /** on is its day. */
  on: string;
  /** minutes are how long it is. */
  minutes: number;
  /** needs are the needs that it meets. */
  needs?: string[];
  /** focus is what staff examine in it: instruction (instructional practice), data (data-based decision making) or delivery (of interventions and supports). */
  focus?: string[];
  /** reflected is whether staff reflected upon their practice; absent means that it is not recorded. */
  reflected?: "yes" | "no";
  /** adapted is what was adapted to the local context. Descriptive only. */
  adapted?: string;
  /** challenges are what those who met raised. Descriptive only. */
  challenges?: string[];
  /** attendance is who attended, each role at most once; absent means that it is not recorded. */
  attendance?: LearningAttendance[];
  /** feedback is what they said of it; absent means that nobody asked. */
  feedback?: LearningSessionFeedback;
}

/** SessionFeedback is what was said of a session, counted, and what followed. */
export interface LearningSessionFeedback {
  /** items are the questions asked, each at most once of each kind of respondent. */
  items: LearningFeedbackItem[];
  /** changedOn is the day on which it led to a change; absent while it has not. */
  changedOn?: string;
  /** change is what was changed. Descriptive only. */
  change?: string;
  /** reportedOn is the day on which it was reported to those who have a stake in it; absent while it has not been. */
  reportedOn?: string;
}

/** TrainingNeed is training that is needed. */
export interface LearningTrainingNeed {
  /** id names the need. */
  id: string;
  /** phase is initial (training for initial implementation of the essential components) or sustain (training to sustain implementation). */
  phase: string;
  /** what is needed, such as an essential component. Descriptive only. */
  what?: string;
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
