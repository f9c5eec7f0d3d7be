// Made from the JSON Schema of the same name; change nothing here.

/** What a district or an ISD found out about its readiness for an innovation. */
export interface Readiness {
  /** The kind of document. */
  kind: "readiness";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the record, so that corrections can refer to it. */
  id?: string;
  /** The id of the record that this one corrects. */
  supersedes?: string;
  /** The id of a record that does not count; this one does not count either then. */
  voids?: string;
  /** The district or ISD. */
  unit: Unit;
  /** What it may take up. */
  innovation: string;
  /** The day as of which the record was made. */
  date: string;
  /** The day on which the record was entered, where that was later. */
  recorded?: string;
  /** The day on which the work begins; absent while it is not set. Steps are to be taken before it. */
  starts?: string;
  /** The answers to prompts, each prompt at most once. */
  answers: ReadinessPromptAnswer[];
  /** The steps that were taken, each at most once; absent means that they are not recorded. */
  steps?: ReadinessTaken[];
  /** What districts ask of an ISD; absent means that they are not known. */
  requests?: ReadinessRequest[];
  /** What an ISD is able to support; absent means that this is not known. */
  areas?: ("seb" | "reading" | "infrastructure" | "pyramid")[];
  /** What an ISD wants to reach: a plan for the county, trainers, coaches or data coordinators of its own, or trained district teams; absent means that the goals are not stated. */
  goals?: ("countyPlan" | "trainers" | "coaches" | "dataCoordinators" | "districtTeams")[];
  /** Whether the innovation was selected; absent while it is open, or where an earlier record has it. */
  decision?: ReadinessSelection;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Something that an answer rests on. */
export interface ReadinessAnswerEvidence {
  /** What kind of evidence it is: localMICIP (improvement plan of a local district), isdMICIP (improvement plan of the ISD), strategicPlan (or mission, or vision), isdPlan (MTSS plan of the ISD), countyData, districtData, dataSystem (data from the MiMTSS Data System), capacityAssessment (District Capacity Assessment), survey, focusGroup, conversation (with leaders or staff), request (for support), requestedAmount (request that says how much; requests of the document itself count without being listed here), inventory (of initiatives), resource (research or material that was reviewed), scaleUpPlan (plan or timeline for more schools), letter (of agreement, or its draft) or record (of another kind, such as minutes). */
  kind: "localMICIP" | "isdMICIP" | "strategicPlan" | "isdPlan" | "countyData" | "districtData" | "dataSystem" | "capacityAssessment" | "survey" | "focusGroup" | "conversation" | "request" | "requestedAmount" | "inventory" | "resource" | "scaleUpPlan" | "letter" | "record";
  /** The day of the evidence. Evidence of a day after the day of asking does not count. */
  on: string;
  /** Says what it is, such as the title of a plan. Descriptive only. */
  what?: string;
}

/** An answer to a prompt. */
export interface ReadinessPromptAnswer {
  /** Which prompt is answered: one for the kind of unit. */
  prompt: "isd.need.county" | "isd.need.micip" | "isd.need.data" | "isd.need.districts" | "isd.need.areas" | "isd.need.amount" | "isd.need.kinds" | "isd.fit.understood" | "isd.fit.priorities" | "isd.fit.initiatives" | "isd.fit.enhances" | "isd.fit.conflicts" | "isd.fit.load" | "isd.fit.districts.initiatives" | "isd.fit.districts.enhances" | "isd.fit.districts.conflicts" | "isd.fit.districts.load" | "isd.capacity.areas" | "isd.capacity.resources" | "isd.capacity.learning" | "isd.capacity.changes" | "isd.capacity.leadership" | "isd.capacity.understood" | "district.need.conversations" | "district.need.sponsors" | "district.need.buyIn" | "district.need.data" | "district.need.research" | "district.fit.components" | "district.fit.priorities" | "district.capacity.learning" | "district.capacity.allSchools" | "district.capacity.timeline" | "district.capacity.schools" | "district.capacity.resources" | "district.capacity.beyond" | "district.capacity.isdTime" | "district.capacity.selection";
  /** Whether the answer speaks for going ahead, as judged by the team that gave it: yes, no or unsure. */
  supports: "yes" | "no" | "unsure";
  /** The answer in words. Descriptive only. */
  says?: string;
  /** What it rests on. */
  evidence?: ReadinessAnswerEvidence[];
  /** What is still to be found out. While there is one, the answer does not count. */
  gap?: string;
}

/** What one district asks of its ISD: one kind of support in one area. */
export interface ReadinessRequest {
  /** The district that asks. */
  district: string;
  /** What the support is for: seb (social, emotional and behavioral MTSS), reading (reading MTSS, which the source also calls literacy), infrastructure (of the district) or pyramid (the Pyramid Model, for early childhood). The source names neither of the last two in its prompts on fit, and not pyramid in its prompt on capacity. */
  area: "seb" | "reading" | "infrastructure" | "pyramid";
  /** The kind of support: training, coaching (of teams or individuals), dataCoordination or isdTeam (an ISD team that organizes the work across the county; the source names it in its opening and not in its prompt). */
  support: "training" | "coaching" | "dataCoordination" | "isdTeam";
  /** How much; absent means that the district does not say. */
  hours?: number;
  /** The day of the request. */
  on: string;
}

/** Whether the innovation was selected. */
export interface ReadinessSelection {
  /** The day of the decision. */
  on: string;
  /** Whether the innovation was selected. */
  selected: boolean;
}

/** A step that was taken. */
export interface ReadinessTaken {
  /** Which step was taken: one for the kind of unit. */
  step: "leaders" | "teamSelected" | "coordinatorSelected" | "timeToAttend" | "timeToMeet" | "spaces" | "data" | "drives" | "letterDrafted" | "letterSigned" | "letterInnovation" | "communicated" | "overviewLearning" | "overviewAssessments" | "overviewTime" | "overviewRoles";
  /** The day on which it was taken. */
  on: string;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
