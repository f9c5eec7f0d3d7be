// Made from the JSON Schema of the same name; change nothing here.

/** Coordinators is a document that lists the people who administer assessments and make observations. */
export interface Coordinators {
  /** names what the document is */
  kind: "coordinators";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** coordinators are the coordinators, each once for each unit in which they work. */
  coordinators: FidelityCoordinator[];
}

/** Coordinator is a person who administers assessments, by an opaque id. */
export interface FidelityCoordinator {
  /** coordinator is an opaque identifier, never a name. */
  coordinator: string;
  /** unit is where the person works. */
  unit: Unit;
  /** trained are the person's trainings; the latest one for an instrument counts. */
  trained: FidelityTraining[];
}

/** Training is a training for an instrument. */
export interface FidelityTraining {
  /** instrument is the instrument, and the version. */
  instrument: InstrumentRef;
  /** on is the day of the training; absent means that it is not stated. */
  on?: string;
}

/** Ref names a definition. */
export interface InstrumentRef {
  /** id is the instrument's id. */
  id: string;
  /** version is its version. */
  version: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
