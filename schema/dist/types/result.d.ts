// Made from the JSON Schema of the same name; change nothing here.

/** Result is what an administration comes to: points and shares of each subscale, a verdict on each named criterion with its finding, and what a reader must know beside them. */
export interface Result {
  /** names what the document is */
  kind: "result";
  /** is the version of the schema */
  schemaVersion: 1;
  /** administration is the id of what was scored, if it has one. */
  administration?: string;
  /** instrument names the definition that was used. */
  instrument: InstrumentUsedDefinition;
  /** unit is what was assessed. */
  unit: Unit;
  /** date is the day of the administration. */
  date: string;
  /** sections are the sections that were administered; absent means all. */
  sections?: string[];
  /** missing is what an unanswered item counted as. */
  missing: string;
  /** total is the instrument's total; nil if it defines none, if how it is formed is not known, or if only a part was administered. */
  total: Score | null;
  /** points pools the items that were administered, whether or not the instrument defines that as its total. */
  points: Tally;
  /** subscales are the scores of the subscales that were administered, in the definition's order. There are none while the list of items may be incomplete: the points of some items would pass for those of all. */
  subscales: Score[];
  /** criteria are the verdicts on the criteria of this version. */
  criteria: InstrumentCriterionResult[];
  /** items tells which items were not simply scored. */
  items: InstrumentItemAccount;
  /** caveats are what a reader must know beside the numbers. */
  caveats: Notice[];
}

/** dated is one value of a series. */
export interface Dated {
  /** on is the day that the value belongs to. */
  on: string;
  /** value is the value. */
  value: Value;
}

/** exact is a share from its worst to its best case, exactly. */
export interface Exact {
  /** low is the worst case; absent where it is open. */
  low?: string;
  /** high is the best case; absent where it is open. */
  high?: string;
}

/** CompletedBy names the completion behind a definition. The zero value is none. */
export interface InstrumentCompletedBy {
  /** name says whose completion it is. */
  name: string;
  /** illustrative marks made-up numbers. */
  illustrative?: boolean;
}

/** CriterionResult is the verdict on one criterion. If the criterion asks for shares of several scales, none of which overlap, its finding's Needed counts the points for all of them together. */
export interface InstrumentCriterionResult {
  /** id names the criterion. */
  id: string;
  /** title says it in a few words. */
  title: string;
  /** provenance says how well the criterion is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
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

/** ItemAccount tells which items were not simply scored, by id in the definition's order. */
export interface InstrumentItemAccount {
  /** scored is how many items were scored. */
  scored: number;
  /** missing are the items that were administered and have no score. */
  missing: string[];
  /** notApplicable are the items that do not apply. */
  notApplicable: string[];
  /** unscored are answers that were kept as they were given, by number, but that the definition has no item for. In documents they are an object from item id to score or null. */
  unscored: { [key: string]: number | null };
}

/** UsedDefinition names the definition behind a result, down to its bytes. */
export interface InstrumentUsedDefinition {
  /** id is the instrument's id. */
  id: string;
  /** version is its version. */
  version: string;
  /** edition names the text, if one version has several. */
  edition?: string;
  /** profile names the adopter's profile whose criteria were judged; absent where they were the instrument's own. */
  profile?: string;
  /** digest is the definition's SHA-256, completion and profile included. */
  digest: string;
  /** completedBy names the completion, if there was one. */
  completedBy?: InstrumentCompletedBy;
  /** lacks are the parts that the definition may not have in full. While items are among them, there are no subscales and no total. */
  lacks?: ("items" | "scales" | "sections" | "subscales" | "total")[];
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

/** score is the score of a subscale or the total. Percent, low, high and mean are for display; verdicts never come from them. */
export interface Score {
  /** id is the subscale's id; absent for the total. */
  id?: string;
  /** label is the subscale's short label. */
  label?: string;
  /** earned is the points that are certain; absent for a mean of subscales. */
  earned?: number;
  /** possible is the most points there can be; absent for a mean of subscales. */
  possible?: number;
  /** unknown is the points that may yet be earned; absent for a mean of subscales. */
  unknown?: number;
  /** of is "subscales" for a total that is the mean of the subscales' shares. */
  of?: "subscales";
  /** share is the share of a mean of subscales, exactly. */
  share?: Exact;
  /** full is the most points of the whole scale, where items that do not apply or were left out make it shorter. */
  full?: number;
  /** prorated is the points that the share comes to on the whole scale, where a policy says so. */
  prorated?: string;
  /** notApplicable is set where no item of the subscale applies. */
  notApplicable?: boolean;
  /** items is how many items the mean score is of. */
  items?: number;
  /** percent is the share with one decimal, for display; null while points are unknown, and for 0 of 0. */
  percent: string | null;
  /** low is the share in the worst case, with one decimal. */
  low: string | null;
  /** high is the share in the best case, with one decimal. */
  high: string | null;
  /** mean is the mean score per item with two decimals, where the instrument reports one and no points are unknown. */
  mean?: string;
  /** itemsAtTop is how many items have their greatest score, where the instrument reports that. */
  itemsAtTop?: StatedTally;
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

/** statedTally is a tally with its share for display. */
export interface StatedTally {
  /** earned is what is certain, 0 or more. */
  earned: number;
  /** possible is the most there can be, at least Earned + Unknown. */
  possible: number;
  /** unknown is what may yet be added to Earned, 0 or more. */
  unknown: number;
  /** percent is the share with one decimal; null while something is unknown. */
  percent: string | null;
  /** low is the share in the worst case. */
  low: string | null;
  /** high is the share in the best case. */
  high: string | null;
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
