// Made from the JSON Schema of the same name; change nothing here.

/** Evidence is a document of dated evidence. */
export interface Evidence {
  /** kind is "evidence"; writing sets it. */
  kind: "evidence";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** records are the records, in any order. */
  records: StagesEvidenceRecord[];
}

/** DatedText is one value of a series as people write it. */
export interface RuleDatedText {
  /** on is the day that the value belongs to. */
  on: string;
  /** value is the text of the value. */
  value: string;
}

/** EvidenceRecord is what was known of a unit and an innovation on a day. Records of one day that say different things of a measure leave it unknown. A later record's fact takes the place of an earlier one's of the same measure; what it leaves out stays as it was. */
export interface StagesEvidenceRecord {
  /** id names the record, so that corrections can refer to it. */
  id?: string;
  /** supersedes is the id of a record that this one corrects and takes the place of. */
  supersedes?: string;
  /** voids is the id of a record that does not count; this one then counts for nothing itself. */
  voids?: string;
  /** unit is what the evidence is of. */
  unit: Unit;
  /** innovation is the practice or program that is being implemented. */
  innovation: string;
  /** date is the day on which the facts held. */
  date: string;
  /** from says where the facts come from, such as the id of an administration. */
  from?: string;
  /** facts are the facts. */
  facts: { [key: string]: string | RuleDatedText[] };
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
