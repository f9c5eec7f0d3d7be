// Made from the JSON Schema of the same name; change nothing here.

/** System is the coaching system of a district: what it consists of and how far each part has been developed. */
export interface CoachingSystem {
  /** names what the document is */
  kind: "coachingSystem";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** unit is the district. */
  unit: Unit;
  /** newToMTSS is whether the district is new to MTSS; absent means not stated. */
  newToMTSS?: boolean;
  /** components are the components, each at most once. The state of one that is left out is unknown, which is not the same as absent. */
  components: CoachingSystemComponent[];
  /** wanted are the kinds of coaching that the system must include. */
  wanted: CoachingCoachingKind[];
  /** roles are the coaching roles that the system describes. */
  roles: CoachingRoleDescription[];
}

/** CoachingKind is a type of coaching at a level. The provider is stated with the role. */
export interface CoachingCoachingKind {
  /** type is systems or instructional. */
  type: "systems" | "instructional";
  /** level is what is coached: district, school, team or practitioner. */
  level: "district" | "school" | "team" | "practitioner";
}

/** ComponentStep is a state that a component reached on a day. */
export interface CoachingComponentStep {
  /** state is the state. */
  state: "absent" | "drafting" | "final" | "inUse";
  /** on is the day on which the component reached it. */
  on: string;
  /** evidence names what shows it, such as a document or meeting minutes. */
  evidence?: string;
}

/** RoleDescription says what the coaches in one role do and must be able to do. */
export interface CoachingRoleDescription {
  /** id names the role. */
  id: string;
  /** title is the district's name for it, such as "School Leadership Team coach". */
  title?: string;
  /** type is the type of coaching. */
  type: "systems" | "instructional";
  /** level is what is coached. */
  level: "district" | "school" | "team" | "practitioner";
  /** provider says where the coaches come from. */
  provider: "external" | "internal";
  /** skills are the ids of the qualifications and skills that the role asks for; coaches are selected by them. */
  skills: string[];
  /** responsibilities are the general responsibilities. */
  responsibilities: string[];
  /** involved are the roles that take part in developing this one. */
  involved?: string[];
  /** fullTimeHours are the hours a month of a full-time position; 0 means not stated. */
  fullTimeHours?: number;
}

/** SystemComponent is one of the six components, with its history and its timeline. */
export interface CoachingSystemComponent {
  /** component is which of the six it is. */
  component: "definition" | "conditions" | "qualifications" | "selection" | "serviceDelivery" | "guidelines";
  /** steps are the states that it reached, in the order of their days. Before the first one its state is unknown. */
  steps: CoachingComponentStep[];
  /** owner is the role that is responsible. */
  owner?: string;
  /** involved are the roles that take part in developing it. */
  involved?: string[];
  /** timeline says by when it should be drafted, final and in use. */
  timeline?: CoachingTimeline;
  /** covers is what it covers. For definition: purpose, the types and levels of coaching (systems, instructional, district, school, team, practitioner) and its providers (external, internal). For conditions: the ids of the district's rules on when coaching is warranted. For qualifications and selection: the ids of roles. For serviceDelivery: the parts of a plan (concepts, strategies, information, frequency, preparation, feedback). For guidelines: topics of the district's own. Absent means that this is not stated. */
  covers?: string[];
  /** basedOn says whether it follows a resource that was provided or was drafted by the district. */
  basedOn?: "provided" | "own";
  /** document names the resource or draft. */
  document?: string;
}

/** Timeline says by when a component should reach each state; a state without a day is not planned. */
export interface CoachingTimeline {
  /** drafting is when drafting should begin. */
  drafting?: string;
  /** final is when it should be final. */
  final?: string;
  /** inUse is when it should be in use. */
  inUse?: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
