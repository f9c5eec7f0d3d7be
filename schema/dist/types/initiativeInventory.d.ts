// Made from the JSON Schema of the same name; change nothing here.

/** Lists the initiatives of a district or an ISD, among them the innovation that is being explored, and what they do to each other. */
export interface InitiativeInventory {
  /** The kind of document. */
  kind: "initiativeInventory";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The district or ISD. */
  unit: Unit;
  /** The day of the inventory. */
  date: string;
  /** The day on which the inventory was entered, where that was later. */
  recorded?: string;
  /** The hours a week that each role has for initiatives; absent means that they are not known. */
  hours?: ReadinessHours[];
  /** The initiatives, each with its own id. */
  initiatives: ReadinessInitiative[];
  /** The pairs of initiatives that were judged, each at most once. */
  pairs: ReadinessPair[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** The hours a week of one role. */
export interface ReadinessHours {
  /** The role, never a name. */
  role: string;
  /** The hours a week. */
  hours: number;
}

/** One initiative of a district or an ISD. */
export interface ReadinessInitiative {
  /** Names the initiative. */
  id: string;
  /** The role that owns it; absent means nobody. */
  owner?: string;
  /** The role that oversees its budget; absent means nobody. */
  budget?: string;
  /** How much the owner decides: significant, some or insignificant; absent means that it is not stated. */
  authority?: "significant" | "some" | "insignificant";
  /** The core components of the initiative, in words that initiatives share. */
  components?: string[];
  /** The hours a week that it asks of each role; absent means that they are not known. */
  load?: ReadinessHours[];
  /** The outcome of its review: reselect or deselect; absent until it is reviewed. */
  outcome?: "reselect" | "deselect";
  /** The day of that review. */
  reviewedOn?: string;
}

/** How two initiatives affect each other. */
export interface ReadinessPair {
  /** The id of one initiative. */
  a: string;
  /** The id of the other initiative. */
  b: string;
  /** Whether they strengthen each other. */
  enhances: "yes" | "no" | "unsure";
  /** Whether they get in each other's way. */
  conflicts: "yes" | "no" | "unsure";
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
