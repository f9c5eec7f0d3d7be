// Made from the JSON Schema of the same name; change nothing here.

/** One version of an assessment instrument as data: its structure, numbers and criteria, never its wording. A published definition is not edited; an erratum is a new version. */
export interface Definition {
  /** The kind of document. */
  kind: "definition";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the instrument, such as "tfi". */
  id: string;
  /** The instrument's own version, such as "2.1". */
  version: string;
  /** Names the text or texts that the definition holds for, if one version has several. Results repeat it; references do not, so texts that differ in numbers need ids of their own. */
  edition?: string;
  /** The instrument's name. */
  title: string;
  /** Says who owns the instrument's wording and on what terms. */
  license?: string;
  /** The kinds of units that it is for; absent where no source says. Administrations of others are refused. */
  unitKinds?: ("classroom" | "program" | "school" | "district" | "isd" | "region" | "state")[];
  /** The sets of scores that items use; empty only where it is listed as not known. */
  scales: InstrumentScale[];
  /** The items in their order; empty only where it is listed as not known which there are, and nothing is scored then. */
  items: InstrumentItem[];
  /** Parts that may be administered alone. With none, the instrument is administered whole. */
  sections?: InstrumentSection[];
  /** The groups of items that scores are reported for. */
  subscales?: InstrumentSubscale[];
  /** How the total is formed; absent only where it is listed as not known. */
  total?: "points" | "mean" | "none";
  /** How many points all items together can earn, where a source states it; absent where none does. The items' scales have to add up to it. */
  possible?: number;
  /** "items" where the instrument reports, beside the points of all items together, how many of them have their greatest score. */
  report?: "items";
  /** What an unanswered item counts as; absent means unknown. */
  missing?: string;
  /** A caution beside every result with an item that does not apply, such as that the publisher's own report counts it otherwise. */
  notApplicableNote?: string;
  /** The adopter's profile that the criteria come from; absent if they are the instrument's own. */
  profile?: string;
  /** The named criteria that belong to this version. */
  criteria?: InstrumentCriterion[];
  /** Say where each part of the definition is stated, and how well it is known. */
  facts: InstrumentSourcedFact[];
  /** Lists what is not known of the instrument, so that it is not guessed. */
  lacks?: InstrumentLack[];
  /** Names the completion that supplied what the definition lacked. */
  completedBy?: InstrumentCompletedBy;
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

/** One item of an instrument. */
export interface InstrumentItem {
  /** The item's number or name within the instrument, such as "1.3". */
  id: string;
  /** The item's set of scores; absent only where the sets are listed as not known. */
  scale?: string;
  /** A very short label in our own words, never the item's wording. */
  label?: string;
  /** Allows the item to be marked not applicable. */
  notApplicable?: boolean;
}

/** Something that is not known of an instrument. */
export interface InstrumentLack {
  /** The part of the definition that is lacking. */
  of: "items" | "scales" | "sections" | "subscales" | "total";
  /** A sentence on what is not known, and what is. */
  says: string;
}

/** A set of scores that an item may be given. */
export interface InstrumentScale {
  /** Names the scale within the definition. */
  id: string;
  /** The allowed scores in rising order, each 0 to 250. The last is the most that an item can earn, the first the least. */
  scores: number[];
}

/** A part of an instrument that may be administered alone. */
export interface InstrumentSection {
  /** Names the section, such as "tier1". */
  id: string;
  /** A short label. */
  label?: string;
  /** The ids of the section's items. */
  items: string[];
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

/** A group of items with a score of its own. */
export interface InstrumentSubscale {
  /** Names the subscale, such as "leadership". */
  id: string;
  /** A short label. */
  label?: string;
  /** The subscale that this one is part of; absent at the top level. */
  parent?: string;
  /** The ids of its own items; those of the subscales below it belong to it as well. */
  items?: string[];
  /** "mean" if the instrument reports the mean score per item, "items" if it reports how many items have their greatest score; absent if it reports points and percent alone. */
  report?: "mean" | "items";
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
