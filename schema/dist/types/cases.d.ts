// Made from the JSON Schema of the same name; change nothing here.

/** Cases are tests of rules, written as data by those who own the rules. */
export interface Cases {
  /** kind is "cases"; writing sets it. */
  kind: "cases";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** cases are the cases. */
  cases: RuleCase[];
}

/** Case is one test of one rule: facts on a day, and what the rule should say. */
export interface RuleCase {
  /** name says what the case shows. */
  name: string;
  /** rule is the id of the rule. */
  rule: string;
  /** on is the day of judgement. */
  on: string;
  /** facts are the facts; a measure left out is missing. */
  facts: { [key: string]: string | RuleDatedText[] };
  /** expect is what the rule should say. */
  expect: RuleExpect;
}

/** DatedText is one value of a series as people write it. */
export interface RuleDatedText {
  /** on is the day that the value belongs to. */
  on: string;
  /** value is the text of the value. */
  value: string;
}

/** Expect is what a case expects. What is absent is not looked at. */
export interface RuleExpect {
  /** verdict is "met", "notMet" or "undetermined". */
  verdict?: "met" | "notMet" | "undetermined";
  /** applies is "yes", "no" or "undetermined". */
  applies?: "yes" | "no" | "undetermined";
  /** then is what should follow. */
  then?: string;
}
