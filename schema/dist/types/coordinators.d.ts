// Made from the JSON Schema of the same name; change nothing here.

/** A document that lists the people who administer assessments and make observations. */
export interface Coordinators {
  /** The kind of document. */
  kind: "coordinators";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The coordinators, each once for each unit in which they work. */
  coordinators: FidelityCoordinator[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A person who administers assessments, by an opaque id. */
export interface FidelityCoordinator {
  /** An opaque identifier, never a name. */
  coordinator: string;
  /** Where the person works. */
  unit: Unit;
  /** The person's trainings; the latest one for an instrument counts. */
  trained: FidelityTraining[];
}

/** A training for an instrument. */
export interface FidelityTraining {
  /** The instrument, and the version. */
  instrument: InstrumentRef;
  /** The day of the training; absent means that it is not stated. */
  on?: string;
}

/** Names a definition. */
export interface InstrumentRef {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
