// Made from the JSON Schema of the same name; change nothing here.

/** Series is a series of sessions of professional learning. */
export interface LearningSeries {
  /** names what the document is */
  kind: "learningSeries";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** unit is whose staff learn. */
  unit: Unit;
  /** format is schoolBased (training of a school's staff, new staff included, in each year), facilitators (sessions for staff who will facilitate professional learning, on systems and on strategies and interventions), coaches (sessions for coaches), dataCoordinators (sessions for data coordinators) or communityOfPractice (meetings of ISD coordinators to learn, share and raise challenges). Descriptive only. */
  format: "schoolBased" | "facilitators" | "coaches" | "dataCoordinators" | "communityOfPractice";
  /** from is the first day of the series. Years are counted from it, so the first day of a school year keeps August sessions in the right year. */
  from: string;
  /** until is its last day; absent while it goes on. */
  until?: string;
  /** minutes are those of all sessions together, if somebody states them; they must be the sum of the sessions. */
  minutes?: number;
  /** allocation is what is allocated to it; absent means that this is not known. */
  allocation?: LearningAllocation;
  /** needs are the needs for training; absent means that nobody asked. */
  needs?: LearningTrainingNeed[];
  /** planned are the supports that are planned besides the sessions, and what the sessions are for; absent means that this is not known. */
  planned?: LearningProvision[];
  /** access counts the staff who have access to it, of all staff, new staff included; absent means that it is not known. */
  access?: Tally;
  /** benefit counts the staff who say that they benefit, of those asked; absent means that nobody was asked. */
  benefit?: Tally;
  /** fidelity counts what was delivered as planned, of what was planned; absent means that it is not measured. */
  fidelity?: Tally;
  /** impact counts the staff who use what they learned, of those observed; absent means that it is not measured. */
  impact?: Tally;
  /** sessions are the sessions, held and planned. */
  sessions: LearningSession[];
}

/** Allocation is time and resources that are allocated to professional learning. */
export interface LearningAllocation {
  /** minutes are the time, 0 for none. */
  minutes: number;
  /** resource is what pays for it, such as a budget line; absent if nothing does. */
  resource?: string;
}

/** Attendance is how many people of one role attended. */
export interface LearningAttendance {
  /** role is the role, never a name. */
  role: string;
  /** people are those who attended, of those expected; those for whom it is not recorded are unknown. */
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
  /** favourable are the favorable answers, of all asked for; those not given are unknown. */
  favourable: Tally;
}

/** Provision is one support that is planned for staff. */
export interface LearningProvision {
  /** support is training, coaching, dataCoordination (help with collecting and using data) or other. */
  support: "training" | "coaching" | "dataCoordination" | "other";
  /** phase is initial or sustain: what it is for. */
  phase: "initial" | "sustain";
  /** need is the need that it answers, such as the id of a need of the series or of a condition that warrants coaching; absent means none that is stated. */
  need?: string;
}

/** Session is one session of a series. */
export interface LearningSession {
  /** id names the session. */
  id: string;
  /** on is its day. */
  on: string;
  /** held is whether it took place on its day: no for one that was called off; absent means that it did, once the day has come. */
  held?: "yes" | "no";
  /** continues is the id of the session of which this is a further part, held on another day. Together they are one. */
  continues?: string;
  /** minutes are how long it is. */
  minutes: number;
  /** needs are the needs that it meets. */
  needs?: string[];
  /** focus is what staff examine in it: instruction (instructional practice), data (data-based decision making) or delivery (of interventions and supports). */
  focus?: ("instruction" | "data" | "delivery")[];
  /** reflected is whether staff reflected upon their practice, yes or no; absent means that it is not recorded. */
  reflected?: "yes" | "no";
  /** adapted is what was adapted to the local context. Descriptive only. */
  adapted?: string;
  /** challenges are those that participants raised. Descriptive only. */
  challenges?: string[];
  /** attendance is who attended, by role, each role at most once; absent means that it is not recorded. */
  attendance?: LearningAttendance[];
  /** feedback is what participants said about it; absent means that nobody asked. */
  feedback?: LearningSessionFeedback;
}

/** SessionFeedback is what participants said about a session, counted, and what followed from it. */
export interface LearningSessionFeedback {
  /** items are the questions asked, each at most once for each kind of respondent. */
  items: LearningFeedbackItem[];
  /** changedOn is the day on which it led to a change; absent until it does. */
  changedOn?: string;
  /** change is what was changed. Descriptive only. */
  change?: string;
  /** reportedOn is the day on which it was reported to stakeholders; absent until it is. */
  reportedOn?: string;
}

/** TrainingNeed is a need for training. */
export interface LearningTrainingNeed {
  /** id names the need. */
  id: string;
  /** phase is initial (training for initial implementation of the essential components) or sustain (training to sustain implementation). */
  phase: "initial" | "sustain";
  /** what says what is needed, such as training in an essential component. Descriptive only. */
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
