// Made from the JSON Schema of the same name; change nothing here.

/** A document of the communication plan: the protocols that link teams, and the barriers that teams have raised. */
export interface Communication {
  /** The kind of document. */
  kind: "communication";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Identifies the document. */
  id?: string;
  /** The unit that the plan belongs to. */
  unit: Unit;
  /** How teams exchange information. */
  protocols: DistrictCommunicationProtocol[];
  /** What keeps schools or the district from implementing. */
  barriers: DistrictBarrier[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Something that keeps a unit from implementing, from the day on which it is raised to the day on which it is resolved. */
export interface DistrictBarrier {
  /** Identifies the barrier. */
  id: string;
  /** Says briefly what the barrier is. */
  what: string;
  /** The id of the team that raised the barrier. */
  raisedBy: string;
  /** The day on which the team raised it. */
  raisedOn: string;
  /** The id of the team that should resolve it. */
  routedTo?: string;
  /** The day on which it was routed to that team. */
  routedOn?: string;
  /** The day on which it was resolved. */
  resolvedOn?: string;
}

/** Says how two teams exchange information. */
export interface DistrictCommunicationProtocol {
  /** Identifies the protocol. */
  id: string;
  /** The id of one team. */
  team: string;
  /** The id of the other team. */
  with: string;
  /** The roles that are responsible for the exchange. */
  designees: string[];
  /** The purpose of the exchange. */
  purpose?: string;
  /** The information that the first team gives to the other. */
  gives?: string;
  /** The information that the first team gets from the other. */
  gets?: string;
  /** The day by which the teams should be surveyed about the protocol. */
  surveyOn?: string;
  /** The day on which they were surveyed. */
  surveyedOn?: string;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
