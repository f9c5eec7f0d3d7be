// Made from the JSON Schema of the same name; change nothing here.

/** Crosswalk says which items of one version of an instrument are the same as which of another, so that those items can be followed across the versions. It maps no scores: an item that was rewritten isn't the same, nor is one whose scores mean something else. */
export interface Crosswalk {
  /** The kind of document. */
  kind: "crosswalk";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The earlier version. */
  from: InstrumentRef;
  /** The later version. */
  to: InstrumentRef;
  /** The pairs that are the same. */
  items: InstrumentItemPair[];
  /** Says how well that is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** Where it is stated. */
  source: Source;
  /** A sentence on what is mapped, and what is not known. */
  says: string;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** ItemPair is an item in both versions. */
export interface InstrumentItemPair {
  /** Its id in the earlier version. */
  from: string;
  /** Its id in the later version. */
  to: string;
}

/** Ref names a definition. */
export interface InstrumentRef {
  /** The instrument's id. */
  id: string;
  /** Its version. */
  version: string;
}

/** Source says where a definition, threshold or rule is stated. Title is required; the zero value means that there is none. */
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
