// Made from the JSON Schema of the same name; change nothing here.

/** Definition is one version of an assessment instrument as data: its structure, numbers and criteria, never its wording. A published definition is not edited; an erratum is a new version. The zero value is invalid. */
export interface Definition {
  /** names what the document is */
  kind: "definition";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the instrument, such as "tfi". */
  id: string;
  /** version is the instrument's own version, such as "2.1". */
  version: string;
  /** edition names the text or texts that the definition holds for, if one version has several. Results repeat it; references do not, so texts that differ in numbers need ids of their own. */
  edition?: string;
  /** title is the instrument's name. */
  title: string;
  /** license says who owns the instrument's wording and on what terms. */
  license?: string;
  /** unitKinds are the kinds of units that it is for; absent where no source says. Administrations of others are refused. */
  unitKinds?: ("classroom" | "program" | "school" | "district" | "isd" | "region" | "state")[];
  /** scales are the sets of scores that items use; empty only if they are among Lacks. */
  scales: InstrumentScale[];
  /** items are the items in their order; empty only if they are among Lacks, and nothing is scored then. */
  items: InstrumentItem[];
  /** sections are parts that may be administered alone. With none, the instrument is administered whole. */
  sections?: InstrumentSection[];
  /** subscales are the groups of items that scores are reported for. */
  subscales?: InstrumentSubscale[];
  /** total says how the total is formed; absent only if it is among Lacks. */
  total?: "points" | "mean" | "none";
  /** possible is how many points all items together can earn, where a source states it; absent where none does. The items' scales have to add up to it. */
  possible?: number;
  /** report is "items" where the instrument reports, beside the points of all items together, how many of them have their greatest score. */
  report?: "items";
  /** missing is what an unanswered item counts as; absent means unknown. */
  missing?: string;
  /** notApplicableNote is a caution beside every result with an item that does not apply, such as that the publisher's own report counts it otherwise. */
  notApplicableNote?: string;
  /** profile names the adopter's profile that the criteria come from; absent if they are the instrument's own. WithProfile sets it. */
  profile?: string;
  /** criteria are the named criteria that belong to this version. */
  criteria?: InstrumentCriterion[];
  /** facts say where each part of the definition is stated, and how well it is known. */
  facts: InstrumentSourcedFact[];
  /** lacks lists what is not known of the instrument, so that it is not guessed. */
  lacks?: InstrumentLack[];
  /** completedBy names the completion that supplied what the definition lacked. */
  completedBy?: InstrumentCompletedBy;
}

/** CompletedBy names the completion behind a definition. The zero value is none. */
export interface InstrumentCompletedBy {
  /** name says whose completion it is. */
  name: string;
  /** illustrative marks made-up numbers. */
  illustrative?: boolean;
}

/** Criterion is a named criterion, such as the one for minimum capacity. */
export interface InstrumentCriterion {
  /** id names the criterion. */
  id: string;
  /** title says it in a few words. */
  title: string;
  /** require is what must be met. Its measures are "total" and the ids of subscales; the groups "subscales" (the top level), "subscales.1", "subscales.2" and so on (one level) may be used in "each". */
  require: RuleNode;
  /** source is where the criterion is stated. */
  source: Source;
  /** provenance says how well it is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** note is a caution that belongs beside every verdict. */
  note?: string;
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

/** Lack is something that is not known of an instrument. */
export interface InstrumentLack {
  /** of is the part of the definition that is lacking. */
  of: "items" | "scales" | "sections" | "subscales" | "total";
  /** says is a sentence on what is not known, and what is. */
  says: string;
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

/** SourcedFact says where a part of a definition is stated. */
export interface InstrumentSourcedFact {
  /** id names the fact; the facts that ship are listed under it in docs/facts.md. */
  id: string;
  /** covers are JSON Pointers to the parts of the definition that rest on the fact; "" is all of it. "/version" and "/edition" are allowed, and "/lacks/0" is what a lack says that is known. */
  covers: string[];
  /** says is the fact in a sentence. */
  says: string;
  /** provenance says how well it is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** source is where it is stated. */
  source: Source;
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

/** Node is a criterion as data: a comparison of one measure, the same comparison of each of several, or a combination of nodes. Exactly one of Measure, Each, All, Any, Not and AtLeastOf is set. The zero value is invalid. */
export interface RuleNode {
  /** measure names the measure that is compared. */
  measure?: string;
  /** each names measures, or groups of them, that must all meet the comparison. Those that do not apply drop out. */
  each?: string[];
  /** last asks that each of this many latest values of a series meets the comparison; fewer values than that do not meet it. */
  last?: number;
  /** atLeast is the least value that meets the comparison. */
  atLeast?: string;
  /** moreThan is the greatest value that does not. */
  moreThan?: string;
  /** atMost is the greatest value that meets the comparison. */
  atMost?: string;
  /** lessThan is the least value that does not. */
  lessThan?: string;
  /** between holds the least and the greatest value that meet the comparison. */
  between?: string[];
  /** is is "yes" or "no", or a category. */
  is?: string;
  /** oneOf holds the categories that meet the comparison. */
  oneOf?: string[];
  /** all is met when every node is. */
  all?: RuleNode[];
  /** any is met when one of the nodes is. */
  any?: RuleNode[];
  /** not is met when the node is not. */
  not?: RuleNode;
  /** atLeastOf is met when this many of the nodes in Of are. */
  atLeastOf?: number;
  /** of holds the nodes that AtLeastOf counts. */
  of?: RuleNode[];
  /** why says in a sentence what the node is for. */
  why?: string;
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
