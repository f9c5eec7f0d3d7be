// Made from the JSON Schema of the same name; change nothing here.

/** Communication is a document of the communication plan: the protocols that link teams, and the barriers that teams have raised. */
export interface Communication {
  /** names what the document is */
  kind: "communication";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id identifies the document. */
  id?: string;
  /** unit is the unit that the plan belongs to. */
  unit: Unit;
  /** protocols are how teams exchange information. */
  protocols: DistrictCommunicationProtocol[];
  /** barriers are what keeps schools or the district from implementing. */
  barriers: DistrictBarrier[];
}

/** Barrier is something that keeps a unit from implementing, from the day on which it is raised to the day on which it is resolved. */
export interface DistrictBarrier {
  /** id identifies the barrier. */
  id: string;
  /** what says briefly what the barrier is. */
  what: string;
  /** raisedBy is the id of the team that raised the barrier. */
  raisedBy: string;
  /** raisedOn is the day on which the team raised it. */
  raisedOn: string;
  /** routedTo is the id of the team that should resolve it. */
  routedTo?: string;
  /** routedOn is the day on which it was routed to that team. */
  routedOn?: string;
  /** resolvedOn is the day on which it was resolved. */
  resolvedOn?: string;
}

/** CommunicationProtocol says how two teams exchange information. */
export interface DistrictCommunicationProtocol {
  /** id identifies the protocol. */
  id: string;
  /** team is the id of one team. */
  team: string;
  /** with is the id of the other team. */
  with: string;
  /** designees are the roles that are responsible for the exchange. */
  designees: string[];
  /** purpose is the purpose of the exchange. */
  purpose?: string;
  /** gives is the information that the first team gives to the other. */
  gives?: string;
  /** gets is the information that the first team gets from the other. */
  gets?: string;
  /** surveyOn is the day by which the teams should be surveyed about the protocol. */
  surveyOn?: string;
  /** surveyedOn is the day on which they were surveyed. */
  surveyedOn?: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
