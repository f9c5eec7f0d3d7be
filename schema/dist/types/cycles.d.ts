// Made from the JSON Schema of the same name; change nothing here.

/** Cycles is a document of improvement cycles. */
export interface Cycles {
  /** kind is "cycles"; writing sets it. */
  kind: "cycles";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** cycles are the cycles. */
  cycles: StagesCycle[];
}

/** Cycle is one plan-do-study-act cycle. Its parts follow each other; a cycle under way lacks the later ones. */
export interface StagesCycle {
  /** id names the cycle. */
  id: string;
  /** unit is where it was done. */
  unit: Unit;
  /** innovation is what it improves. */
  innovation: string;
  /** plan is the day on which it was planned, and what. */
  plan: StagesStep;
  /** do is when it was done. */
  do?: StagesStep;
  /** study is when its data were looked at. */
  study?: StagesStep;
  /** asIntended tells whether it was done as intended. */
  asIntended?: "met" | "notMet" | "undetermined";
  /** goodResult tells whether the result was good. */
  goodResult?: "met" | "notMet" | "undetermined";
  /** act is when was decided what follows, and what. */
  act?: StagesStep;
}

/** Step is one part of a cycle. The zero value is a part that has not come yet. */
export interface StagesStep {
  /** on is the day. */
  on: string;
  /** what is what was planned, done, found or decided, in short. */
  what: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
