// Made from the JSON Schema of the same name; change nothing here.

/** A document of tests of rules, which those who own the rules write. */
export interface Cases {
  /** The kind of document. */
  kind: "cases";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** What is tested, each with its facts and what the rule should say. */
  cases: SuiteCase[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A value with its day as people write it. */
export interface RuleDatedText {
  /** The day that the value belongs to. */
  on: string;
  /** The text of the value. */
  value: string;
}

/** One test of one rule: facts on a day, and what the rule should say. */
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

/** What a case expects of its rule. A member that is absent is not checked. */
export interface SuiteExpect {
  /** Met, not met, or undetermined while too much is unknown. */
  verdict?: "met" | "notMet" | "undetermined";
  /** Whether the rule applies: yes, no, or undetermined while too much is unknown. */
  applies?: "yes" | "no" | "undetermined";
  /** What should follow. */
  then?: string;
}
