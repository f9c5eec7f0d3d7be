// Made from the JSON Schema of the same name; change nothing here.

/** Communication is a document of the communication plan: the protocols that link teams, and the barriers that were raised through them. */
export interface Communication {
  /** kind is "communication"; writing sets it. */
  kind: "communication";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** unit is the unit whose plan it is. */
  unit: Unit;
  /** protocols link teams. */
  protocols: DistrictCommunicationProtocol[];
  /** barriers are what stands in the way of schools or the district. */
  barriers: DistrictBarrier[];
}

/** Barrier is something that stands in the way, from the day it is raised to the day it is resolved. */
export interface DistrictBarrier {
  /** id names the barrier. */
  id: string;
  /** what stands in the way, in short. */
  what: string;
  /** raisedBy is the id of the team that raised it. */
  raisedBy: string;
  /** raisedOn is the day on which it did. */
  raisedOn: string;
  /** routedTo is the id of the team that is to deal with it. */
  routedTo?: string;
  /** routedOn is the day on which that team got it. */
  routedOn?: string;
  /** resolvedOn is the day on which it was resolved. */
  resolvedOn?: string;
}

/** CommunicationProtocol is how two teams exchange information. */
export interface DistrictCommunicationProtocol {
  /** id names the protocol. */
  id: string;
  /** team is the id of one team. */
  team: string;
  /** with is the id of the other. */
  with: string;
  /** designees are the roles that see to it. */
  designees: string[];
  /** purpose is what it is for. */
  purpose?: string;
  /** gives is what Team tells the other. */
  gives?: string;
  /** gets is what the other tells Team. */
  gets?: string;
  /** surveyOn is the day by which its effect should be surveyed. */
  surveyOn?: string;
  /** surveyedOn is the day on which it was. */
  surveyedOn?: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
