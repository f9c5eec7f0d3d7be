// Made from the JSON Schema of the same name; change nothing here.

/** Model is a stage model as data. The zero value is invalid. */
export interface StageModel {
  /** names what the document is */
  kind: "stageModel";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the model, such as "nirn". */
  id: string;
  /** title is its name. */
  title?: string;
  /** source is where the model is described. */
  source?: Source;
  /** context is what readers should know of the model besides its rules, such as how long stages commonly take. */
  context?: StagesRemark[];
  /** measures are the measures that its nodes compare; absent means those that NIRN compares. */
  measures?: { [key: string]: Measure };
  /** while is what must hold for stages to last. Where it was met before and is not any more, the innovation was given up, which ends all stages. Absent means that nothing ends them but what each asks for. */
  while?: RuleNode;
  /** inOrder has a stage count only once all before it are entered. Without it the furthest stage that is entered counts, and what was skipped is told. */
  inOrder?: boolean;
  /** stages are the stages in order. */
  stages: StagesStage[];
  /** otherwise is the first stage, where a unit has it without entering it; absent means that it then has none. */
  otherwise?: string;
}

/** measure declares a measure under its name. */
export interface Measure {
  /** kind says which comparisons the measure takes. */
  kind: "tally" | "ratio" | "yesNo" | "quantity" | "date" | "category";
  /** unit is the plural of what a tally counts or a quantity is in. */
  unit?: string;
  /** series marks a measure with a value for each of several dates. */
  series?: boolean;
  /** categories are the words that a value of kind category may be. */
  categories?: string[];
}

/** Node is a criterion as data: a comparison of one measure, the same comparison of each of several, or a combination of nodes. Exactly one of Measure, Each, All, Any, Not and AtLeastOf is set. The zero value is invalid. */
export interface RuleNode {
  /** measure names the measure that is compared. */
  measure?: string;
  /** each names measures, or groups of them, that must all meet the comparison. Those that do not apply drop out. */
  each?: string[];
  /** last asks that each of this many latest values of a series meets the comparison; fewer values than that do not meet it. */
  last?: number;
  /** atLeast is the least value that meets the comparison. */
  atLeast?: string;
  /** moreThan is the greatest value that does not. */
  moreThan?: string;
  /** atMost is the greatest value that meets the comparison. */
  atMost?: string;
  /** lessThan is the least value that does not. */
  lessThan?: string;
  /** between holds the least and the greatest value that meet the comparison. */
  between?: string[];
  /** is is "yes" or "no", or a category. */
  is?: string;
  /** oneOf holds the categories that meet the comparison. */
  oneOf?: string[];
  /** all is met when every node is. */
  all?: RuleNode[];
  /** any is met when one of the nodes is. */
  any?: RuleNode[];
  /** not is met when the node is not. */
  not?: RuleNode;
  /** atLeastOf is met when this many of the nodes in Of are. */
  atLeastOf?: number;
  /** of holds the nodes that AtLeastOf counts. */
  of?: RuleNode[];
  /** why says in a sentence what the node is for. */
  why?: string;
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

/** Remark is a remark with its source. */
export interface StagesRemark {
  /** says is the remark. */
  says: string;
  /** source is where it is stated. */
  source: Source;
}

/** Stage is one stage of a model. */
export interface StagesStage {
  /** id names the stage, such as "installation". */
  id: string;
  /** title is its name. */
  title?: string;
  /** question is what people ask themselves in the stage; absent where the source states none. */
  question?: string;
  /** activities are typical activities, in short. */
  activities?: string[];
  /** done is the measure, a tally, of the stage's activities that are done. */
  done?: string;
  /** enter decides whether the stage is entered. */
  enter: RuleNode;
  /** complete informs whether it is completed; absent where no source says. */
  complete?: RuleNode;
  /** source is where the stage's rules are stated. */
  source?: Source;
  /** provenance says how well they are known. */
  provenance?: "confirmed" | "inferred" | "unconfirmed";
  /** note is a caution that belongs to every assessment. */
  note?: string;
}
