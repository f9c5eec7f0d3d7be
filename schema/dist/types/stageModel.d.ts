// Made from the JSON Schema of the same name; change nothing here.

/** A stage model as data. */
export interface StageModel {
  /** The kind of document. */
  kind: "stageModel";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the model, such as "nirn". */
  id: string;
  /** The name of the model. */
  title?: string;
  /** Where the model is described. */
  source?: Source;
  /** What readers should know of the model besides its rules, such as how long stages commonly take. */
  context?: StagesRemark[];
  /** The measures that its nodes compare; absent means those that NIRN compares. */
  measures?: { [key: string]: Measure };
  /** What must hold for stages to last. Where it was met before and is not any more, the innovation was given up, which ends all stages. Absent means that nothing ends them but what each asks for. */
  while?: RuleNode;
  /** Makes a stage count only once all before it are entered. Without it the furthest stage that is entered counts, and stages that were skipped are named. */
  inOrder?: boolean;
  /** What stages there are, in their order. */
  stages: StagesStage[];
  /** The first stage, where a unit has it without entering it; absent means that it then has none. */
  otherwise?: string;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Declares a measure under its name. */
export interface Measure {
  /** Says which comparisons the measure takes. */
  kind: "tally" | "ratio" | "yesNo" | "quantity" | "date" | "category";
  /** The plural of what a tally counts or a quantity is in. */
  unit?: string;
  /** Marks a measure with a value for each of several dates. */
  series?: boolean;
  /** The words that a value of kind category may be. */
  categories?: string[];
}

/** A criterion as data: a comparison of one measure, the same comparison of each of several, or a combination of nodes. Exactly one of "Measure", "Each", "All", "Any", "Not" and "At least of" is set. */
export interface RuleNode {
  /** Names the measure that is compared. */
  measure?: string;
  /** Names measures, or groups of them, that must all meet the comparison. Those that do not apply drop out. */
  each?: string[];
  /** Asks that each of this many latest values of a series meets the comparison; fewer values than that do not meet it. */
  last?: number;
  /** Asks that so many values of a series meet the comparison, whichever they are: with 1 any of them may, where with "Last" 1 the latest must. A series takes either "Last" or "Times". */
  times?: number;
  /** Says from which days values count: "365 days" for those at most so old on the day of judgement, "schoolYear" for this school year, "lastSchoolYear" for the one before, "window:spring" for the latest window of that name that has begun, or "window:spring schoolYear" for the one that begins in this school year. Both ends count. A single value counts where it has a day and that lies within. */
  within?: string;
  /** The least value that meets the comparison. */
  atLeast?: string;
  /** The value that what is measured must exceed. */
  moreThan?: string;
  /** The greatest value that meets the comparison. */
  atMost?: string;
  /** The value that what is measured must stay below. */
  lessThan?: string;
  /** Holds the least and the greatest value that meet the comparison. */
  between?: string[];
  /** "yes" or "no", or a category. */
  is?: string;
  /** Holds the categories that meet the comparison. */
  oneOf?: string[];
  /** Met when all of these nodes are met. */
  all?: RuleNode[];
  /** Met when at least one of these nodes is met. */
  any?: RuleNode[];
  /** Met when this node is not met. */
  not?: RuleNode;
  /** Met when at least this many of the listed nodes are. */
  atLeastOf?: number;
  /** The nodes of which a number must be met. */
  of?: RuleNode[];
  /** Says in a sentence what the node is for. */
  why?: string;
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

/** A remark with its source. */
export interface StagesRemark {
  /** The remark. */
  says: string;
  /** Where it is stated. */
  source: Source;
}

/** One stage of a model. */
export interface StagesStage {
  /** Names the stage, such as "installation". */
  id: string;
  /** The name of the stage, for people. */
  title?: string;
  /** What people ask themselves in the stage; absent where the source states none. */
  question?: string;
  /** Typical activities, in short. */
  activities?: string[];
  /** The measure, a tally, of the stage's activities that are done. */
  done?: string;
  /** The rule by which the stage is entered. */
  enter: RuleNode;
  /** The rule by which the stage is completed; absent where no source says. */
  complete?: RuleNode;
  /** Where the stage's rules are stated. */
  source?: Source;
  /** Says how well the stage's rules are known. */
  provenance?: "confirmed" | "inferred" | "unconfirmed";
  /** A caution that belongs to every assessment. */
  note?: string;
}
