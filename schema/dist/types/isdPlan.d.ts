// Made from the JSON Schema of the same name; change nothing here.

/** Plan is an ISD's county-wide plan for MTSS. */
export interface IsdPlan {
  /** names what the document is */
  kind: "isdPlan";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** unit is the ISD. */
  unit: Unit;
  /** prioritySince is the day on which MTSS became a county-wide priority; absent while it is not. */
  prioritySince?: string;
  /** coordinatorSince is the day on which an ISD coordinator was selected; absent while there is none. */
  coordinatorSince?: string;
  /** resources are what is allocated; absent means that this is not known. */
  resources?: ReadinessPlanResource[];
  /** activities are the activities that are planned, each with its own id. */
  activities: ReadinessPlanActivity[];
}

/** PlanActivity is one activity of a plan. */
export interface ReadinessPlanActivity {
  /** id names the activity. */
  id: string;
  /** area is what it develops: leadership, systems (those of the organization) or competency (that of staff). */
  area: "leadership" | "systems" | "competency";
  /** what says what is to be done. Descriptive only. */
  what: string;
  /** owner is the role in charge of it, never a name. Descriptive only. */
  owner: string;
  /** due is the day by which it should be done. */
  due: string;
  /** doneOn is the day on which it was done; absent until it is. */
  doneOn?: string;
}

/** PlanResource is something that is allocated to the work. */
export interface ReadinessPlanResource {
  /** kind is fte (positions), personnel (people) or money. */
  kind: "fte" | "personnel" | "money";
  /** amount is how much, a plain number such as "0.5"; absent means that it is not stated. */
  amount?: string;
  /** since is the day from which it is allocated. */
  since: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
