// Made from the JSON Schema of the same name; change nothing here.

/** Completion supplies what a definition lacks, from the host's own copy of the instrument. It adds and never changes: what the definition states stays. */
export interface Completion {
  /** names what the document is */
  kind: "completion";
  /** is the version of the schema */
  schemaVersion: 1;
  /** instrument is the definition that is completed. */
  instrument: InstrumentRef;
  /** name says whose completion it is, such as a district's or an agency's. */
  name: string;
  /** illustrative marks numbers that are made up to show how things work. Results that rest on it are not measurements, and say so. */
  illustrative?: boolean;
  /** provenance says how well its facts are known. Confirmed means that they were read in the instrument. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** source is the copy of the instrument that was read. */
  source: Source;
  /** scales are the scales that Items or ItemScales use. */
  scales?: InstrumentScale[];
  /** itemScales say which scale each item of the definition has, where it lacks them. Every item without a scale is in one of the lists. */
  itemScales?: InstrumentItemScale[];
  /** items are the items beyond those of the definition. An empty list says that there are none; an absent one leaves them unknown. */
  items?: InstrumentItem[];
  /** sections are the parts that may be administered alone. */
  sections?: InstrumentSection[];
  /** subscales are the groups of items. */
  subscales?: InstrumentSubscale[];
  /** total says how the total is formed. */
  total?: "points" | "mean" | "none";
}

/** Item is one item of an instrument. */
export interface InstrumentItem {
  /** id is the item's number or name within the instrument, such as "1.3". */
  id: string;
  /** scale names the item's scale; absent only if scales are among the definition's Lacks. */
  scale?: string;
  /** label is a very short label in our own words, never the item's wording. */
  label?: string;
  /** notApplicable allows the item to be marked not applicable. */
  notApplicable?: boolean;
}

/** ItemScale gives items of a definition their scale. */
export interface InstrumentItemScale {
  /** scale names the scale, of the completion or the definition. */
  scale: string;
  /** items are the ids of the items that have it. */
  items: string[];
}

/** Ref names a definition. */
export interface InstrumentRef {
  /** id is the instrument's id. */
  id: string;
  /** version is its version. */
  version: string;
}

/** Scale is a set of scores that an item may be given. */
export interface InstrumentScale {
  /** id names the scale within the definition. */
  id: string;
  /** scores are the allowed scores in rising order, each 0 to 250. The last is the most that an item can earn, the first the least. */
  scores: number[];
}

/** Section is a part of an instrument that may be administered alone. */
export interface InstrumentSection {
  /** id names the section, such as "tier1". */
  id: string;
  /** label is a short label. */
  label?: string;
  /** items are the ids of the section's items. */
  items: string[];
}

/** Subscale is a group of items with a score of its own. */
export interface InstrumentSubscale {
  /** id names the subscale, such as "leadership". */
  id: string;
  /** label is a short label. */
  label?: string;
  /** parent is the subscale that this one is part of; absent at the top level. */
  parent?: string;
  /** items are the ids of its own items; those of the subscales below it belong to it as well. */
  items?: string[];
  /** report is "mean" if the instrument reports the mean score per item, "items" if it reports how many items have their greatest score; absent if it reports points and percent alone. */
  report?: "mean" | "items";
}

/** Source says where a definition, threshold or rule is stated. Title is required; the zero value means that there is none. */
export interface Source {
  /** title is the name of the document or page. */
  title: string;
  /** edition is the edition or version of the document. */
  edition?: string;
  /** year is the year of publication. */
  year?: number;
  /** url is where the document is found. */
  url?: string;
  /** locator is the page, item or heading within the document. */
  locator?: string;
}
