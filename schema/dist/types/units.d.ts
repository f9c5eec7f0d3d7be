// Made from the JSON Schema of the same name; change nothing here.

/** A document that says to which unit each unit belongs. */
export interface Units {
  /** The kind of document. */
  kind: "units";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Each unit and the one above it, in any order. */
  units: Place[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A unit and the unit that it belongs to. */
export interface Place {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
  /** The id of the unit above; absent at the top. */
  parent?: string;
  /** Ids that the unit had before, and those of units that merged into it. What is recorded under one of them is of this unit. */
  formerIds?: string[];
}
