// Made from the JSON Schema of the same name; change nothing here.

/** Plan is the action plan that follows from an administration: what is to be done about which item, by whom and by when. */
export interface ActionPlan {
  /** names what the document is */
  kind: "actionPlan";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the plan. */
  id: string;
  /** supersedes is the id of the plan that it corrects or brings up to date. */
  supersedes?: string;
  /** voids is the id of a plan that does not count; the plan that voids it does not count either. */
  voids?: string;
  /** administration is the id of the administration that it follows from. */
  administration: string;
  /** instrument is the instrument whose items it names. */
  instrument: InstrumentRef;
  /** unit is the unit that the plan is for. */
  unit: Unit;
  /** date is the day on which it was made, or brought up to date. */
  date: string;
  /** activities are what is to be done. */
  activities: DcaActivity[];
}

/** Activity is one thing to be done about an item. */
export interface DcaActivity {
  /** id names the activity. It keeps its id from plan to plan. */
  id: string;
  /** item is the item that it is about: to raise its score, or to sustain it where it has the greatest one. */
  item: string;
  /** what says in a few words what is to be done. */
  what: string;
  /** who is the role that is to do it, never a name. */
  who: string;
  /** due is the day by which it should be done. */
  due: string;
  /** status is how far it is. */
  status: "planned" | "underWay" | "done" | "dropped";
  /** doneOn is the day on which it was done; absent until then. */
  doneOn?: string;
  /** since is the day of the administration after which it was first planned; absent where that is the one that this plan follows from. */
  since?: string;
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
