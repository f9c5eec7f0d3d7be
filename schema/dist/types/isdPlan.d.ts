// Made from the JSON Schema of the same name; change nothing here.

/** Plan is an ISD's county-wide plan for MTSS. */
export interface IsdPlan {
  /** The kind of document. */
  kind: "isdPlan";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The ISD. */
  unit: Unit;
  /** The day on which MTSS became a county-wide priority; absent while it is not. */
  prioritySince?: string;
  /** The day on which an ISD coordinator was selected; absent while there is none. */
  coordinatorSince?: string;
  /** What is allocated; absent means that this is not known. */
  resources?: ReadinessPlanResource[];
  /** The activities that are planned, each with its own id. */
  activities: ReadinessPlanActivity[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** PlanActivity is one activity of a plan. */
export interface ReadinessPlanActivity {
  /** Names the activity. */
  id: string;
  /** What it develops: leadership, systems (those of the organization) or competency (that of staff). */
  area: "leadership" | "systems" | "competency";
  /** Says what is to be done. Descriptive only. */
  what: string;
  /** The role in charge of it, never a name. Descriptive only. */
  owner: string;
  /** The day by which it should be done. */
  due: string;
  /** The day on which it was done; absent until it is. */
  doneOn?: string;
}

/** PlanResource is something that is allocated to the work. */
export interface ReadinessPlanResource {
  /** Fte (positions), personnel (people) or money. */
  kind: "fte" | "personnel" | "money";
  /** How much, a plain number such as "0.5"; absent means that it is not stated. */
  amount?: string;
  /** The day from which it is allocated. */
  since: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
