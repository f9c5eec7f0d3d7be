// Made from the JSON Schema of the same name; change nothing here.

/** Units is a document that says to which unit each unit belongs. */
export interface Units {
  /** names what the document is */
  kind: "units";
  /** is the version of the schema */
  schemaVersion: 1;
  /** units are the units, in any order. */
  units: Place[];
}

/** Place is a unit and the unit that it belongs to. */
export interface Place {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
  /** parent is the id of the unit above; absent at the top. */
  parent?: string;
  /** formerIds are ids that the unit had before, and those of units that merged into it. What is recorded under one of them is of this unit. */
  formerIds?: string[];
}
