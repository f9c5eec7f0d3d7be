// Made from the JSON Schema of the same name; change nothing here.

/** Set is a document of rules that one body keeps, such as a state or a district. The zero value holds no rules. */
export interface RuleSet {
  /** names what the document is */
  kind: "ruleSet";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the set, so that a lower scope can refine it. */
  id?: string;
  /** scope says whose rules they are; absent means everyone's. */
  scope?: RuleScope;
  /** refines is the id of the set of the next higher scope. */
  refines?: string;
  /** measures are the measures that the rules compare. */
  measures?: { [key: string]: Measure };
  /** derived are measures that are worked out from others. */
  derived?: RuleDerived[];
  /** rules are the rules, in the order in which "then" looks for a match. */
  rules: RuleRule[];
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

/** Aimline is the straight line from where a student or site starts to where it should be. */
export interface RuleAimline {
  /** from is where the line begins, To where it ends, on a later day. */
  from: RuleDatedText;
  /** to is where the line ends. */
  to: RuleDatedText;
}

/** DatedText is one value of a series as people write it. */
export interface RuleDatedText {
  /** on is the day that the value belongs to. */
  on: string;
  /** value is the text of the value. */
  value: string;
}

/** Derived is a measure that is worked out from another one. Exactly one of Share, Gap, Slope and CountWithin is set. */
export interface RuleDerived {
  /** name is what rules call it. */
  name: string;
  /** of is the measure that it is worked out from, itself derived or not. */
  of: string;
  /** share counts how many of a yes-or-no series are yes, of those that apply: a tally, in this unit, such as "schools". Values of one day are of as many members. */
  share?: string;
  /** gap is how far each value of a quantity series lies above an aimline, below it as a negative number: a series of quantities. */
  gap?: RuleAimline;
  /** slope is the least-squares slope of a quantity series, as the change in this many days: a quantity. It needs values on two days. */
  slope?: number;
  /** countWithin counts the values of a series in this many days up to the day of judgement, that day included: a quantity in Unit. A value that is there twice on one day may be two events or one record again, so it counts as one or two. */
  countWithin?: number;
  /** unit is the unit of CountWithin, and is used with nothing else; absent means "values". */
  unit?: string;
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

/** Rule is one rule, in force from a day to a day. */
export interface RuleRule {
  /** id names the rule. Several versions of a rule share it; no two of them are in force on one day. */
  id: string;
  /** title says it in a few words. */
  title?: string;
  /** source is where the rule is stated. A rule may have none. */
  source?: Source;
  /** provenance says how well the rule is known. */
  provenance?: "confirmed" | "inferred" | "unconfirmed";
  /** since is the first day of the rule; absent means always. */
  since?: string;
  /** until is its last day; absent means for good. */
  until?: string;
  /** refinable lets sets of a lower scope put their own rule in its place. */
  refinable?: boolean;
  /** when is the condition under which the rule applies; absent means always. */
  when?: RuleNode;
  /** require is what the rule asks for. It may be left out where Then says what follows from When. */
  require?: RuleNode;
  /** then is what follows where the rule applies and what it asks for is met. */
  then?: string;
  /** why says in a sentence what the rule is for. */
  why?: string;
  /** caveats are what a reader must know besides every verdict, such as a contradiction in the source. */
  caveats?: string[];
}

/** Scope is whose rules a set holds. */
export interface RuleScope {
  /** unit is the id of the state, ISD, district or school. */
  unit: string;
  /** kind says what sort of unit it is. */
  kind?: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
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
