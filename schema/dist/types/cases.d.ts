// Made from the JSON Schema of the same name; change nothing here.

/** Cases is a document of tests of rules, which those who own the rules write. */
export interface Cases {
  /** names what the document is */
  kind: "cases";
  /** is the version of the schema */
  schemaVersion: 1;
  /** cases are the cases. */
  cases: SuiteCase[];
}

/** DatedText is one value of a series as people write it. */
export interface RuleDatedText {
  /** on is the day that the value belongs to. */
  on: string;
  /** value is the text of the value. */
  value: string;
}

/** Case is one test of one rule: facts on a day, and what the rule should say. */
export interface SuiteCase {
  /** name says what the case shows. */
  name: string;
  /** rule is the id of the rule. */
  rule: string;
  /** on is the day of judgement. */
  on: string;
  /** facts are the facts; a measure left out is missing. */
  facts: { [key: string]: string | RuleDatedText[] };
  /** expect is what the rule should say. */
  expect: SuiteExpect;
}

/** Expect is what a case expects of its rule. A member that is absent is not checked. */
export interface SuiteExpect {
  /** verdict is "met", "notMet" or "undetermined". */
  verdict?: "met" | "notMet" | "undetermined";
  /** applies is "yes", "no" or "undetermined". */
  applies?: "yes" | "no" | "undetermined";
  /** then is what should follow. */
  then?: string;
}
