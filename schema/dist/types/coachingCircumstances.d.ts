// Made from the JSON Schema of the same name; change nothing here.

/** What is known of recipients by day. The measures are the district's own, those of its rule set of conditions that warrant coaching. */
export interface CoachingCircumstances {
  /** The kind of document. */
  kind: "coachingCircumstances";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** What was known of each recipient on which day, in any order. */
  records: CoachingNeedRecord[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** What was known of one recipient on a day. For each measure the latest record counts, while it does; two records of one day that differ leave it unknown. */
export interface CoachingNeedRecord {
  /** The id of the recipient. */
  coached: string;
  /** The day of the facts. */
  on: string;
  /** The last day on which they count; absent means the same day of the next year, which no source states. After it they are not known any more. */
  through?: string;
  /** Whether the recipient was at fidelity, as a policy of fidelity says it; absent means not stated. Conditions read it as coaching.atFidelity. */
  atFidelity?: "atFidelity" | "notAtFidelity" | "open" | "unobserved" | "tooFew" | "expired" | "untrained";
  /** The facts, by measures of the rules. */
  facts: { [key: string]: string | RuleDatedText | RuleDatedText[] };
}

/** A value with its day as people write it. */
export interface RuleDatedText {
  /** The day that the value belongs to. */
  on: string;
  /** The text of the value. */
  value: string;
}
