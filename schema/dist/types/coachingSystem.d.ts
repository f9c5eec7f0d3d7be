// Made from the JSON Schema of the same name; change nothing here.

/** The coaching system of a district: what it consists of and how far each part has been developed. */
export interface CoachingSystem {
  /** The kind of document. */
  kind: "coachingSystem";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The day on which the document was entered, with those of its steps that do not say so themselves; absent means that this is not known. */
  recorded?: string;
  /** The district that the coaching system belongs to. */
  unit: Unit;
  /** Whether the district is new to MTSS; absent means not stated. */
  newToMTSS?: boolean;
  /** The components, each at most once. The state of one that is left out is unknown, which is not the same as absent. */
  components: CoachingSystemComponent[];
  /** The kinds of coaching that the system must include. */
  wanted: CoachingCoachingKind[];
  /** The coaching roles that the system describes. */
  roles: CoachingRoleDescription[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A type of coaching at a level. The provider is stated with the role. */
export interface CoachingCoachingKind {
  /** Systems or instructional. */
  type: "systems" | "instructional";
  /** What is coached: district, school, team or practitioner. */
  level: "district" | "school" | "team" | "practitioner";
}

/** A state that a component reached on a day. */
export interface CoachingComponentStep {
  /** How far the component had come on that day. */
  state: "absent" | "drafting" | "final" | "inUse";
  /** The day on which the component reached it. */
  on: string;
  /** The day on which the step was entered; absent means that of the coaching system. */
  recorded?: string;
  /** Names what shows it, such as a document or meeting minutes. */
  evidence?: string;
}

/** Says what the coaches in one role do and must be able to do. */
export interface CoachingRoleDescription {
  /** Names the role. */
  id: string;
  /** The district's name for it, such as "School Leadership Team coach". */
  title?: string;
  /** The type of coaching. */
  type: "systems" | "instructional";
  /** What is coached. */
  level: "district" | "school" | "team" | "practitioner";
  /** Says where the coaches come from. */
  provider: "external" | "internal";
  /** The ids of the qualifications and skills that the role asks for; coaches are selected by them. */
  skills: string[];
  /** The general responsibilities. */
  responsibilities: string[];
  /** The roles that take part in developing this one. */
  involved?: string[];
  /** The hours a month of a full-time position; 0 means not stated. */
  fullTimeHours?: number;
}

/** One of the six components, with its history and its timeline. */
export interface CoachingSystemComponent {
  /** Which of the six it is. */
  component: "definition" | "conditions" | "qualifications" | "selection" | "serviceDelivery" | "guidelines";
  /** The states that it reached, in the order of their days. Before the first one its state is unknown. */
  steps: CoachingComponentStep[];
  /** The role that is responsible. */
  owner?: string;
  /** The roles that take part in developing it. */
  involved?: string[];
  /** Says by when it should be drafted, final and in use. */
  timeline?: CoachingTimeline;
  /** What the component covers. For definition: purpose, the types and levels of coaching (systems, instructional, district, school, team, practitioner) and its providers (external, internal). For conditions: the ids of the district's rules on when coaching is warranted. For qualifications and selection: the ids of roles. For service delivery: the parts of a plan (concepts, strategies, information, frequency, preparation, feedback). For guidelines: topics of the district's own. Absent means that this is not stated. */
  covers?: string[];
  /** Says whether it follows a resource that was provided or was drafted by the district. */
  basedOn?: "provided" | "own";
  /** Names the resource or draft. */
  document?: string;
}

/** Says by when a component should reach each state; a state without a day is not planned. */
export interface CoachingTimeline {
  /** When drafting should begin. */
  drafting?: string;
  /** When it should be final. */
  final?: string;
  /** When it should be in use. */
  inUse?: string;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
