// Made from the JSON Schema of the same name; change nothing here.

/** Supplies what a definition lacks, from the host's own copy of the instrument. It adds and never changes: what the definition states stays. */
export interface Completion {
  /** The kind of document. */
  kind: "completion";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The definition that is completed. */
  instrument: InstrumentRef;
  /** Says whose completion it is, such as a district's or an agency's. */
  name: string;
  /** Marks numbers that are made up to show how things work. Results that rest on it are not measurements, and say so. */
  illustrative?: boolean;
  /** Says how well its facts are known. Confirmed means that they were read in the instrument. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** The copy of the instrument that was read. */
  source: Source;
  /** The sets of scores that the items use. */
  scales?: InstrumentScale[];
  /** Say which scale each item of the definition has, where it lacks them. Every item without a scale is in one of the lists. */
  itemScales?: InstrumentItemScale[];
  /** The items beyond those of the definition. An empty list says that there are none; an absent one leaves them unknown. */
  items?: InstrumentItem[];
  /** The parts that may be administered alone. */
  sections?: InstrumentSection[];
  /** The groups of items. */
  subscales?: InstrumentSubscale[];
  /** Says how the total is formed. */
  total?: "points" | "mean" | "none";
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
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

/** Gives items of a definition their scale. */
export interface InstrumentItemScale {
  /** Names the scale, of the completion or the definition. */
  scale: string;
  /** The ids of the items that have this scale. */
  items: string[];
}

/** Names a definition. */
export interface InstrumentRef {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
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
