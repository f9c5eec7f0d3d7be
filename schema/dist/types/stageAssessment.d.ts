// Made from the JSON Schema of the same name; change nothing here.

/** Assessment is the stage of one unit and one innovation on a day. */
export interface StageAssessment {
  /** names what the document is */
  kind: "stageAssessment";
  /** is the version of the schema */
  schemaVersion: 1;
  /** unit is what was assessed. */
  unit: Unit;
  /** innovation is what it implements. */
  innovation: string;
  /** on is the day of assessment. */
  on: string;
  /** model is the id of the stage model. */
  model: string;
  /** primary is the stage that is certain: the latest that is entered, in a model that goes in order the latest before which all are; "" where there is none. */
  primary: string;
  /** possible is the latest stage that is not excluded, which the unit would have if every unknown turned out well: Primary or a later one. */
  possible: string;
  /** lastKnown is a later stage than Primary that was certain until evidence expired; absent where nothing that expired would change the stage. */
  lastKnown?: StagesLastKnown;
  /** active are the stages that are entered and not completed, in order. Stages overlap, so there may be several. */
  active: string[];
  /** skipped are stages that are not entered, although a later one is. */
  skipped: string[];
  /** stages are the findings, for every stage of the model. */
  stages: StagesStageFinding[];
  /** caveats are what a reader must know besides. */
  caveats: Notice[];
}

/** dated is one value of a series. */
export interface Dated {
  /** on is the day that the value belongs to. */
  on: string;
  /** value is the value. */
  value: Value;
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

/** Comparison is an operator with its threshold, written as documents write it. Exactly one is set.
 *
 * A share is "80%" or "4/5"; a count, a number with the measure's unit, such as "44 points" or "12.5 h"; a day, YYYY-MM-DD. */
export interface RuleComparison {
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
}

/** Finding is how a verdict was reached: what was measured, what was wanted, and what it would take. A combination of nodes has a child for each of them. */
export interface RuleFinding {
  /** path is a JSON Pointer to the node in its document. */
  path: string;
  /** verdict is met, notMet or undetermined. */
  verdict: "met" | "notMet" | "undetermined";
  /** operator is how the children are joined: all, any, not, atLeastOf or each; absent for a comparison. */
  operator?: "all" | "any" | "not" | "atLeastOf" | "each";
  /** count is how many children an atLeastOf asks for. */
  count?: number;
  /** measure is what was compared; absent for a combination. */
  measure?: string;
  /** unit is what a tally counts or a quantity is in. */
  unit?: string;
  /** measured is the value that was compared. */
  measured?: Value;
  /** wanted is the comparison. */
  wanted?: RuleComparison;
  /** last is how many latest values of a series were compared. */
  last?: number;
  /** needed is what would make the verdict met. It is empty where the verdict is met, where no count says it, and below a not, which does not want more of it. Several needs are alternatives. */
  needed: RuleNeed[];
  /** source is where the criterion is stated; nil where no source is named. */
  source?: Source;
  /** why says in the node's own words what it is for. */
  why?: string;
  /** children are the findings of the nodes below, in their order. */
  children: RuleFinding[];
}

/** Need is what would make a comparison met. Needs of different units are never added up. */
export interface RuleNeed {
  /** more is how many more must be certain; absent where fewer are needed. */
  more?: number;
  /** fewer is how many fewer there may be, counting every unknown as one. */
  fewer?: number;
  /** evenIf is how many of More or Fewer remain even if every unknown turns out well: 0 while the verdict is undetermined. */
  evenIf: number;
  /** gap is the distance from the worst case to the threshold where nothing is counted: hours, or percentage points written as "5%". */
  gap?: string;
  /** unit is what is counted, in the plural, or what Gap is in. */
  unit: string;
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

/** LastKnown is a stage with the last day on which it was certain. */
export interface StagesLastKnown {
  /** stage names the stage. */
  stage: string;
  /** through is the day. */
  through: string;
}

/** StageFinding is how one stage was judged. */
export interface StagesStageFinding {
  /** id names the stage. */
  id: string;
  /** entered is the verdict on entering. */
  entered: "met" | "notMet" | "undetermined";
  /** completed is the verdict on completing; undetermined where the model has no node for it. */
  completed: "met" | "notMet" | "undetermined";
  /** enter is the finding behind Entered. */
  enter: RuleFinding;
  /** complete is the finding behind Completed; nil where the model has no node for it. */
  complete?: RuleFinding;
  /** done is the share of the stage's activities that are done, where that is known; else nil. */
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

/** value is a measured value. Which members are present tells of what sort it is. */
export interface Value {
  /** earned is what is certain of a tally. */
  earned?: number;
  /** possible is the most that a tally can come to. */
  possible?: number;
  /** unknown is what may yet be added to what is earned. */
  unknown?: number;
  /** full is the most that a tally of a part could come to in all. */
  full?: number;
  /** scaled is set where bounds are compared with the share of the part. */
  scaled?: boolean;
  /** low is the worst case of a ratio or quantity; absent where it is open. */
  low?: string;
  /** high is the best case of a ratio or quantity; absent where it is open. */
  high?: string;
  /** parts are what a mean is of. */
  parts?: Tally[];
  /** answer is that of a measure that is yes or no. */
  answer?: "yes" | "no" | "unknown";
  /** date is a day. */
  date?: string;
  /** category is one of several words. */
  category?: string;
  /** series are values, each on a day. */
  series?: Dated[];
  /** notApplicable is set where the measure does not apply. */
  notApplicable?: boolean;
  /** missing is set where nothing is known of the measure. */
  missing?: boolean;
}
