// Made from the JSON Schema of the same name; change nothing here.

/** Plan is a document of what is to be done to install and use MTSS, also called an implementation plan. Its activities have the fields of those of an action plan that follows from an assessment. */
export interface ImplementationPlan {
  /** names what the document is */
  kind: "implementationPlan";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id identifies the plan. */
  id: string;
  /** unit is the unit that the plan belongs to. */
  unit: Unit;
  /** date is the day on which the plan was made or last brought up to date. */
  date: string;
  /** activities are what is to be done. */
  activities: DistrictActivity[];
}

/** Activity is one thing to be done. */
export interface DistrictActivity {
  /** id identifies the activity, and stays the same from plan to plan. */
  id: string;
  /** item is the item of an assessment that the activity is about; absent if none. */
  item?: DistrictItemRef;
  /** component is the component of infrastructure that the activity builds; absent if none. */
  component?: "implementationTeam" | "initiativeInventory" | "initiativeReview" | "staffSelection" | "staffDevelopment" | "communicationPlan" | "barrierRemoval" | "coachingSystem" | "implementationPlan" | "dataUse";
  /** stage is the stage of implementation that the activity belongs to. */
  stage: "exploration" | "installation" | "initialImplementation" | "fullImplementation";
  /** what says briefly what is to be done. */
  what: string;
  /** who is the role that the activity falls to, never a name. */
  who: string;
  /** due is the day by which the activity should be done. */
  due: string;
  /** status is the status of the activity. */
  status: "planned" | "underWay" | "done" | "dropped";
  /** doneOn is the day on which the activity was done; absent while it is not. */
  doneOn?: string;
  /** since is the day on which the activity was first planned; absent if not known. */
  since?: string;
}

/** ItemRef names an item of an assessment. */
export interface DistrictItemRef {
  /** instrument is the instrument. */
  instrument: string;
  /** version is the version of the instrument, since item numbers differ between versions. */
  version: string;
  /** item is the item's id. */
  item: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
