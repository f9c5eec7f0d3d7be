// Made from the JSON Schema of the same name; change nothing here.

/** The stage of one unit and one innovation on a day. */
export interface StageAssessment {
  /** The kind of document. */
  kind: "stageAssessment";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** What was assessed. */
  unit: Unit;
  /** The innovation that the unit implements. */
  innovation: string;
  /** The day of assessment. */
  on: string;
  /** The id of the stage model. */
  model: string;
  /** The stage that is certain: the latest that is entered, in a model that goes in order the latest before which all are; empty where there is none. */
  primary: string;
  /** The latest stage that is not excluded, which the unit would have if every unknown turned out well: the primary stage or a later one. */
  possible: string;
  /** A later stage that was certain until evidence expired; absent where nothing that expired would change the stage. */
  lastKnown?: StagesLastKnown;
  /** The stages that are entered and not completed, in order. Stages overlap, so there may be several. */
  active: string[];
  /** Stages that are not entered, although a later one is. */
  skipped: string[];
  /** The findings, for every stage of the model. */
  stages: StagesStageFinding[];
  /** What a reader must know besides. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** One value of a series. */
export interface Dated {
  /** The day that the value belongs to. */
  on: string;
  /** What was measured on that day. */
  value: Value;
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

/** An operator with its threshold, written as documents write it. Exactly one is set.
 *
 * A share is "80%" or "4/5"; a count, a number with the measure's unit, such as "44 points" or "12.5 h"; a day, YYYY-MM-DD. */
export interface RuleComparison {
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
}

/** How a verdict was reached: what was measured, what was wanted, and what it would take. A combination of nodes has a child for each of them. */
export interface RuleFinding {
  /** A JSON Pointer to the node in its document. */
  path: string;
  /** Met, not met, or undetermined while too much is unknown. */
  verdict: "met" | "notMet" | "undetermined";
  /** How the children are joined: all, any, not, atLeastOf or each; absent for a comparison. */
  operator?: "all" | "any" | "not" | "atLeastOf" | "each";
  /** How many of the nodes below have to be met, where a number of them has to. */
  count?: number;
  /** What was compared; absent for a combination. */
  measure?: string;
  /** What a tally counts or a quantity is in. */
  unit?: string;
  /** The value that was compared; of a series, the values that count. */
  measured?: Value;
  /** The comparison. */
  wanted?: RuleComparison;
  /** How many latest values of a series were compared. */
  last?: number;
  /** How many values of a series had to meet the comparison. */
  times?: number;
  /** Says from which days values count; absent for all days. */
  within?: string;
  /** What would make the verdict met. It is empty where the verdict is met, where no count says it, and below a not, which does not want more of it. Several needs are alternatives. */
  needed: RuleNeed[];
  /** Tells that nothing which is still open or can be added makes the verdict met: too few points are possible, or the days are over. The needs of other children do not help then. */
  unreachable?: boolean;
  /** Where the criterion is stated; absent where no source is named. */
  source?: Source;
  /** Says what this part of the rule is for, in the rule's own words. */
  why?: string;
  /** The findings of the nodes below, in their order. */
  children: RuleFinding[];
}

/** What would make a comparison met. Needs of different units are never added up. */
export interface RuleNeed {
  /** How many more must be certain; absent where fewer are needed. */
  more?: number;
  /** How many fewer there may be, counting every unknown as one. */
  fewer?: number;
  /** How many are still needed, more or fewer, even if every unknown turns out well: 0 while the verdict is undetermined. */
  evenIf: number;
  /** The distance from the worst case to the threshold where nothing is counted: hours, or percentage points written as "5%". */
  gap?: string;
  /** What is counted, in the plural, or what the gap is in. */
  unit: string;
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

/** A stage with the last day on which it was certain. */
export interface StagesLastKnown {
  /** Names the stage. */
  stage: string;
  /** The day. */
  through: string;
}

/** How one stage was judged. */
export interface StagesStageFinding {
  /** Names the stage. */
  id: string;
  /** The verdict on entering. */
  entered: "met" | "notMet" | "undetermined";
  /** The verdict on completing; undetermined where the model has no node for it. */
  completed: "met" | "notMet" | "undetermined";
  /** How it was judged whether the stage is entered. */
  enter: RuleFinding;
  /** How it was judged whether the stage is completed; absent where the model has no rule for it. */
  complete?: RuleFinding;
  /** The share of the stage's activities that are done; absent where that is not known. */
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

/** A measured value. Which members are present tells of what sort it is. */
export interface Value {
  /** What is certain of a tally. */
  earned?: number;
  /** The most that a tally can come to. */
  possible?: number;
  /** What may yet be added to what is earned. */
  unknown?: number;
  /** The most that a tally of a part could come to in all. */
  full?: number;
  /** Set where thresholds in points are compared with the share of the part. */
  scaled?: boolean;
  /** The worst case of a ratio or quantity; absent where it is open. */
  low?: string;
  /** The best case of a ratio or quantity; absent where it is open. */
  high?: string;
  /** What a mean is of. */
  parts?: Tally[];
  /** The answer of a measure that is yes or no. */
  answer?: "yes" | "no" | "unknown";
  /** The day, of a measure that is a day. */
  date?: string;
  /** The word, where the measure is one of several words. */
  category?: string;
  /** Values, each on a day. */
  series?: Dated[];
  /** Set where the measure does not apply. */
  notApplicable?: boolean;
  /** Set where nothing is known of the measure. */
  missing?: boolean;
  /** The day on which a single value was found; absent where that is not known. */
  on?: string;
}
