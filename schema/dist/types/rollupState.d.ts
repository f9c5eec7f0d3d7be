// Made from the JSON Schema of the same name; change nothing here.

/** What administrations come to, each with its identity, so that parts of a whole can be added up anywhere and become one. */
export interface RollupState {
  /** The kind of document. */
  kind: "rollupState";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** What the records were scored by. */
  definitions: RollupScored[];
  /** What was added. The order of the records and of the definitions means nothing. */
  records: RollupStateRecord[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Names the completion behind a definition. */
export interface InstrumentCompletedBy {
  /** Says whose completion it is. */
  name: string;
  /** Marks made-up numbers. */
  illustrative?: boolean;
}

/** Names the definition behind a result, down to its bytes. */
export interface InstrumentUsedDefinition {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
  /** The instrument's name, for people; older results have none. The digest covers it. */
  title?: string;
  /** Names the text, if one version has several. */
  edition?: string;
  /** Names the adopter's profile whose criteria were judged; absent where they were the instrument's own. */
  profile?: string;
  /** The definition's SHA-256, completion and profile included. */
  digest: string;
  /** Names the completion, if there was one. */
  completedBy?: InstrumentCompletedBy;
  /** The parts that the definition may not have in full. While items are among them, there are no subscales and no total. */
  lacks?: ("items" | "scales" | "sections" | "subscales" | "total")[];
}

/** Names a score or a criterion of a definition. */
export interface RollupMeasureID {
  /** Says whether this is a score or a criterion. */
  of: "score" | "criterion";
  /** The id of the subscale or the criterion, "total" for the total, and "points" for the points of all items, where the instrument gives no total. */
  id: string;
}

/** A record's value of a measure. */
export interface RollupMeasureValue {
  /** The place of the measure in the list of the definition's measures, from 0. */
  measure: number;
  /** The points, or 1 of 1, 0 of 1 or unknown for a criterion; 0 of 0 where none is defined. */
  tally: Tally;
  /** The share of a total that is a mean of subscales; absent for others. */
  share?: Span;
  /** Marks a scale of which no item applies. */
  notApplicable?: boolean;
}

/** A definition with the scores and criteria of its results. */
export interface RollupScored {
  /** Names the definition. */
  instrument: InstrumentUsedDefinition;
  /** What an unanswered item counted as. */
  missing: string;
  /** The scores and criteria. */
  measures: RollupMeasureID[];
}

/** What one administration comes to. */
export interface RollupStateRecord {
  /** The place of its definition in the list of definitions, from 0. */
  definition: number;
  /** Names the administration; absent for one that nothing refers to. */
  id?: string;
  /** The id of the record that it takes the place of. */
  supersedes?: string;
  /** The id of a record that does not count. */
  voids?: string;
  /** The SHA-256 of the content of its correction; absent where two of the same content are two. */
  content?: string;
  /** What was assessed. */
  unit: Unit;
  /** The day. */
  date: string;
  /** What was administered, in the order of the measures. */
  values: RollupMeasureValue[];
  /** How many more times the record was added. */
  again?: number;
}

/** What is known of a number: it lies between "Low", the worst case, and "High", the best. An undefined end is an open one. */
export interface Span {
  /** The worst case. */
  low: string;
  /** The best. */
  high: string;
}

/** So many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between what is earned, of what is possible, and the same with all that is unknown added. */
export interface Tally {
  /** What is certain, such as points that were scored; 0 or more. */
  earned: number;
  /** The most there can be: at least what is earned and what is unknown together. */
  possible: number;
  /** What may yet be added to what is earned, 0 or more. */
  unknown: number;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
