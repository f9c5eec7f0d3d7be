// Made from the JSON Schema of the same name; change nothing here.

/** A document of what is to be done in a unit. */
export interface ActionPlan {
  /** The kind of document. */
  kind: "actionPlan";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the plan. */
  id?: string;
  /** The id of the plan that it corrects or brings up to date. */
  supersedes?: string;
  /** The id of a plan that does not count; the plan that voids it does not count either. */
  voids?: string;
  /** The unit that the plan is for. */
  unit: Unit;
  /** The day on which it was made, or last brought up to date. */
  date: string;
  /** The day on which the plan was entered, where that was later. */
  recorded?: string;
  /** The id of the administration that it follows from; absent where it follows from none. */
  administration?: string;
  /** The instrument whose items its activities name; absent where each activity says so itself. */
  instrument?: InstrumentRef;
  /** The day on which MTSS became a priority of the ISD; absent while it is not, and in a plan of another unit. */
  prioritySince?: string;
  /** The day on which an ISD coordinator was selected; absent while there is none, and in a plan of another unit. */
  coordinatorSince?: string;
  /** What is allocated; absent means that this is not known. */
  resources?: PlanResource[];
  /** What is to be done, each with its own id. */
  activities: PlanActivity[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Names a definition. */
export interface InstrumentRef {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
}

/** One thing to be done. */
export interface PlanActivity {
  /** Names the activity. It keeps its id from plan to plan. */
  id: string;
  /** The items that it is about: to raise their scores, or to sustain those that have the greatest one; absent if none. */
  items?: string[];
  /** The instrument of these items; absent means that of the plan. */
  instrument?: InstrumentRef;
  /** The component of infrastructure that it builds; absent if none. */
  component?: "implementationTeam" | "initiativeInventory" | "initiativeReview" | "staffSelection" | "staffDevelopment" | "communicationPlan" | "barrierRemoval" | "coachingSystem" | "implementationPlan" | "dataUse";
  /** The innovation that it is for; absent means all of them. */
  innovation?: string;
  /** The stage of implementation that it belongs to; absent if none. */
  stage?: "exploration" | "installation" | "initialImplementation" | "fullImplementation";
  /** What the activity develops: leadership, systems (those of the organization) or competency (that of staff); absent if none. */
  area?: "leadership" | "systems" | "competency";
  /** Says in a few words what is to be done. */
  what: string;
  /** The role that is to do it, never a name. */
  who: string;
  /** The day by which it should be done. */
  due: string;
  /** How far it is. */
  status: "planned" | "underWay" | "done" | "dropped";
  /** The day on which it was done; absent while it is not. */
  doneOn?: string;
  /** The day on which it was given up; absent while it is not, or if that is not known. */
  droppedOn?: string;
  /** The day on which it was first planned; absent if that is not known, or the day of the plan or of the administration that it follows from. */
  since?: string;
  /** The ids of what shows that it is done; absent if none is named. */
  evidence?: string[];
}

/** Something that is allocated to the work. */
export interface PlanResource {
  /** What is allocated: fte (positions), personnel (people) or money. */
  kind: "fte" | "personnel" | "money";
  /** How much, a plain number such as "0.5"; absent means that it is not stated. */
  amount?: string;
  /** The day from which it is allocated. */
  since: string;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
