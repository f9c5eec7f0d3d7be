// Made from the JSON Schema of the same name; change nothing here.

/** Plan is a document of what is to be done to install and use MTSS: the implementation plan. An activity of an action plan that follows from an assessment fits into it field by field. */
export interface ImplementationPlan {
  /** kind is "implementationPlan"; writing sets it. */
  kind: "implementationPlan";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** id names the plan. */
  id: string;
  /** unit is whose plan it is. */
  unit: Unit;
  /** date is the day on which it was made, or brought up to date. */
  date: string;
  /** activities are what is to be done. */
  activities: DistrictActivity[];
}

/** Activity is one thing to be done. */
export interface DistrictActivity {
  /** id names the activity. It keeps its id from plan to plan. */
  id: string;
  /** item is the item of an assessment that it is about; nil where it is about none. */
  item?: DistrictItemRef;
  /** component is the component of infrastructure that it builds, if it builds one. */
  component?: string;
  /** stage is the stage of implementation that it belongs to. */
  stage: "exploration" | "installation" | "initialImplementation" | "fullImplementation";
  /** what is to be done, in short. */
  what: string;
  /** who is the role that does it, never a name. */
  who: string;
  /** due is the day by which it should be done. */
  due: string;
  /** status is how it stands. */
  status: "planned" | "underWay" | "done" | "dropped";
  /** doneOn is the day on which it was done; absent while it is not. */
  doneOn?: string;
  /** since is the day on which it was first planned; absent where not known. */
  since?: string;
}

/** ItemRef names an item of an assessment. */
export interface DistrictItemRef {
  /** instrument is the instrument. */
  instrument: string;
  /** version is its version, since numbers of items drift between versions. */
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
