// Made from the JSON Schema of the same name; change nothing here.

/** Plan is the action plan that follows from an administration: what is to be done about which item, by whom and by when. */
export interface ActionPlan {
  /** The kind of document. */
  kind: "actionPlan";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the plan. */
  id: string;
  /** The id of the plan that it corrects or brings up to date. */
  supersedes?: string;
  /** The id of a plan that does not count; the plan that voids it does not count either. */
  voids?: string;
  /** The id of the administration that it follows from. */
  administration: string;
  /** The instrument whose items it names. */
  instrument: InstrumentRef;
  /** The unit that the plan is for. */
  unit: Unit;
  /** The day on which it was made, or brought up to date. */
  date: string;
  /** What is to be done. */
  activities: DcaActivity[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Activity is one thing to be done about an item. */
export interface DcaActivity {
  /** Names the activity. It keeps its id from plan to plan. */
  id: string;
  /** The item that it is about: to raise its score, or to sustain it where it has the greatest one. */
  item: string;
  /** Says in a few words what is to be done. */
  what: string;
  /** The role that is to do it, never a name. */
  who: string;
  /** The day by which it should be done. */
  due: string;
  /** How far it is. */
  status: "planned" | "underWay" | "done" | "dropped";
  /** The day on which it was done; absent until then. */
  doneOn?: string;
  /** The day of the administration after which it was first planned; absent where that is the one that this plan follows from. */
  since?: string;
}

/** Ref names a definition. */
export interface InstrumentRef {
  /** The instrument's id. */
  id: string;
  /** Its version. */
  version: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
