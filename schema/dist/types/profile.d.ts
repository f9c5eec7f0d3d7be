// Made from the JSON Schema of the same name; change nothing here.

/** An adopter's criteria for one version of an instrument: a state's or a network's, in place of the instrument's own. */
export interface Profile {
  /** The kind of document. */
  kind: "profile";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the profile; results repeat it. */
  id: string;
  /** What the criteria are for. */
  instrument: InstrumentRef;
  /** Says whose criteria they are. */
  title: string;
  /** What a reader should know of the profile, such as what the adopter leaves open. */
  note?: string;
  /** The adopter's criteria, all of them. */
  criteria: InstrumentCriterion[];
  /** Say where the criteria are stated. They cover "/criteria" or one of them, such as "/criteria/0"; "" is all of the profile. */
  facts: InstrumentSourcedFact[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A named criterion, such as the one for minimum capacity. */
export interface InstrumentCriterion {
  /** Names the criterion. */
  id: string;
  /** Says it in a few words. */
  title: string;
  /** What must be met. Its measures are "total", the ids of subscales, and "protocol.kept", so that an adopter can ask for a kept protocol; the groups "subscales" (the top level), "subscales.1", "subscales.2" and so on (one level) may be used in "each". */
  require: RuleNode;
  /** Where the criterion is stated. */
  source: Source;
  /** Says how well it is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** A caution that belongs beside every verdict. */
  note?: string;
}

/** Names a definition. */
export interface InstrumentRef {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
}

/** Says where a part of a definition is stated. */
export interface InstrumentSourcedFact {
  /** Names the fact; the facts that ship are listed under it in docs/facts.md. */
  id: string;
  /** JSON Pointers to the parts of the definition that rest on the fact; "" is all of it. "/version" and "/edition" are allowed, and "/lacks/0" is what a lack says that is known. */
  covers: string[];
  /** The fact in a sentence. */
  says: string;
  /** Says how well it is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** Where it is stated. */
  source: Source;
}

/** A criterion as data: a comparison of one measure, the same comparison of each of several, or a combination of nodes. Exactly one of "Measure", "Each", "All", "Any", "Not" and "At least of" is set. */
export interface RuleNode {
  /** Names the measure that is compared. */
  measure?: string;
  /** Names measures, or groups of them, that must all meet the comparison. Those that do not apply drop out. */
  each?: string[];
  /** Asks that each of this many latest values of a series meets the comparison; fewer values than that do not meet it. */
  last?: number;
  /** Asks that so many values of a series meet the comparison, whichever they are: with 1 any of them may, where with "Last" 1 the latest must. A series takes either "Last" or "Times". */
  times?: number;
  /** Says from which days values count: "365 days" for those at most so old on the day of judgement, "schoolYear" for this school year, "lastSchoolYear" for the one before, "window:spring" for the latest window of that name that has begun, or "window:spring schoolYear" for the one that begins in this school year. Both ends count. A single value counts where it has a day and that lies within. */
  within?: string;
  /** The least value that meets the comparison. */
  atLeast?: string;
  /** The value that what is measured must exceed. */
  moreThan?: string;
  /** The greatest value that meets the comparison. */
  atMost?: string;
  /** The value that what is measured must stay below. */
  lessThan?: string;
  /** Holds the least and the greatest value that meet the comparison. */
  between?: string[];
  /** "yes" or "no", or a category. */
  is?: string;
  /** Holds the categories that meet the comparison. */
  oneOf?: string[];
  /** Met when all of these nodes are met. */
  all?: RuleNode[];
  /** Met when at least one of these nodes is met. */
  any?: RuleNode[];
  /** Met when this node is not met. */
  not?: RuleNode;
  /** Met when at least this many of the listed nodes are. */
  atLeastOf?: number;
  /** The nodes of which a number must be met. */
  of?: RuleNode[];
  /** Says in a sentence what the node is for. */
  why?: string;
}

/** Says where a definition, threshold or rule is stated. */
export interface Source {
  /** The name of the document or page. */
  title: string;
  /** The edition or version of the document. */
  edition?: string;
  /** The year of publication. */
  year?: number;
  /** Where the document is found. */
  url?: string;
  /** The page, item or heading within the document. */
  locator?: string;
}
