// Made from the JSON Schema of the same name; change nothing here.

/** History tells how one unit went through the stages with one innovation. */
export interface StageHistory {
  /** names what the document is */
  kind: "stageHistory";
  /** is the version of the schema */
  schemaVersion: 1;
  /** unit is what was assessed. */
  unit: Unit;
  /** innovation is what it implements. */
  innovation: string;
  /** model is the id of the stage model. */
  model: string;
  /** points are the assessments on each day on which evidence came in or expired. */
  points: StagesStagePoint[];
  /** events are the entries into stages and the exits from them, in order. */
  events: StagesStageEvent[];
  /** stays are the days in each primary stage, in the order of the model. Days without a primary stage are in none of them. */
  stays: StagesStay[];
  /** caveats are what a reader must know besides. */
  caveats: Notice[];
}

/** Notice is something that a reader of a result must know besides: what it does not cover, what it rests on, what was left out. It is not an error. */
export interface Notice {
  /** code is the stable name of what is noticed. */
  code: string;
  /** message says it in a sentence. */
  message: string;
  /** template is the message with {0}, {1} and so on in place of what is particular, so that a host can look up its translation. */
  template?: string;
  /** params fill in the places of the template, in their order. */
  params?: string[];
  /** subject is what the notice is about, such as "record p3"; "" for the result as a whole. */
  subject?: string;
  /** source is where what is noticed is stated; the zero value where nobody needs to look it up. */
  source?: Source;
}

/** Source says where a definition, threshold or rule is stated. Title is required; the zero value means that there is none. */
export interface Source {
  /** title is the name of the document or page. */
  title: string;
  /** edition is the edition or version of the document. */
  edition?: string;
  /** year is the year of publication. */
  year?: number;
  /** url is where the document is found. */
  url?: string;
  /** locator is the page, item or heading within the document. */
  locator?: string;
}

/** StageEvent is a change of one stage. */
export interface StagesStageEvent {
  /** on is the day of the evidence that shows the change. */
  on: string;
  /** stage is the stage. */
  stage: string;
  /** change says what happened. */
  change: string;
}

/** StagePoint is the primary stage from a day on. */
export interface StagesStagePoint {
  /** on is the day. */
  on: string;
  /** primary is the stage that is certain; "" for none. */
  primary: string;
  /** possible is the latest stage that is not excluded. */
  possible: string;
  /** active are the stages that are entered and not completed. */
  active: string[];
}

/** Stay is how long a stage was the primary one. */
export interface StagesStay {
  /** stage is the stage. */
  stage: string;
  /** days counts the days up to the last day of the history. */
  days: number;
  /** times counts how often it became the primary stage. */
  times: number;
  /** done is the share of the stage's activities done at the end, where that is known; else nil. */
  done?: Tally;
}

/** Tally is so many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between Earned/Possible and (Earned+Unknown)/Possible. The zero value is 0 of 0, whose share is undefined. */
export interface Tally {
  /** earned is what is certain, 0 or more. */
  earned: number;
  /** possible is the most there can be, at least Earned + Unknown. */
  possible: number;
  /** unknown is what may yet be added to Earned, 0 or more. */
  unknown: number;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
