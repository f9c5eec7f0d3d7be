// Made from the JSON Schema of the same name; change nothing here.

/** Evidence that a host states: facts of units and innovations, each with its day. */
export interface Evidence {
  /** The kind of document. */
  kind: "evidence";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The host's own measures, which the facts may be of besides those that ship. */
  measures?: { [key: string]: Measure };
  /** What was known on which day, in any order. */
  records: EvidenceStatement[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** What was known of a unit and an innovation on a day. Statements of one day that say different things of a measure leave it unknown. A later one takes the place of an earlier one of the same measure; what it leaves out stays as it was. */
export interface EvidenceStatement {
  /** Names the record, so that corrections can refer to it. */
  id?: string;
  /** The id of a record that this one corrects and takes the place of. */
  supersedes?: string;
  /** The id of a record that does not count; this one then counts for nothing itself. */
  voids?: string;
  /** What the evidence is of. */
  unit: Unit;
  /** The practice or program that is being implemented; absent where the facts are of the unit, whatever it implements. */
  innovation?: string;
  /** The day on which the facts held. */
  date: string;
  /** The last day on which they count; absent where the measure or the host's policy says it. */
  through?: string;
  /** Lets the facts count until a later record takes their place. */
  untilChanged?: boolean;
  /** What the facts come from; absent is that of each measure. */
  basis?: "declared" | "measured" | "decided";
  /** The day on which the record was entered, where that was later. */
  recorded?: string;
  /** Says where the facts come from, such as the id of an administration. */
  from?: string;
  /** What was found, by measure: a share such as "80%", a number, yes or no, or a day. */
  facts: { [key: string]: string | RuleDatedText | RuleDatedText[] };
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

/** A value with its day as people write it. */
export interface RuleDatedText {
  /** The day that the value belongs to. */
  on: string;
  /** The text of the value. */
  value: string;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
