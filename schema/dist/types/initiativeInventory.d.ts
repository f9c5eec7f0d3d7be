// Made from the JSON Schema of the same name; change nothing here.

/** Inventory lists the initiatives of a district or an ISD, among them the innovation that is being explored, and what they do to each other. */
export interface InitiativeInventory {
  /** names what the document is */
  kind: "initiativeInventory";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** unit is the district or ISD. */
  unit: Unit;
  /** date is the day of the inventory. */
  date: string;
  /** hours are the hours a week that each role has for initiatives; absent means that they are not known. */
  hours?: ReadinessHours[];
  /** initiatives are the initiatives, each with its own id. */
  initiatives: ReadinessInitiative[];
  /** pairs are the pairs of initiatives that were judged, each at most once. */
  pairs: ReadinessPair[];
}

/** Hours are the hours a week of one role. */
export interface ReadinessHours {
  /** role is the role, never a name. */
  role: string;
  /** hours are the hours a week. */
  hours: number;
}

/** Initiative is one initiative of a district or an ISD. */
export interface ReadinessInitiative {
  /** id names the initiative. */
  id: string;
  /** owner is the role that owns it; absent means nobody. */
  owner?: string;
  /** budget is the role that oversees its budget; absent means nobody. */
  budget?: string;
  /** authority is how much the owner decides: significant, some or insignificant; absent means that it is not stated. */
  authority?: "significant" | "some" | "insignificant";
  /** components are its core components, in words that initiatives share. */
  components?: string[];
  /** load are the hours a week that it asks of each role; absent means that they are not known. */
  load?: ReadinessHours[];
  /** outcome is the outcome of its review: reselect or deselect; absent until it is reviewed. */
  outcome?: "reselect" | "deselect";
  /** reviewedOn is the day of that review. */
  reviewedOn?: string;
}

/** Pair is how two initiatives affect each other. */
export interface ReadinessPair {
  /** a is an initiative. */
  a: string;
  /** b is another one. */
  b: string;
  /** enhances is whether they strengthen each other. */
  enhances: "yes" | "no" | "unsure";
  /** conflicts is whether they get in each other's way. */
  conflicts: "yes" | "no" | "unsure";
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
