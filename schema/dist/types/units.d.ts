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

/** One thing that is said of a unit. */
export interface Characteristic {
  /** What it is about, such as locale. No kind of unit is one, nor are schoolYear and window, which roll-ups have other rows for. */
  id: string;
  /** What is so of the unit, such as rural. */
  value: string;
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
  /** What units are compared by besides where they belong, such as a locale that is rural. They hold for the units below as well, unless those have their own. */
  characteristics?: Characteristic[];
}
