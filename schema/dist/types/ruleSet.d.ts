// Made from the JSON Schema of the same name; change nothing here.

/** Set is a document of rules that one body keeps, such as a state or a district. The zero value holds no rules. */
export interface RuleSet {
  /** The kind of document. */
  kind: "ruleSet";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the set, so that a lower scope can refine it. */
  id?: string;
  /** Says whose rules they are; absent means everyone's. */
  scope?: RuleScope;
  /** The id of the set of the next higher scope. */
  refines?: string;
  /** The measures that the rules compare. */
  measures?: { [key: string]: Measure };
  /** Measures that are worked out from others. */
  derived?: RuleDerived[];
  /** The rules, in the order in which "then" looks for a match. */
  rules: RuleRule[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** measure declares a measure under its name. */
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

/** Aimline is the straight line from where a student or site starts to where it should be. */
export interface RuleAimline {
  /** Where the line begins, To where it ends, on a later day. */
  from: RuleDatedText;
  /** Where the line ends. */
  to: RuleDatedText;
}

/** DatedText is one value of a series as people write it. */
export interface RuleDatedText {
  /** The day that the value belongs to. */
  on: string;
  /** The text of the value. */
  value: string;
}

/** Derived is a measure that is worked out from another one. Exactly one of Share, Gap, Slope and CountWithin is set. */
export interface RuleDerived {
  /** What rules call it. */
  name: string;
  /** The measure that it is worked out from, itself derived or not. */
  of: string;
  /** Counts how many of a yes-or-no series are yes, of those that apply: a tally, in this unit, such as "schools". Values of one day are of as many members. */
  share?: string;
  /** How far each value of a quantity series lies above an aimline, below it as a negative number: a series of quantities. */
  gap?: RuleAimline;
  /** The least-squares slope of a quantity series, as the change in this many days: a quantity. It needs values on two days. */
  slope?: number;
  /** Counts the values of a series in this many days up to the day of judgement, that day included: a quantity in Unit. A value that is there twice on one day may be two events or one record again, so it counts as one or two. */
  countWithin?: number;
  /** The unit of CountWithin, and is used with nothing else; absent means "values". */
  unit?: string;
}

/** Node is a criterion as data: a comparison of one measure, the same comparison of each of several, or a combination of nodes. Exactly one of Measure, Each, All, Any, Not and AtLeastOf is set. The zero value is invalid. */
export interface RuleNode {
  /** Names the measure that is compared. */
  measure?: string;
  /** Names measures, or groups of them, that must all meet the comparison. Those that do not apply drop out. */
  each?: string[];
  /** Asks that each of this many latest values of a series meets the comparison; fewer values than that do not meet it. */
  last?: number;
  /** The least value that meets the comparison. */
  atLeast?: string;
  /** The greatest value that does not. */
  moreThan?: string;
  /** The greatest value that meets the comparison. */
  atMost?: string;
  /** The least value that does not. */
  lessThan?: string;
  /** Holds the least and the greatest value that meet the comparison. */
  between?: string[];
  /** "yes" or "no", or a category. */
  is?: string;
  /** Holds the categories that meet the comparison. */
  oneOf?: string[];
  /** Met when every node is. */
  all?: RuleNode[];
  /** Met when one of the nodes is. */
  any?: RuleNode[];
  /** Met when the node is not. */
  not?: RuleNode;
  /** Met when this many of the nodes in Of are. */
  atLeastOf?: number;
  /** Holds the nodes that AtLeastOf counts. */
  of?: RuleNode[];
  /** Says in a sentence what the node is for. */
  why?: string;
}

/** Rule is one rule, in force from a day to a day. */
export interface RuleRule {
  /** Names the rule. Several versions of a rule share it; no two of them are in force on one day. */
  id: string;
  /** Says it in a few words. */
  title?: string;
  /** Where the rule is stated. A rule may have none. */
  source?: Source;
  /** Says how well the rule is known. */
  provenance?: "confirmed" | "inferred" | "unconfirmed";
  /** The first day of the rule; absent means always. */
  since?: string;
  /** Its last day; absent means for good. */
  until?: string;
  /** Lets sets of a lower scope put their own rule in its place. */
  refinable?: boolean;
  /** The condition under which the rule applies; absent means always. */
  when?: RuleNode;
  /** What the rule asks for. It may be left out where Then says what follows from When. */
  require?: RuleNode;
  /** What follows where the rule applies and what it asks for is met. */
  then?: string;
  /** Says in a sentence what the rule is for. */
  why?: string;
  /** What a reader must know besides every verdict, such as a contradiction in the source. */
  caveats?: string[];
}

/** Scope is whose rules a set holds. */
export interface RuleScope {
  /** The id of the state, ISD, district or school. */
  unit: string;
  /** Says what sort of unit it is. */
  kind?: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}

/** Source says where a definition, threshold or rule is stated. Title is required; the zero value means that there is none. */
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
