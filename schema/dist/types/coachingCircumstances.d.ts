// Made from the JSON Schema of the same name; change nothing here.

/** NeedEvidence are what is known, by day, of those who may need coaching. The measures are the district's own; its conditions that warrant coaching, a rule set, speak of them. */
export interface CoachingCircumstances {
  /** kind is "coachingCircumstances"; writing sets it. */
  kind: "coachingCircumstances";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** records are the records, in any order. */
  records: CoachingNeedRecord[];
}

/** NeedRecord is what was known of one team or person on a day. A later record's fact takes the place of an earlier one's of the same measure. Two records of one day that say different things of a measure leave it unknown. */
export interface CoachingNeedRecord {
  /** coached is the id of the team or person. */
  coached: string;
  /** on is the day on which the facts held. */
  on: string;
  /** facts are the facts. */
  facts: { [key: string]: string | RuleDatedText[] };
}

/** DatedText is one value of a series as people write it. */
export interface RuleDatedText {
  /** on is the day that the value belongs to. */
  on: string;
  /** value is the text of the value. */
  value: string;
}
