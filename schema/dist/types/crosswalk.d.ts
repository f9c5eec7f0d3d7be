// Made from the JSON Schema of the same name; change nothing here.

/** Crosswalk says which items of one version of an instrument are the same as which of another, so that those items can be followed across the versions. It maps no scores: an item that was rewritten isn't the same, nor is one whose scores mean something else. */
export interface Crosswalk {
  /** names what the document is */
  kind: "crosswalk";
  /** is the version of the schema */
  schemaVersion: 1;
  /** from is the earlier version. */
  from: InstrumentRef;
  /** to is the later version. */
  to: InstrumentRef;
  /** items are the pairs that are the same. */
  items: InstrumentItemPair[];
  /** provenance says how well that is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** source is where it is stated. */
  source: Source;
  /** says is a sentence on what is mapped, and what is not known. */
  says: string;
}

/** ItemPair is an item in both versions. */
export interface InstrumentItemPair {
  /** from is its id in the earlier version. */
  from: string;
  /** to is its id in the later version. */
  to: string;
}

/** Ref names a definition. */
export interface InstrumentRef {
  /** id is the instrument's id. */
  id: string;
  /** version is its version. */
  version: string;
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
