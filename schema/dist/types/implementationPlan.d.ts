// Made from the JSON Schema of the same name; change nothing here.

/** Plan is a document of what is to be done to install and use MTSS, also called an implementation plan. Its activities have the fields of those of an action plan that follows from an assessment. */
export interface ImplementationPlan {
  /** The kind of document. */
  kind: "implementationPlan";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Identifies the plan. */
  id: string;
  /** The unit that the plan belongs to. */
  unit: Unit;
  /** The day on which the plan was made or last brought up to date. */
  date: string;
  /** What is to be done. */
  activities: DistrictActivity[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Activity is one thing to be done. */
export interface DistrictActivity {
  /** Identifies the activity, and stays the same from plan to plan. */
  id: string;
  /** The item of an assessment that the activity is about; absent if none. */
  item?: DistrictItemRef;
  /** The component of infrastructure that the activity builds; absent if none. */
  component?: "implementationTeam" | "initiativeInventory" | "initiativeReview" | "staffSelection" | "staffDevelopment" | "communicationPlan" | "barrierRemoval" | "coachingSystem" | "implementationPlan" | "dataUse";
  /** The innovation that the activity is for; absent means all of them. */
  innovation?: string;
  /** The stage of implementation that the activity belongs to. */
  stage: "exploration" | "installation" | "initialImplementation" | "fullImplementation";
  /** Says briefly what is to be done. */
  what: string;
  /** The role that the activity falls to, never a name. */
  who: string;
  /** The day by which the activity should be done. */
  due: string;
  /** The status of the activity. */
  status: "planned" | "underWay" | "done" | "dropped";
  /** The day on which the activity was done; absent while it is not. */
  doneOn?: string;
  /** The day on which the activity was first planned; absent if not known. */
  since?: string;
}

/** ItemRef names an item of an assessment. */
export interface DistrictItemRef {
  /** The instrument. */
  instrument: string;
  /** The version of the instrument, since item numbers differ between versions. */
  version: string;
  /** The item's id. */
  item: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
