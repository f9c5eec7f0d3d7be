// Made from the JSON Schema of the same name; change nothing here.

/** A published rule for which score of another version a score is like: a line for each section, y = slope times x + offset, on shares of the points. It maps scores and not items, so it permits no trend, and an equated score is not judged: 70 percent of one version may be like 44 of the other, whose own criterion is 50. */
export interface Equating {
  /** The kind of document. */
  kind: "equating";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the equating. */
  id: string;
  /** Says what is equated. */
  title: string;
  /** The version that was administered. */
  from: InstrumentRef;
  /** The version whose scores are wanted. */
  to: InstrumentRef;
  /** The lines, one for each section. */
  lines: InstrumentEquatingLine[];
  /** The numbers that the publication misprints. */
  discrepancies?: InstrumentDiscrepancy[];
  /** Cautions that belong beside every equated score. */
  caveats?: string[];
  /** Say where the parts are stated: "/lines", "/discrepancies", "/caveats" or an element of them; "" is all of it. */
  facts: InstrumentSourcedFact[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A place where a publication contradicts itself. Both readings are kept; neither is used to correct the other. */
export interface InstrumentDiscrepancy {
  /** The section concerned; absent for all of them. */
  section?: string;
  /** Says which number is meant. */
  of: string;
  /** The number as printed. */
  printed: string;
  /** The number that the publication's own arithmetic gives. */
  worked: string;
  /** Explains the difference. */
  says: string;
}

/** The line of one section. */
export interface InstrumentEquatingLine {
  /** The subscale's id in both versions, such as "tier1". */
  section: string;
  /** How many points the section has in the version that was administered. */
  fromPossible: number;
  /** How many points it has in the version that the score is given in. */
  toPossible: number;
  /** How much the share in the one version rises with the share in the other, such as "75%"; more than 0. */
  slope: string;
  /** What is added, a share of the points in the version that the score is given in, such as "-8.23%". */
  offset: string;
  /** The offset of the way back as it was published, to be added to the share divided by the slope. */
  printedInverse?: string;
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
