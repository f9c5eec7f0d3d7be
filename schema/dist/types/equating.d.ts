// Made from the JSON Schema of the same name; change nothing here.

/** Equating is a published rule for which score of another version a score is like: a line for each section, y = slope times x + offset, on shares of the points. It maps scores and not items, so it permits no trend, and an equated score is not judged: 70 percent of one version may be like 44 of the other, whose own criterion is 50. */
export interface Equating {
  /** names what the document is */
  kind: "equating";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the equating. */
  id: string;
  /** title says what is equated. */
  title: string;
  /** from is the version that was administered. */
  from: InstrumentRef;
  /** to is the version whose scores are wanted. */
  to: InstrumentRef;
  /** lines are the lines, one for each section. */
  lines: InstrumentEquatingLine[];
  /** discrepancies are the numbers that the publication misprints. */
  discrepancies?: InstrumentDiscrepancy[];
  /** caveats are cautions that belong beside every equated score. */
  caveats?: string[];
  /** facts say where the parts are stated: "/lines", "/discrepancies", "/caveats" or an element of them; "" is all of it. */
  facts: InstrumentSourcedFact[];
}

/** Discrepancy is a place where a publication contradicts itself. Both readings are kept; neither is used to correct the other. */
export interface InstrumentDiscrepancy {
  /** section is the section concerned; absent for all of them. */
  section?: string;
  /** of says which number is meant. */
  of: string;
  /** printed is the number as printed. */
  printed: string;
  /** worked is the number that the publication's own arithmetic gives. */
  worked: string;
  /** says explains the difference. */
  says: string;
}

/** EquatingLine is the line of one section. */
export interface InstrumentEquatingLine {
  /** section is the subscale's id in both versions, such as "tier1". */
  section: string;
  /** fromPossible is how many points the section has in the version from. */
  fromPossible: number;
  /** toPossible is how many points it has in the version to. */
  toPossible: number;
  /** slope is how much the share to rises with the share from, such as "75%"; more than 0. */
  slope: string;
  /** offset is what is added, a share of the points of the version to, such as "-8.23%". */
  offset: string;
  /** printedInverse is the offset of the way back as it was published, to be added to the share divided by the slope. EquatingLine.InverseOffset is what it works out to. */
  printedInverse?: string;
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
