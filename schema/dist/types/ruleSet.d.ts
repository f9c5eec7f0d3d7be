// Made from the JSON Schema of the same name; change nothing here.

/** A document of rules that one body keeps, such as a state or a district. */
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
  /** Says when school years begin and which windows there are, for nodes with "within". Each of its members counts from the lowest scope that states it. */
  calendar?: Calendar;
  /** Measures that are worked out from others. */
  derived?: RuleDerived[];
  /** The rules, in the order in which "then" looks for a match. */
  rules: RuleRule[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Says what a host's year is: when a school year begins, and when offices or schools are closed. With it "this school year", "monthly" and "the same window next year" mean one thing everywhere. */
export interface Calendar {
  /** The first day of a school year; absent means July 1. */
  year?: string;
  /** The days on which nothing can be expected, such as a month without meetings. */
  closures?: Period[];
  /** The stretches of a year in which measures are taken, such as fall and winter. */
  windows?: Window[];
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

/** A stretch of days, both ends included. */
export interface Period {
  /** The first day; absent means from the start. */
  from?: string;
  /** The last day; absent means for good. */
  until?: string;
}

/** The straight line from where a student or site starts to where it should be. */
export interface RuleAimline {
  /** Where the line begins. */
  from: RuleDatedText;
  /** Where the line ends, on a later day. */
  to: RuleDatedText;
}

/** A value with its day as people write it. */
export interface RuleDatedText {
  /** The day that the value belongs to. */
  on: string;
  /** The text of the value. */
  value: string;
}

/** A measure that is worked out from another one. Exactly one of "Share", "Gap", "Slope", "Count within", "Rising" and "Falling" is set. */
export interface RuleDerived {
  /** What rules call it. */
  name: string;
  /** The measure that it is worked out from, itself derived or not. */
  of: string;
  /** Counts how many of a yes-or-no series are yes, of those that apply: a tally, in this unit, such as "schools". Values of one day are of as many members. */
  share?: string;
  /** How far each value of a quantity series lies above an aimline, below it as a negative number: a series of quantities. */
  gap?: RuleAimline;
  /** The least-squares slope of a quantity series, as the change in this many days: a quantity. It needs values on two days; where some are unknown, it runs from the least to the greatest slope that they allow. */
  slope?: number;
  /** Counts the values of a series in this many days up to the day of judgement, that day included: a quantity in "Unit". A value that is there twice on one day may be two events or one record again, so it counts as one or two. */
  countWithin?: number;
  /** Counts how many values at the end of a series of numbers or days rise one after another, the first of them included: a quantity in "Unit". Equal ones neither end the row nor count, nor do those that do not apply. Where values are unknown, or of one day, so that their order is, it runs from how many certainly rise to how many may. */
  rising?: boolean;
  /** Counts how many values at the end of a series fall one after another, as "Rising" counts those that rise. */
  falling?: boolean;
  /** The unit of "Count within", "Rising" and "Falling", and goes with nothing else; absent means "values". */
  unit?: string;
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

/** One rule, in force from a day to a day. */
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
  /** The last day of the rule; absent means for good. */
  until?: string;
  /** Lets sets of a lower scope put their own rule in its place. */
  refinable?: boolean;
  /** The condition under which the rule applies; absent means always. */
  when?: RuleNode;
  /** What the rule asks for. It may be left out where "Then" says what follows from "When". */
  require?: RuleNode;
  /** What follows where the rule applies and what it asks for is met. */
  then?: string;
  /** Says in a sentence what the rule is for. */
  why?: string;
  /** What a reader must know besides every verdict, such as a contradiction in the source. */
  caveats?: string[];
}

/** Says whose rules a set holds. */
export interface RuleScope {
  /** The id of the state, ISD, district or school. */
  unit: string;
  /** Says what sort of unit it is. */
  kind?: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
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

/** A stretch of days that comes back every year, both ends included, such as the months in which an assessment is given. It may run over the turn of the year. */
export interface Window {
  /** Names the window within a schedule, such as "fall". */
  id: string;
  /** The first day, as month and day. */
  from: string;
  /** The last day, as month and day; before the first one where the window runs over the turn of the year. */
  to: string;
  /** Says where the window is stated. */
  source?: Source;
}
