// Made from the JSON Schema of the same name; change nothing here.

/** Tells how one unit went through the stages with one innovation. */
export interface StageHistory {
  /** The kind of document. */
  kind: "stageHistory";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** What was assessed. */
  unit: Unit;
  /** The innovation that the unit implements. */
  innovation: string;
  /** The id of the stage model. */
  model: string;
  /** The assessments on each day on which evidence came in or expired. */
  points: StagesStagePoint[];
  /** The entries into stages and the exits from them, in order. */
  events: StagesStageEvent[];
  /** The days in each primary stage, in the order of the model. Days without a primary stage are in none of them. */
  stays: StagesStay[];
  /** What a reader must know besides. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Something that a reader of a result must know besides: what it does not cover, what it rests on, what was left out. It is not an error. */
export interface Notice {
  /** The stable name of what is noticed. */
  code: string;
  /** Says it in a sentence. */
  message: string;
  /** The message with {0}, {1} and so on in place of what is particular, so that a host can look up its translation. */
  template?: string;
  /** Fill in the places of the template, in their order. */
  params?: string[];
  /** What the notice is about, such as "record p3"; empty for the result as a whole. */
  subject?: string;
  /** Where what is noticed is stated; absent where nobody needs to look it up. */
  source?: Source;
}

/** Says where a definition, threshold or rule is stated. */
export interface Source {
  /** The name of the document or page. */
  title: string;
  /** The edition or version of the document. */
  edition?: string;
  /** The year of publication. */
  year?: number;
  /** Where the document is found. */
  url?: string;
  /** The page, item or heading within the document. */
  locator?: string;
}

/** A change of one stage. */
export interface StagesStageEvent {
  /** The day of the evidence that shows the change. */
  on: string;
  /** Which stage was entered, completed or lost. */
  stage: string;
  /** Says what happened. */
  change: string;
}

/** The primary stage from a day on. */
export interface StagesStagePoint {
  /** The day. */
  on: string;
  /** The stage that is certain; empty for none. */
  primary: string;
  /** The latest stage that is not excluded. */
  possible: string;
  /** The stages that are entered and not completed. */
  active: string[];
}

/** How long a stage was the primary one. */
export interface StagesStay {
  /** Which stage it was. */
  stage: string;
  /** How many days the stage was the primary one, up to the last day of the history. */
  days: number;
  /** How often it became the primary stage. */
  times: number;
  /** The share of the stage's activities done at the end; absent where that is not known. */
  done?: Tally;
}

/** So many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between what is earned, of what is possible, and the same with all that is unknown added. */
export interface Tally {
  /** What is certain, such as points that were scored; 0 or more. */
  earned: number;
  /** The most there can be: at least what is earned and what is unknown together. */
  possible: number;
  /** What may yet be added to what is earned, 0 or more. */
  unknown: number;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
