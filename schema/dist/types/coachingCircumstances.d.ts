// Made from the JSON Schema of the same name; change nothing here.

/** NeedEvidence is what is known of recipients by day. The measures are the district's own, those of its rule set of conditions that warrant coaching. */
export interface CoachingCircumstances {
  /** names what the document is */
  kind: "coachingCircumstances";
  /** is the version of the schema */
  schemaVersion: 1;
  /** records are the records, in any order. */
  records: CoachingNeedRecord[];
}

/** NeedRecord is what was known of one recipient on a day. For each measure the latest record counts, while it does; two records of one day that differ leave it unknown. */
export interface CoachingNeedRecord {
  /** coached is the id of the recipient. */
  coached: string;
  /** on is the day of the facts. */
  on: string;
  /** through is the last day on which they count; absent means the same day of the next year, which no source states. After it they are not known any more. */
  through?: string;
  /** atFidelity is whether the recipient was at fidelity, as a policy of fidelity says it; absent means not stated. Conditions read it as coaching.atFidelity. */
  atFidelity?: "atFidelity" | "notAtFidelity" | "open" | "unobserved" | "tooFew" | "expired" | "untrained";
  /** facts are the facts, by measures of the rules. */
  facts: { [key: string]: string | RuleDatedText[] };
}

/** DatedText is one value of a series as people write it. */
export interface RuleDatedText {
  /** on is the day that the value belongs to. */
  on: string;
  /** value is the text of the value. */
  value: string;
}
