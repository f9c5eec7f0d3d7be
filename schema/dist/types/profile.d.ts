// Made from the JSON Schema of the same name; change nothing here.

/** Profile is an adopter's criteria for one version of an instrument: a state's or a network's, in place of the instrument's own. The zero value is invalid. */
export interface Profile {
  /** names what the document is */
  kind: "profile";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the profile; results repeat it. */
  id: string;
  /** instrument is what the criteria are for. */
  instrument: InstrumentRef;
  /** title says whose criteria they are. */
  title: string;
  /** note is what a reader should know of the profile, such as what the adopter leaves open. */
  note?: string;
  /** criteria are the adopter's criteria, all of them. */
  criteria: InstrumentCriterion[];
  /** facts say where the criteria are stated. They cover "/criteria" or one of them, such as "/criteria/0"; "" is all of the profile. */
  facts: InstrumentSourcedFact[];
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

/** Ref names a definition. */
export interface InstrumentRef {
  /** id is the instrument's id. */
  id: string;
  /** version is its version. */
  version: string;
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
