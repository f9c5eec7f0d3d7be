// Made from the JSON Schema of the same name; change nothing here.

/** Says which items of one version of an instrument are the same as which of another, so that those items can be followed across the versions. It maps no scores: an item that was rewritten isn't the same, nor is one whose scores mean something else. */
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
  /** Says how well it is known which items became which. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** Where it is stated. */
  source: Source;
  /** A sentence on what is mapped, and what is not known. */
  says: string;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** An item in both versions. */
export interface InstrumentItemPair {
  /** The item's id in the earlier version. */
  from: string;
  /** The item's id in the later version. */
  to: string;
}

/** Names a definition. */
export interface InstrumentRef {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
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
