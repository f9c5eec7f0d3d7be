// Made from the JSON Schema of the same name; change nothing here.

/** Cases is a document of tests of rules, which those who own the rules write. */
export interface Cases {
  /** The kind of document. */
  kind: "cases";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The cases. */
  cases: SuiteCase[];
}

/** DatedText is a value with its day as people write it. */
export interface RuleDatedText {
  /** The day that the value belongs to. */
  on: string;
  /** The text of the value. */
  value: string;
}

/** Case is one test of one rule: facts on a day, and what the rule should say. */
export interface SuiteCase {
  /** Says what the case shows. */
  name: string;
  /** The id of the rule. */
  rule: string;
  /** The day of judgement. */
  on: string;
  /** The facts; a measure left out is missing. */
  facts: { [key: string]: string | RuleDatedText | RuleDatedText[] };
  /** What the rule should say. */
  expect: SuiteExpect;
}

/** Expect is what a case expects of its rule. A member that is absent is not checked. */
export interface SuiteExpect {
  /** "met", "notMet" or "undetermined". */
  verdict?: "met" | "notMet" | "undetermined";
  /** "yes", "no" or "undetermined". */
  applies?: "yes" | "no" | "undetermined";
  /** What should follow. */
  then?: string;
}
