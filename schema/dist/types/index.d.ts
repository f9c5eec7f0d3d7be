// Made from the JSON Schemas of all documents; change nothing here.

/** A document of what is to be done in a unit. */
export interface ActionPlan {
  /** The kind of document. */
  kind: "actionPlan";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the plan. */
  id?: string;
  /** The id of the plan that it corrects or brings up to date. */
  supersedes?: string;
  /** The id of a plan that does not count; the plan that voids it does not count either. */
  voids?: string;
  /** The unit that the plan is for. */
  unit: Unit;
  /** The day on which it was made, or last brought up to date. */
  date: string;
  /** The day on which the plan was entered, where that was later. */
  recorded?: string;
  /** The id of the administration that it follows from; absent where it follows from none. */
  administration?: string;
  /** The instrument whose items its activities name; absent where each activity says so itself. */
  instrument?: InstrumentRef;
  /** The day on which MTSS became a priority of the ISD; absent while it is not, and in a plan of another unit. */
  prioritySince?: string;
  /** The day on which an ISD coordinator was selected; absent while there is none, and in a plan of another unit. */
  coordinatorSince?: string;
  /** What is allocated; absent means that this is not known. */
  resources?: PlanResource[];
  /** What is to be done, each with its own id. */
  activities: PlanActivity[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** One unit's answers to an instrument on a day: the scores that were agreed on, item by item. */
export interface Administration {
  /** The kind of document. */
  kind: "administration";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the administration, so that results and corrections can refer to it. */
  id?: string;
  /** The id of the administration that this one corrects. */
  supersedes?: string;
  /** The id of an administration that does not count; this one then counts for nothing itself. */
  voids?: string;
  /** What was administered. */
  instrument: InstrumentRef;
  /** What was assessed. */
  unit: Unit;
  /** The day on which the scores were agreed. */
  date: string;
  /** The day on which it was entered, where that was later; the result then says so. */
  recorded?: string;
  /** The agreed scores. An item without a response is missing, like one whose response is null. */
  responses: { [key: string]: number | null };
  /** Points by subscale id, or "total", of a record of which only these are known; it then has no responses, and the result says so. */
  summary?: { [key: string]: number | null };
  /** The ids of items that do not apply. */
  notApplicable?: string[];
  /** The ids of the sections that were administered; absent means all of them. */
  sections?: string[];
  /** The role of who administered it, and when that person was trained; absent means that it is not stated. */
  administeredBy?: InstrumentAdministeredBy;
  /** Says whether the protocol of administering was kept; undetermined, or absent, where that is not known. */
  protocolKept?: "met" | "notMet" | "undetermined";
  /** What a reader of the result must know of how the scores came about, such as departures from the protocol; the result passes them on. */
  notices?: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A document of tests of rules, which those who own the rules write. */
export interface Cases {
  /** The kind of document. */
  kind: "cases";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** What is tested, each with its facts and what the rule should say. */
  cases: SuiteCase[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** What is known of recipients by day. The measures are the district's own, those of its rule set of conditions that warrant coaching. */
export interface CoachingCircumstances {
  /** The kind of document. */
  kind: "coachingCircumstances";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** What was known of each recipient on which day, in any order. */
  records: CoachingNeedRecord[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** What a district collects to see whether coaching works. */
export interface CoachingData {
  /** The kind of document. */
  kind: "coachingData";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** Fidelity scores of the recipients of coaching; for a team, the practitioner is the team. */
  observations: FidelityObservation[];
  /** Observations of coaches, with scores of dimensions of the fidelity of coaching; the practitioner is the coach. */
  coaching: FidelityObservation[];
  /** What people who were trained or coached answered. */
  feedback: CoachingFeedbackResult[];
  /** The occasions on which the data were looked at. */
  reviews: CoachingDataReview[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** The coaches of a district and the recipients of coaching. */
export interface CoachingPeople {
  /** The kind of document. */
  kind: "coachingPeople";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The last day for which somebody confirmed who is to be coached; after it, that is not known. Absent means that nobody said, and the list holds as it is. */
  confirmedThrough?: string;
  /** Who coaches, in which role and from when to when. */
  coaches: CoachingCoach[];
  /** The recipients, who are intended to be coached. */
  coached: CoachingRecipient[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** The service delivery plans of a district. */
export interface CoachingPlans {
  /** The kind of document. */
  kind: "coachingPlans";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The day on which the document was entered, with those of its plans that do not say so themselves; absent means that this is not known. */
  recorded?: string;
  /** Who is coached by whom, on what and how often. */
  plans: CoachingServicePlan[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

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

/** Supplies what a definition lacks, from the host's own copy of the instrument. It adds and never changes: what the definition states stays. */
export interface Completion {
  /** The kind of document. */
  kind: "completion";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The definition that is completed. */
  instrument: InstrumentRef;
  /** Says whose completion it is, such as a district's or an agency's. */
  name: string;
  /** Marks numbers that are made up to show how things work. Results that rest on it are not measurements, and say so. */
  illustrative?: boolean;
  /** Says how well its facts are known. Confirmed means that they were read in the instrument. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** The copy of the instrument that was read. */
  source: Source;
  /** The sets of scores that the items use. */
  scales?: InstrumentScale[];
  /** Say which scale each item of the definition has, where it lacks them. Every item without a scale is in one of the lists. */
  itemScales?: InstrumentItemScale[];
  /** The items beyond those of the definition. An empty list says that there are none; an absent one leaves them unknown. */
  items?: InstrumentItem[];
  /** The parts that may be administered alone. */
  sections?: InstrumentSection[];
  /** The groups of items. */
  subscales?: InstrumentSubscale[];
  /** Says how the total is formed. */
  total?: "points" | "mean" | "none";
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** One contact of a coach with a team or person, or with several at once. A log has one such document a line. The same contact twice is one: under its id, or without an id where it has a "Start". */
export interface Contact {
  /** The kind of document. */
  kind: "contact";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the contact, so that corrections can refer to it. A second contact with the same id that says something else is refused. */
  id?: string;
  /** The id of the contact that this one corrects. */
  supersedes?: string;
  /** The id of a contact that does not count; this one then counts for nothing itself. */
  voids?: string;
  /** The id of the coach. */
  coach: string;
  /** The ids of other coaches who took part. The contact is one all the same; its time counts once for each coach. */
  with?: string[];
  /** The id of the recipient. */
  coached: string;
  /** The ids of others who were coached in the same contact. Its time counts once for the coach, and fully for each of them. */
  also?: string[];
  /** The day. */
  date: string;
  /** The day on which the contact was entered, where that was later. */
  recorded?: string;
  /** When it began, HH:MM. It shows when a coach is logged in two contacts at once, and tells a contact from a copy of it. */
  start?: string;
  /** How long it took, 1 to 1440; absent means not known. */
  minutes?: number;
  /** How they met; absent means not known. */
  mode?: "inPerson" | "virtual" | "phone" | "written" | "both" | "several";
  /** Whether the coach observed the practice or the team directly. */
  observed?: boolean;
  /** The type of coaching; absent means that of the plan or of the recipient. */
  type?: "systems" | "instructional";
  /** The practice or program that was coached; absent means that of the plan. */
  innovation?: string;
  /** What was coached, a concept of the recipient's plan. */
  concept?: string;
  /** What was given; absent means coaching. */
  support?: "coaching" | "training" | "dataCoordination" | "other";
  /** The month for which the contact was planned, where that is not the month of its day. Absent means the month of its day, or the one before where days of grace were given. */
  serves?: string;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

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

/** Says which items of one version of an instrument are the same as which of another, so that those items can be followed across the versions. It maps no scores: an item that was rewritten isn't the same, nor is one whose scores mean something else. */
export interface Crosswalk {
  /** The kind of document. */
  kind: "crosswalk";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The earlier version. */
  from: InstrumentRef;
  /** The later version. */
  to: InstrumentRef;
  /** The pairs that are the same. */
  items: InstrumentItemPair[];
  /** Says how well it is known which items became which. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** Where it is stated. */
  source: Source;
  /** A sentence on what is mapped, and what is not known. */
  says: string;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** One version of an assessment instrument as data: its structure, numbers and criteria, never its wording. A published definition is not edited; an erratum is a new version. */
export interface Definition {
  /** The kind of document. */
  kind: "definition";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the instrument, such as "tfi". */
  id: string;
  /** The instrument's own version, such as "2.1". */
  version: string;
  /** Names the text or texts that the definition holds for, if one version has several. Results repeat it; references do not, so texts that differ in numbers need ids of their own. */
  edition?: string;
  /** The instrument's name. */
  title: string;
  /** Says who owns the instrument's wording and on what terms. */
  license?: string;
  /** The kinds of units that it is for; absent where no source says. Administrations of others are refused. */
  unitKinds?: ("classroom" | "program" | "school" | "district" | "isd" | "region" | "state")[];
  /** The sets of scores that items use; empty only where it is listed as not known. */
  scales: InstrumentScale[];
  /** The items in their order; empty only where it is listed as not known which there are, and nothing is scored then. */
  items: InstrumentItem[];
  /** Parts that may be administered alone. With none, the instrument is administered whole. */
  sections?: InstrumentSection[];
  /** The groups of items that scores are reported for. */
  subscales?: InstrumentSubscale[];
  /** How the total is formed; absent only where it is listed as not known. */
  total?: "points" | "mean" | "none";
  /** How many points all items together can earn, where a source states it; absent where none does. The items' scales have to add up to it. */
  possible?: number;
  /** "items" where the instrument reports, beside the points of all items together, how many of them have their greatest score. */
  report?: "items";
  /** What an unanswered item counts as; absent means unknown. */
  missing?: string;
  /** A caution beside every result with an item that does not apply, such as that the publisher's own report counts it otherwise. */
  notApplicableNote?: string;
  /** The adopter's profile that the criteria come from; absent if they are the instrument's own. */
  profile?: string;
  /** The named criteria that belong to this version. */
  criteria?: InstrumentCriterion[];
  /** Say where each part of the definition is stated, and how well it is known. */
  facts: InstrumentSourcedFact[];
  /** Lists what is not known of the instrument, so that it is not guessed. */
  lacks?: InstrumentLack[];
  /** Names the completion that supplied what the definition lacked. */
  completedBy?: InstrumentCompletedBy;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A document of the tiered delivery models of schools. */
export interface DeliveryModels {
  /** The kind of document. */
  kind: "deliveryModels";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Identifies the document. */
  id?: string;
  /** The models, one for each school. Nothing is known about a school without one. */
  schools: DistrictTierModel[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** The part of one district in the DIT series: its sessions and what is done between them. The source has two names for the one series, after District Implementation Teams and after ISD capacity. */
export interface DitSeries {
  /** The kind of document. */
  kind: "ditSeries";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The day on which the series was entered, with those of its sessions that do not say so themselves; absent means that this is not known. */
  recorded?: string;
  /** The district. The series is of districts, and says nothing about schools or classrooms. Its id is descriptive only. */
  unit: Unit;
  /** Marks a series that an ISD gives to a further district; the first one is given by the technical assistance center. */
  replication?: boolean;
  /** The day on which the series began, or will begin. */
  from: string;
  /** The last day of the series; absent while it goes on. What is missing by then stays missing. */
  until?: string;
  /** The minutes of all sessions together, if somebody states them; they must be the sum of the sessions. */
  minutes?: number;
  /** The commitments that are kept once, and when; absent means that they are not recorded. */
  done?: LearningDone[];
  /** The sessions, held and planned. */
  sessions: LearningDITSession[];
  /** The team's meetings outside the sessions; absent means that they are not recorded. None needs to name the team. */
  meetings?: MeetingMeeting[];
  /** The days on which the coordinator planned with ISD staff; absent means that they are not recorded. */
  planning?: string[];
  /** The days on which the coordinator checked in with the superintendent; absent means that they are not recorded. */
  superintendent?: string[];
  /** The days on which the coordinator checked in with school-level coaches; absent means that they are not recorded. */
  coaches?: string[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A document of dosages. */
export interface Dosages {
  /** The kind of document. */
  kind: "dosages";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The dosages, in any order. A day of a practitioner, unit and innovation is in only one of those that count the same thing; the same one again is one. */
  dosages: FidelityDosage[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** What a score of one version is like in another. It is no measurement of that version. */
export interface Equated {
  /** The kind of document. */
  kind: "equated";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The id of the equating. */
  equating: string;
  /** The section that was scored. */
  section: string;
  /** The version that was administered. */
  from: InstrumentRef;
  /** The version that the score is given in. */
  to: InstrumentRef;
  /** The points that were measured, in the version that was administered. */
  measured: Tally;
  /** The share of the points of the version that the score is given in, exactly. An end outside 0 to 100 percent is open. */
  share: Exact;
  /** The share in the version that the score is given in, for display. */
  percent: string | null;
  /** The share in the worst case. */
  low: string | null;
  /** The share in the best case. */
  high: string | null;
  /** The whole points of the version that the score is given in. */
  points: string | null;
  /** How many points the section has in the version that the score is given in. */
  possible: number;
  /** Says why an end of the share is open. */
  undefined?: string;
  /** Always false: an equated score is not part of a trend. */
  permitsTrend: boolean;
  /** Says that no criterion is judged by it: always false. */
  isCriterion: boolean;
  /** What a reader must know beside the numbers. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A published rule for which score of another version a score is like: a line for each section, y = slope times x + offset, on shares of the points. It maps scores and not items, so it permits no trend, and an equated score is not judged: 70 percent of one version may be like 44 of the other, whose own criterion is 50. */
export interface Equating {
  /** The kind of document. */
  kind: "equating";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the equating. */
  id: string;
  /** Says what is equated. */
  title: string;
  /** The version that was administered. */
  from: InstrumentRef;
  /** The version whose scores are wanted. */
  to: InstrumentRef;
  /** The lines, one for each section. */
  lines: InstrumentEquatingLine[];
  /** The numbers that the publication misprints. */
  discrepancies?: InstrumentDiscrepancy[];
  /** Cautions that belong beside every equated score. */
  caveats?: string[];
  /** Say where the parts are stated: "/lines", "/discrepancies", "/caveats" or an element of them; "" is all of it. */
  facts: InstrumentSourcedFact[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Evidence that a host states: facts of units and innovations, each with its day. */
export interface Evidence {
  /** The kind of document. */
  kind: "evidence";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The host's own measures, which the facts may be of besides those that ship. */
  measures?: { [key: string]: Measure };
  /** What was known on which day, in any order. */
  records: EvidenceStatement[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A document that says when a practitioner is at fidelity. Its choices are the district's, since sources state only the criterion. */
export interface FidelityPolicy {
  /** The kind of document. */
  kind: "fidelityPolicy";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the policy. */
  id?: string;
  /** The innovation that the policy is for; absent means all. */
  innovation?: string;
  /** Names that the innovation had before. What is under one of them is of the innovation. */
  formerNames?: string[];
  /** The instrument, and the version, that the criterion belongs to. */
  instrument: InstrumentRef;
  /** The least share of points at fidelity. */
  atLeast: string;
  /** Further versions of the instrument, each with a criterion of its own, by which observations with that version are judged. */
  versions?: FidelityVersionCut[];
  /** How many days after its date an observation counts, the last of them included. Absent, and unless "For good" is set, it counts through the end of the same window of the next year, or where it was made in no window, through the same day of the next year; no source states a term, so this is inferred. */
  currentDays?: number;
  /** The windows of a year in which observations are made; absent where observations count for a number of days or for good. */
  windows?: Window[];
  /** Observations count until there is a later one; leave the number of days and the windows empty then. */
  forGood?: boolean;
  /** Which of several current observations counts; absent means latest. */
  choice?: "latest" | "best" | "meanOfLast" | "eachOfLast";
  /** How many of the latest observations are taken, where the mean or each of the last ones decides; absent with another choice. */
  last?: number;
  /** How vacant positions count among those intended; absent means as not at fidelity. */
  vacant?: "notAtFidelity" | "unknown" | "leftOut";
  /** Leaves out observations by observers who were not trained for the instrument on or before the day of the observation. Without it they count, with a caveat. */
  trained?: boolean;
  /** How many days after its day a training counts, the last of them included; absent means for good. */
  trainingDays?: number;
  /** Where the criterion is stated. */
  source?: Source;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Says how many of the intended practitioners are at fidelity on a day. Each observation given is counted once among "Of intended", "Not intended", "Later", "Repeated", "Corrected", "Other innovation" and "Refused". */
export interface FidelityReport {
  /** The kind of document. */
  kind: "fidelityReport";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The day. */
  on: string;
  /** The policy that they were judged by. */
  policy: FidelityPolicy;
  /** The shares of every unit that practitioners work in, and of every unit above it, by innovation: from the smallest kind of unit up, then by id and innovation. */
  shares: Share[];
  /** Counts observations up to the day of practitioners who are intended to use the innovation on it. */
  ofIntended: number;
  /** Counts observations of other practitioners and of vacant positions. They are in no share. */
  notIntended: number;
  /** Counts observations after the day, which were not used. */
  later: number;
  /** Counts observations that are there before, which count once. */
  repeated: number;
  /** Counts observations that another one supersedes or voids, and those that only void. */
  corrected: number;
  /** Counts observations of innovations that the policy is not for. */
  otherInnovation: number;
  /** Counts observations with problems. */
  refused: number;
  /** Counts assignments that appear a second time, or that another roster decides, which is confirmed for longer. */
  repeatedPractitioners?: number;
  /** Counts assignments with problems. */
  refusedPractitioners: number;
  /** Say what is unknown, and why. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A team's ratings of an innovation in one of the forms. It may be incomplete. */
export interface Hexagon {
  /** The kind of document. */
  kind: "hexagon";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The year of the form. 2013 rates need, fit, resources, evidence, replication and capacity, and has a total. 2018 rates evidence, supports, usability, need, fit and capacity, has no total, and ends in a recommendation. Ratings in one say nothing about the other. */
  form: "2013" | "2018";
  /** The unit whose team rates. Descriptive only. */
  unit: Unit;
  /** What is rated. Descriptive only. */
  innovation: string;
  /** The day of the ratings. Descriptive only. */
  date: string;
  /** The ratings, one of each indicator. */
  ratings: ReadinessIndicatorRating[];
  /** What the team recommends in the form of 2018: adopt, replicate or deImplement; absent while it recommends nothing. */
  recommendation?: "adopt" | "replicate" | "deImplement";
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

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

/** A document of what a team declares about the components of infrastructure, also called an installation checklist. */
export interface InstallationChecklist {
  /** The kind of document. */
  kind: "installationChecklist";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Identifies the document. */
  id?: string;
  /** The unit that the checklist is about. */
  unit: Unit;
  /** The practice or program that the components are for; absent where they are for any. */
  innovation?: string;
  /** The day on which it was filled in. What it declares counts until the same window of the next year, or for a year. */
  date: string;
  /** The day on which the checklist was entered, where that was later. */
  recorded?: string;
  /** The components, each at most once. Nothing is declared about one that is left out. */
  components: DistrictDeclaredComponent[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** The texts of forms in one language. A host supplies them: they may hold an instrument's own wording under the host's license, which this library never stores. They are for the form of one instrument, for that of one kind of document, or, where they name neither, for all forms. A label of what does not exist is refused, with the nearest that does. */
export interface Labels {
  /** The kind of document. */
  kind: "labels";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The kind of document that the labels are for, such as "contact"; absent for an instrument's form, and for labels of all forms. */
  document?: string;
  /** The instrument whose form the labels are for; absent for that of another kind of document, and for labels of all forms. */
  instrument?: InstrumentRef;
  /** The language, such as "en" or "es-US". */
  language: string;
  /** The title of the form. */
  title?: string;
  /** The texts of items by their ids. */
  items?: { [key: string]: string };
  /** Texts that explain items, by their ids. */
  help?: { [key: string]: string };
  /** The texts of subscales by their ids, and of the pages "about", "others" and "more" that a form has besides. */
  groups?: { [key: string]: string };
  /** The texts of scores: "2" for all items, "amount/2" for those of a scale, "7/2" for an item alone. The narrowest holds. */
  scores?: { [key: string]: string };
  /** The text for an item that is not scored. */
  notScored?: string;
  /** The texts of the other members by their paths, such as "date" and "unit.kind". */
  fields?: { [key: string]: string };
  /** The texts that explain members, by their paths. */
  hints?: { [key: string]: string };
  /** The texts of the words of closed lists: "school" wherever it stands, "unit.kind/school" for one member alone. */
  words?: { [key: string]: string };
  /** The texts of buttons. */
  buttons?: ButtonTexts;
  /** The texts of problems, by the template of the message, by its code, or by the keyword of JSON Schema that a validator names, such as "required". They have {0}, {1} and so on where the template has them; with a keyword, {0} is what it asks for. */
  messages?: { [key: string]: string };
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Says how a table is laid out that does not use the library's own headers: the export of a survey tool, or a spreadsheet as somebody made it. It is a document of kind "layout". A column that a layout names and the file lacks is a problem of the header. */
export interface Layout {
  /** The kind of document. */
  kind: "layout";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Where the form of the table was read. */
  source?: Source;
  /** Whether the table has a column or a row for each item; absent means that whoever reads it says so. */
  form?: "wide" | "long";
  /** The kind of the documents that the rows are, such as contact or outcomes; absent for administrations. */
  records?: "administration" | "actionPlan" | "coachingPeople" | "coachingPlans" | "communication" | "contact" | "coordinators" | "dosages" | "hexagon" | "meetings" | "observation" | "observations" | "outcomes" | "practitioners" | "teams" | "units";
  /** How many rows below the header hold labels and no record, such as 2 in an export of Qualtrics. */
  labelRows?: number;
  /** Maps the library's name of a column to the header in the file. */
  columns?: { [key: string]: string };
  /** Maps the header of an item's column to the item's id, for wide files; an item whose header is its id needs no entry. */
  items?: { [key: string]: string };
  /** Gives a value to a column that the file does not have, such as instrument and version. */
  constant?: { [key: string]: string };
  /** Columns that are made of several. */
  joined?: RecordsJoined[];
  /** Columns that are taken apart. */
  split?: RecordsSplit[];
  /** Lists headers of columns that are passed over, whatever they hold. One that the file lacks is not a problem. */
  ignore?: string[];
  /** Skips columns that neither the layout nor the library names; without it, each column has to mean something. */
  ignoreOthers?: boolean;
  /** How days are written; absent means with the year first, or so that only one day can be meant. */
  dateOrder?: "monthFirst" | "dayFirst" | "days1900" | "days1904";
  /** Whether 2,0 is 2. Where semicolons separate columns, it is all the same. */
  decimalComma?: boolean;
  /** Say what cells mean. */
  codes?: RecordsCellCode[];
  /** Say how cells with several answers are scored. */
  choices?: RecordsChoices[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A series of sessions of professional learning. */
export interface LearningSeries {
  /** The kind of document. */
  kind: "learningSeries";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The day on which the series was entered, with those of its sessions that do not say so themselves; absent means that this is not known. */
  recorded?: string;
  /** The unit whose staff learn. */
  unit: Unit;
  /** How it is given: schoolBased (training of a school's staff, new staff included, in each year), facilitators (sessions for staff who will facilitate professional learning, on systems and on strategies and interventions), coaches (sessions for coaches), dataCoordinators (sessions for data coordinators) or communityOfPractice (meetings of ISD coordinators to learn, share and raise challenges). Descriptive only. */
  format: "schoolBased" | "facilitators" | "coaches" | "dataCoordinators" | "communityOfPractice";
  /** The first day of the series. Years are counted from it, so the first day of a school year keeps August sessions in the right year. */
  from: string;
  /** The last day of the series; absent while it goes on. */
  until?: string;
  /** The minutes of all sessions together, if somebody states them; they must be the sum of the sessions. */
  minutes?: number;
  /** What is allocated to it; absent means that this is not known. */
  allocation?: LearningAllocation;
  /** The needs for training; absent means that nobody asked. */
  needs?: LearningTrainingNeed[];
  /** The supports that are planned besides the sessions, and what the sessions are for; absent means that this is not known. */
  planned?: LearningProvision[];
  /** Counts the staff who have access to it, of all staff, new staff included; absent means that it is not known. */
  access?: Tally;
  /** Counts the staff who say that they benefit, of those asked; absent means that nobody was asked. */
  benefit?: Tally;
  /** Counts what was delivered as planned, of what was planned; absent means that it is not measured. */
  fidelity?: Tally;
  /** Counts the staff who use what they learned, of those observed; absent means that it is not measured. */
  impact?: Tally;
  /** The sessions, held and planned. */
  sessions: LearningSession[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** The record of one administration: who was present in which role, every vote, and the scores that were agreed. */
export interface Meeting {
  /** The kind of document. */
  kind: "meeting";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the meeting and the administration that follows from it. */
  id?: string;
  /** The id of the meeting that it corrects. */
  supersedes?: string;
  /** The id of a meeting that does not count; the meeting that voids it does not count either. */
  voids?: string;
  /** What was administered. */
  instrument: InstrumentRef;
  /** What was assessed. */
  unit: Unit;
  /** The day on which the scores were agreed: the day of the meeting, or its last day where it took several. */
  date: string;
  /** The first day of a meeting that took several; absent for one of a day. */
  began?: string;
  /** The day on which the record was entered, where that was later. */
  recorded?: string;
  /** Marks the first administration, before the infrastructure is installed, which may lie outside the windows. */
  baseline?: boolean;
  /** How many members the team has, present or not; absent means that it is not stated. */
  teamSize?: number;
  /** The people present. */
  present: DcaParticipant[];
  /** The sections that were administered; absent means all. */
  sections?: string[];
  /** The items, in the order in which they were discussed. */
  items: DcaItemRecord[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A document that says how far back the meetings of teams count, how many of them must use data, and when there are none. The choices belong to the district. */
export interface MeetingPolicy {
  /** The kind of document. */
  kind: "meetingPolicy";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Identifies the policy. */
  id?: string;
  /** How many days count, up to and including the day that is asked about. */
  days: number;
  /** How many meetings in those days must use data for data to be in use. */
  dataMeetings: number;
  /** Says in which months no meeting can be expected: those that it closes. */
  calendar?: Calendar;
  /** Where the choices are stated. */
  source?: Source;
  /** Says how well the choices are known. */
  provenance?: "confirmed" | "inferred" | "unconfirmed";
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A document of the meetings of teams. */
export interface Meetings {
  /** The kind of document. */
  kind: "meetings";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Identifies the document. */
  id?: string;
  /** The units and periods of which all meetings are recorded, so that no record means no meeting. */
  covers: Coverage[];
  /** The meetings, in any order. Each names its team. */
  meetings: MeetingMeeting[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** One observation as a document of its own, for files with one JSON document a line. */
export interface Observation {
  /** The kind of document. */
  kind: "observation";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the observation, so that corrections can refer to it. */
  id?: string;
  /** The id of the observation that this one corrects. */
  supersedes?: string;
  /** The id of an observation that does not count; the one that voids it does not count either. */
  voids?: string;
  /** The person who was observed. */
  practitioner: string;
  /** The innovation whose use was observed. */
  innovation: string;
  /** The instrument, and the version, that was used. */
  instrument: InstrumentRef;
  /** The day of the observation. */
  date: string;
  /** The day on which the record was entered, where that was later. */
  recorded?: string;
  /** The points, of at least 1 and at most 1,000,000 possible ones. */
  score: Tally;
  /** The observer; absent means that it is not stated. */
  administeredBy?: InstrumentAdministeredBy;
  /** Scores of single dimensions of fidelity, where the instrument has them; each dimension at most once. */
  dimensions?: FidelityDimensionScore[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A document of observations. */
export interface Observations {
  /** The kind of document. */
  kind: "observations";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** What was observed of whom on which day, in any order. */
  observations: FidelityObservation[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A document of outcome series. */
export interface Outcomes {
  /** The kind of document. */
  kind: "outcomes";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The series, in any order: one for each measure of a unit and an innovation, corrections aside. */
  outcomes: FidelityOutcome[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A document that says who owns which responsibility, also called a responsibility matrix. */
export interface Ownership {
  /** The kind of document. */
  kind: "ownership";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Identifies the document. */
  id?: string;
  /** The units and periods for which a responsibility without a row is owned by nobody. */
  covers: Coverage[];
  /** The responsibilities of units, with their owners. */
  rows: DistrictOwned[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A document of the people who are intended to use innovations. */
export interface Practitioners {
  /** The kind of document. */
  kind: "practitioners";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The last day for which somebody confirmed it. After that it is not known who is intended, until a roster that is confirmed for longer says so. Absent means that nobody said, and the roster holds as it is. */
  confirmedThrough?: string;
  /** The day on which the roster was entered, with its confirmation and with those of its assignments that do not say so themselves; absent means that this is not known. */
  recorded?: string;
  /** The assignments, in any order. A person who works in several units, or in one unit in several roles, appears once for each. No one appears twice for one innovation in one role of one unit on one day; the same assignment again counts once. */
  intended: RosterAssignment[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** An adopter's criteria for one version of an instrument: a state's or a network's, in place of the instrument's own. */
export interface Profile {
  /** The kind of document. */
  kind: "profile";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the profile; results repeat it. */
  id: string;
  /** What the criteria are for. */
  instrument: InstrumentRef;
  /** Says whose criteria they are. */
  title: string;
  /** What a reader should know of the profile, such as what the adopter leaves open. */
  note?: string;
  /** The adopter's criteria, all of them. */
  criteria: InstrumentCriterion[];
  /** Say where the criteria are stated. They cover "/criteria" or one of them, such as "/criteria/0"; "" is all of the profile. */
  facts: InstrumentSourcedFact[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Says how an instrument is administered by vote. It is data: a district can have its own. */
export interface Protocol {
  /** The kind of document. */
  kind: "protocol";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the protocol, such as "dca". */
  id: string;
  /** The roles that must be filled. */
  required?: ("administrator" | "facilitator" | "noteTaker" | "respondent" | "observer")[];
  /** The roles that have a vote; absent means that everybody may vote, but no one has to. */
  voting?: ("administrator" | "facilitator" | "noteTaker" | "respondent" | "observer")[];
  /** Requires that votes are simultaneous and in the open, but for a first round that "Private" is about. */
  public?: boolean;
  /** Requires that the first round of each item is by private ballots, which members fill in before the meeting. */
  private?: boolean;
  /** Requires that the administrator was trained on or before the day. */
  trained?: boolean;
  /** How many days after its day a training counts, the last one included, where "Trained" requires one; absent means that it does not expire. No source states a number, so none of the protocols that ship has one. */
  trainingDays?: number;
  /** How much of the team must be present. */
  quorum?: DcaQuorum;
  /** Positions that must be present, such as "principal". */
  positions?: string[];
  /** Requires a score from everybody who has a vote. */
  noAbstaining?: boolean;
  /** How votes become a score; absent means by agreement. */
  resolution?: "agreed" | "majority" | "mostFrequent";
  /** The windows in which a meeting is due; none means any day. */
  windows?: Window[];
  /** Where the protocol is stated. */
  source: Source;
  /** Says how well it is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** What the source states, and what it leaves open. */
  says: string;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** What a district or an ISD found out about its readiness for an innovation. */
export interface Readiness {
  /** The kind of document. */
  kind: "readiness";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the record, so that corrections can refer to it. */
  id?: string;
  /** The id of the record that this one corrects. */
  supersedes?: string;
  /** The id of a record that does not count; this one does not count either then. */
  voids?: string;
  /** The district or ISD. */
  unit: Unit;
  /** What it may take up. */
  innovation: string;
  /** The day as of which the record was made. */
  date: string;
  /** The day on which the record was entered, where that was later. */
  recorded?: string;
  /** The day on which the work begins; absent while it is not set. Steps are to be taken before it. */
  starts?: string;
  /** The answers to prompts, each prompt at most once. */
  answers: ReadinessPromptAnswer[];
  /** The steps that were taken, each at most once; absent means that they are not recorded. */
  steps?: ReadinessTaken[];
  /** What districts ask of an ISD; absent means that they are not known. */
  requests?: ReadinessRequest[];
  /** What an ISD is able to support; absent means that this is not known. */
  areas?: ("seb" | "reading" | "infrastructure" | "pyramid")[];
  /** What an ISD wants to reach: a plan for the county, trainers, coaches or data coordinators of its own, or trained district teams; absent means that the goals are not stated. */
  goals?: ("countyPlan" | "trainers" | "coaches" | "dataCoordinators" | "districtTeams")[];
  /** Whether the innovation was selected; absent while it is open, or where an earlier record has it. */
  decision?: ReadinessSelection;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** What an administration comes to: points and shares of each subscale, a verdict on each named criterion with its finding, and what a reader must know beside them. */
export interface Result {
  /** The kind of document. */
  kind: "result";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The id of what was scored, if it has one. */
  administration?: string;
  /** Names the definition that was used. */
  instrument: InstrumentUsedDefinition;
  /** What was assessed. */
  unit: Unit;
  /** The day of the administration. */
  date: string;
  /** The day on which the administration was entered, where that was later and is stated. */
  recorded?: string;
  /** Says whether the protocol of administering was kept; undetermined, or absent, where that is not known. */
  protocolKept?: "met" | "notMet" | "undetermined";
  /** The sections that were administered; absent means all. */
  sections?: string[];
  /** What an unanswered item counted as. */
  missing: string;
  /** The instrument's total; null where it defines none, where it is not known how it is formed, and where only a part was administered. */
  total: Score | null;
  /** Pools the items that were administered, whether or not the instrument defines that as its total. */
  points: Tally;
  /** The scores of the subscales that were administered, in the definition's order. There are none while the list of items may be incomplete: the points of some items would pass for those of all. */
  subscales: Score[];
  /** The verdicts on the criteria of this version. */
  criteria: InstrumentCriterionResult[];
  /** Tells which items were not simply scored. */
  items: InstrumentItemAccount;
  /** What a reader must know beside the numbers. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** The outcome of a meeting under a protocol. */
export interface Review {
  /** The kind of document. */
  kind: "review";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Holds the agreed scores, ready to be scored. */
  administration: InstrumentAdministration;
  /** The id of the protocol. */
  protocol: string;
  /** Say how each item was resolved, in the order of the meeting. */
  items: DcaResolved[];
  /** Says how far the people who voted agreed before and after discussion, with one entry for each scale of the items that were voted on, in the definition's order. */
  agreement: DcaAgreement[];
  /** How many of the team voted on any item; absent where nobody did, or the size of the team is not stated. */
  voted?: Tally;
  /** Departures from the protocol, in the order of the document. Their subjects are JSON Pointers into the meeting. */
  deviations: Notice[];
  /** Departures from the protocol that the meeting says too little of to rule out. */
  notExcluded: Notice[];
  /** Where a host puts the result of its own checklist of how the administration was done, scored like any other instrument for the meeting's unit and day; null where there is none. The DCA's kit has a checklist whose items and scoring could not be read, so none ships. */
  checklist: InstrumentResult | null;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** The figures of many units. */
export interface Rollup {
  /** The kind of document. */
  kind: "rollup";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The kinds of units that have rows. */
  by: ("classroom" | "program" | "school" | "district" | "isd" | "region" | "state")[];
  /** What has rows of its own in time; absent for all time together. */
  period?: "schoolYear" | "window";
  /** What the groups of units are; absent where there are no groups. */
  characteristic?: string;
  /** The day of asking; absent where there was none. */
  on?: string;
  /** The policy by which rows are withheld. */
  policy: RollupWithholdingPolicy;
  /** The rows: of one instrument, version and measure after the other, from the largest units down, by period. */
  rows: RollupRow[];
  /** What a reader must know beside the numbers. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** What administrations come to, each with its identity, so that parts of a whole can be added up anywhere and become one. */
export interface RollupState {
  /** The kind of document. */
  kind: "rollupState";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** What the records were scored by. */
  definitions: RollupScored[];
  /** What was added. The order of the records and of the definitions means nothing. */
  records: RollupStateRecord[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A document of rules that one body keeps, such as a state or a district. */
export interface RuleSet {
  /** The kind of document. */
  kind: "ruleSet";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the set, so that a lower scope can refine it. */
  id?: string;
  /** Says whose rules they are; absent means everyone's. */
  scope?: RuleScope;
  /** The id of the set of the next higher scope. */
  refines?: string;
  /** The measures that the rules compare. */
  measures?: { [key: string]: Measure };
  /** Says when school years begin and which windows there are, for nodes with "within". Each of its members counts from the lowest scope that states it. */
  calendar?: Calendar;
  /** Measures that are worked out from others. */
  derived?: RuleDerived[];
  /** The rules, in the order in which "then" looks for a match. */
  rules: RuleRule[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A plan to take an innovation from a first partner to further districts, or within a district to further schools. */
export interface ScaleUp {
  /** The kind of document. */
  kind: "scaleUp";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the document. */
  id?: string;
  /** The ISD or district whose plan it is. */
  unit: Unit;
  /** What is scaled up. Descriptive only. */
  innovation: string;
  /** The districts that an ISD may work with; absent means that they are not known. A district's plan has none. */
  partners?: ReadinessPartner[];
  /** The groups of districts or schools that begin together. */
  cohorts: ReadinessCohort[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A document that says when an instrument is to be administered. It goes by windows of the year, by meetings of the team, or both; after a run of scores at criterion it can change to other windows. */
export interface Schedule {
  /** The kind of document. */
  kind: "schedule";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the schedule. */
  id: string;
  /** What is administered. */
  instrument: InstrumentRef;
  /** Further versions of the instrument, such as the one before a revision. An administration with one of them counts, too. */
  versions?: string[];
  /** Asks for a first administration, at any time, before the windows begin. */
  baseline?: boolean;
  /** The windows of a year, each of which asks for one administration. */
  windows?: Window[];
  /** Asks for an administration, besides "Windows", from this meeting after the last administration on; absent means that meetings do not matter. */
  fromMeeting?: number;
  /** The last meeting that is in time for it, "From meeting" or a later one; absent if meetings do not matter. */
  throughMeeting?: number;
  /** How many administrations at criterion in a row it takes to change to "Then"; absent means never. A later one that is not at criterion changes back. */
  afterAtCriterion?: number;
  /** The windows after that. Meetings no longer matter. */
  then?: Window[];
  /** The role that administers it, such as "district team"; absent means that it is not stated. */
  completedBy?: string;
  /** The role that hands in the result, such as "data coordinator"; absent means that it is not stated. */
  submittedBy?: string;
  /** Where the schedule is stated. */
  source?: Source;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** The stage of one unit and one innovation on a day. */
export interface StageAssessment {
  /** The kind of document. */
  kind: "stageAssessment";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** What was assessed. */
  unit: Unit;
  /** The innovation that the unit implements. */
  innovation: string;
  /** The day of assessment. */
  on: string;
  /** The id of the stage model. */
  model: string;
  /** The stage that is certain: the latest that is entered, in a model that goes in order the latest before which all are; empty where there is none. */
  primary: string;
  /** The latest stage that is not excluded, which the unit would have if every unknown turned out well: the primary stage or a later one. */
  possible: string;
  /** A later stage that was certain until evidence expired; absent where nothing that expired would change the stage. */
  lastKnown?: StagesLastKnown;
  /** The stages that are entered and not completed, in order. Stages overlap, so there may be several. */
  active: string[];
  /** Stages that are not entered, although a later one is. */
  skipped: string[];
  /** The findings, for every stage of the model. */
  stages: StagesStageFinding[];
  /** What a reader must know besides. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Tells how one unit went through the stages with one innovation. */
export interface StageHistory {
  /** The kind of document. */
  kind: "stageHistory";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** What was assessed. */
  unit: Unit;
  /** The innovation that the unit implements. */
  innovation: string;
  /** The id of the stage model. */
  model: string;
  /** The assessments on each day on which evidence came in or expired. */
  points: StagesStagePoint[];
  /** The entries into stages and the exits from them, in order. */
  events: StagesStageEvent[];
  /** The days in each primary stage, in the order of the model. Days without a primary stage are in none of them. */
  stays: StagesStay[];
  /** What a reader must know besides. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A stage model as data. */
export interface StageModel {
  /** The kind of document. */
  kind: "stageModel";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the model, such as "nirn". */
  id: string;
  /** The name of the model. */
  title?: string;
  /** Where the model is described. */
  source?: Source;
  /** What readers should know of the model besides its rules, such as how long stages commonly take. */
  context?: StagesRemark[];
  /** The measures that its nodes compare; absent means those that NIRN compares. */
  measures?: { [key: string]: Measure };
  /** What must hold for stages to last. Where it was met before and is not any more, the innovation was given up, which ends all stages. Absent means that nothing ends them but what each asks for. */
  while?: RuleNode;
  /** Makes a stage count only once all before it are entered. Without it the furthest stage that is entered counts, and stages that were skipped are named. */
  inOrder?: boolean;
  /** What stages there are, in their order. */
  stages: StagesStage[];
  /** The first stage, where a unit has it without entering it; absent means that it then has none. */
  otherwise?: string;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A document of the teams and leads of a district, its schools and its ISD, and of the partnership of district and ISD. */
export interface Teams {
  /** The kind of document. */
  kind: "teams";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Identifies the document. */
  id?: string;
  /** The day on which the document was entered, with those of its teams and members that do not say so themselves; absent means that this is not known. */
  recorded?: string;
  /** The units and periods about which silence means no. */
  covers: Coverage[];
  /** Roles that the district has besides those that are listed. */
  ownRoles?: string[];
  /** Each team with its members, from the day on which it began. */
  teams: DistrictTeam[];
  /** The designated leads of districts and schools. */
  leads: DistrictLead[];
  /** The partnerships of an ISD with a district. */
  partnerships?: DistrictPartnership[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** How one unit's results changed over time. */
export interface Trend {
  /** The kind of document. */
  kind: "trend";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The unit; absent where there are no results. */
  unit?: Unit;
  /** The day that the trend is as of. Later results are left out. */
  on: string;
  /** How many results were left out because they are later. */
  leftOut: number;
  /** The results by date. */
  points: DcaTrendPoint[];
  /** How the total and each subscale changed from the first point that has it, such as the baseline, to the last one; the total comes first, with an empty id. A scale with one point has no change; if the trend has several points, a caveat says so. */
  changes: DcaScaleChange[];
  /** The changes from the last point but one that has the scale to the last. */
  recent: DcaScaleChange[];
  /** Says for each criterion when it was first met, and the latest verdict on it. */
  firstAtCriterion: DcaCriterionDay[];
  /** The windows between the baseline and the day of asking that are over and in which nothing was administered. */
  missed: ScheduleDue[];
  /** The caveats of the results, without repetitions, and those of the trend. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** What documents say of one unit on one day, to be stored, shown, and made again from the same documents. */
export interface UnitProfile {
  /** The kind of document. */
  kind: "unitProfile";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The unit that the report is about. */
  unit: Unit;
  /** The day. */
  on: string;
  /** The day as of which the profile was made: what was recorded later was left out. Absent where nothing was. */
  knownOn?: string;
  /** The version of the library that made it; absent where that was not said. */
  library?: string;
  /** Marks figures that are made up, in whole or in part. */
  illustrative?: boolean;
  /** The units below that rows are of, such as the schools of a district. */
  units: Unit[];
  /** The instruments that were administered in the unit or below it. */
  assessed: ProfileAssessed[];
  /** The innovations of the unit, by name. */
  innovations: ProfileInnovation[];
  /** The measures of the unit with any innovation of which something is known: of coaching, teams, ownership, infrastructure and learning. */
  measures: ProfileKnownMeasure[];
  /** How far the components of infrastructure are in place; none where no document speaks of them. */
  components: DistrictComponentStatus[];
  /** The coaching that was planned and delivered, by month. */
  coaching: ProfileContacts[];
  /** Compares scores from before and after coaching began; null where no document has any of those who were coached. */
  effect: CoachingEffect | null;
  /** What the rules come to that the host keeps for the unit or one above it: those that come to the same with every innovation. Absent where there are none. */
  rules?: RuleDecision[];
  /** The activities of plans in force. */
  activities: ProfilePlannedActivity[];
  /** What to do next, first what moves a stage at once. */
  steps: ProfileStep[];
  /** What is due in the unit and below it: what was missed or done in the half year before the day, and what comes in the half year after it. */
  due: ScheduleDue[];
  /** What a reader must know of the quality of the data. */
  concerns: ProfileConcern[];
  /** Where the rules and instruments that were used are stated. */
  sources: Source[];
  /** The definitions that were used. */
  definitions: ProfileInput[];
  /** The documents that went in, by kind. Where the digests are the same, so are the documents, in whatever order they came. */
  inputs: ProfileInput[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

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

/** The words of one language for what is shown to people: a document that a host supplies. The name of a unit or an innovation is found under "unit/" or "innovation/" and its id, and a notice under its template. What is not there is shown in English. */
export interface Words {
  /** The kind of document. */
  kind: "words";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The language, such as "en" or "es-US". */
  language: string;
  /** The words by their keys. Places such as {0} stay. */
  words: { [key: string]: string };
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Agreement corrected for chance: 1 is perfect, 0 is what chance would give, below 0 is worse than chance. */
export interface AgreementCoefficient {
  /** The exact coefficient, 1 at most; absent where it is undefined. */
  value?: string;
  /** How many raters the table has. */
  raters: number;
  /** How many units were compared: those that two or more raters rated. */
  units: number;
  /** How many ratings these units were given. */
  ratings: number;
  /** How many units were left out, because fewer than two raters rated them. */
  leftOut: number;
  /** The code for why the coefficient is undefined; empty where it is defined. */
  undefined?: "agreement.undefined.weights" | "agreement.undefined.metric" | "agreement.undefined.raters" | "agreement.undefined.pairs" | "agreement.undefined.variation";
}

/** Agreement as counted, without allowing for chance. */
export interface AgreementPercent {
  /** The pairs of ratings of one unit that are the same, of all such pairs. A missing rating makes no pair, so nothing is unknown. */
  pairs: Tally;
  /** The units on which all ratings are the same, of those that two or more raters rated. For two raters this is their item-by-item agreement, and the same as "Pairs". */
  unanimous: Tally;
  /** How many units were left out, because fewer than two raters rated them. */
  leftOut: number;
}

/** The texts of buttons: of forms that a tool makes, and of a form that asks page by page. */
export interface ButtonTexts {
  /** Adds an entry to a list. */
  add?: string;
  /** Goes to the page before. */
  back?: string;
  /** Looks the form over for what is missing. */
  check?: string;
  /** Takes an answer or a file back. */
  clear?: string;
  /** Puts a copy of an entry into its list. */
  copy?: string;
  /** Ends a form that was filled in. */
  finish?: string;
  /** Moves an entry of a list down. */
  moveDown?: string;
  /** Moves an entry of a list up. */
  moveUp?: string;
  /** Goes to the next page. */
  next?: string;
  /** Takes an entry out of a list. */
  remove?: string;
  /** Empties the form. */
  startOver?: string;
  /** Sends the form in. */
  submit?: string;
}

/** Says what a host's year is: when a school year begins, and when offices or schools are closed. With it "this school year", "monthly" and "the same window next year" mean one thing everywhere. */
export interface Calendar {
  /** The first day of a school year; absent means July 1. */
  year?: string;
  /** The days on which nothing can be expected, such as a month without meetings. */
  closures?: Period[];
  /** The stretches of a year in which measures are taken, such as fall and winter. */
  windows?: Window[];
}

/** One thing that is said of a unit. */
export interface Characteristic {
  /** What it is about, such as locale. No kind of unit is one, nor are schoolYear and window, which roll-ups have other rows for. */
  id: string;
  /** What is so of the unit, such as rural. */
  value: string;
}

/** One person in one coaching role, from one day to another. A person who has several roles, or comes back, appears once for each. */
export interface CoachingCoach {
  /** An opaque identifier, never a name. */
  id: string;
  /** The id of the role in the coaching system. */
  role: string;
  /** The first day as a coach. */
  from: string;
  /** The last day; absent means no end is known. */
  until?: string;
  /** The share of a full-time position that is for coaching, such as "50%"; absent means not stated. */
  fte?: string;
  /** The schools and other units that the coach serves. */
  units: Unit[];
  /** The record of the coach's selection; absent means there is none. */
  selection?: CoachingSelected;
  /** The day on which the coach was given the description of the role. */
  roleSharedOn?: string;
  /** The day on which the coach acknowledged it. */
  roleAcknowledgedOn?: string;
  /** The last day through which the coach's log is complete. What is planned later and not logged is unknown, not missed. Absent means that the log is not known to be complete for any day. */
  loggedThrough?: string;
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

/** One meeting in which a team looked at coaching data. */
export interface CoachingDataReview {
  /** The day. */
  on: string;
  /** The team or the role that reviewed the data. */
  by: string;
  /** What was looked at: contacts, fidelity of recipients, fidelity of coaching, or feedback. */
  looked: ("contacts" | "fidelity" | "coaching" | "feedback")[];
  /** What was decided because of it; absent means nothing. */
  decision?: string;
}

/** Compares scores from before and after coaching began. */
export interface CoachingEffect {
  /** The changes, by recipient, innovation and instrument. */
  changes: CoachingScoreChange[];
  /** Counts the scores that are higher, of all changes. */
  higher: Tally;
  /** Say what this does not show. */
  caveats: Notice[];
}

/** What people answered about one thing. */
export interface CoachingFeedbackResult {
  /** What they were asked about: training, their confidence in using the practice, their knowledge and skill to apply it, or coaching. */
  about: "training" | "confidence" | "knowledge" | "coaching";
  /** The day. */
  on: string;
  /** The favorable answers of all people asked; those who did not answer are unknown. */
  answers: Tally;
}

/** How much coaching is planned a month, from a month on. */
export interface CoachingFrequency {
  /** The first month; the first frequency of a plan begins with the plan. */
  from: string;
  /** The level of support. */
  level?: "high" | "moderate" | "low";
  /** The contacts a month. */
  contacts: number;
  /** The minutes a month of all contacts; 0 means not planned. */
  minutes?: number;
}

/** What was known of one recipient on a day. For each measure the latest record counts, while it does; two records of one day that differ leave it unknown. */
export interface CoachingNeedRecord {
  /** The id of the recipient. */
  coached: string;
  /** The day of the facts. */
  on: string;
  /** The last day on which they count; absent means the same day of the next year, which no source states. After it they are not known any more. */
  through?: string;
  /** Whether the recipient was at fidelity, as a policy of fidelity says it; absent means not stated. Conditions read it as coaching.atFidelity. */
  atFidelity?: "atFidelity" | "notAtFidelity" | "open" | "unobserved" | "tooFew" | "expired" | "untrained";
  /** The facts, by measures of the rules. */
  facts: { [key: string]: string | RuleDatedText | RuleDatedText[] };
}

/** A team or a person who is intended to be coached, from one day to another. One who moves, works in several units at once, or is coached in both types appears once for each; as one of all recipients they count once. */
export interface CoachingRecipient {
  /** An opaque identifier, never a name. */
  id: string;
  /** What is coached: a district, a school, a team or a practitioner. */
  level: "district" | "school" | "team" | "practitioner";
  /** The type of coaching that is intended. */
  type: "systems" | "instructional";
  /** The school, classroom or district of the recipient. */
  unit: Unit;
  /** The role of a practitioner, such as "teacher". */
  role?: string;
  /** Groups of the host's choice, such as "newStaff", by which access is compared. */
  groups?: string[];
  /** The first day on which coaching is intended; absent means always. */
  from?: string;
  /** The last day; absent means no end is known. */
  until?: string;
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

/** Compares a recipient's scores from before and after coaching began. */
export interface CoachingScoreChange {
  /** The id of the recipient. */
  coached: string;
  /** What was observed, and what was coached as far as that is known. */
  innovation: string;
  /** The instrument, and the version, of both scores. */
  instrument: InstrumentRef;
  /** The day of the first coaching contact of the log. */
  first: string;
  /** The last score before that day; of two on one day, the worse. */
  before: FidelityObservation | null;
  /** The latest score after that day, up to the day of asking; of two on one day, the worse. */
  after: FidelityObservation | null;
  /** Whether the score is certainly higher than before; undetermined where one is missing, is not known well enough, or is contradicted by another of the same day. */
  higher: "met" | "notMet" | "undetermined";
  /** Counts the coaching contacts of the counted months before that of the later score. */
  contacts: number;
}

/** The record of a coach's selection. */
export interface CoachingSelected {
  /** The day of the decision. */
  on: string;
  /** The role that decided. */
  decidedBy: string;
  /** The skills of the role that the coach was found to have. */
  criteriaMet: string[];
  /** The skills that were not assessed. */
  criteriaOpen?: string[];
}

/** The service delivery plan for one recipient, for some months and one stage of implementation. The published plan has six parts, from concepts to feedback; leaving one out is a notice, not an error. */
export interface CoachingServicePlan {
  /** Names the plan. */
  id: string;
  /** The day on which the plan was entered; absent means that of the document. */
  recorded?: string;
  /** The id of the recipient. */
  coached: string;
  /** The id of the coach. */
  coach: string;
  /** The stage of implementation that the plan is for, such as "installation". */
  stage?: string;
  /** The type of coaching; absent means not stated. It tells the plans of a recipient who gets both. */
  type?: "systems" | "instructional";
  /** The practice or program, or a tier of it. */
  innovation?: string;
  /** The first month of the plan. */
  from: string;
  /** The last month of the plan. No two plans for one recipient, coach, innovation and type share a month. Where another coach takes over, the plans of both have the month in which that happens, and it counts once. */
  until: string;
  /** What coaching is to address. */
  concepts?: string[];
  /** The continuum of coaching strategies, from the most support to the least. */
  strategies?: string[];
  /** The types of information by which effectiveness is judged. */
  information?: string[];
  /** Says how much is planned from which month on, in the order of the months. */
  frequency?: CoachingFrequency[];
  /** How the coach prepares. */
  preparation?: string;
  /** How feedback is given. */
  feedback?: string;
  /** The local context that the plan takes into account. */
  context?: string;
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

/** A period for which a document is complete about a unit, so that its silence means no. About other units and days, silence means unknown. */
export interface Coverage {
  /** The unit about which the document is complete. */
  unit: Unit;
  /** The first day that is covered. */
  from: string;
  /** The last day that is covered; absent means that the document is kept up to date. */
  until?: string;
}

/** One value of a series. */
export interface Dated {
  /** The day that the value belongs to. */
  on: string;
  /** What was measured on that day. */
  value: Value;
}

/** How far the people with a vote agreed on the items of one scale, before and after discussion. People who abstained or did not vote on an item are left out of that item. */
export interface DcaAgreement {
  /** The id of the items' scale. */
  scale: string;
  /** How many of the items were voted on more than once. The others count the same in "Before" and "After". */
  again: number;
  /** The agreement in the first round of each item. */
  before: DcaRoundAgreement;
  /** The agreement in the last round of each item. */
  after: DcaRoundAgreement;
}

/** The verdict on a criterion at one result, and when it was first met up to then. */
export interface DcaCriterionDay {
  /** Names the criterion. */
  id: string;
  /** The verdict at that result. */
  verdict: "met" | "notMet" | "undetermined";
  /** The first day on which it was certainly met; absent where it was not yet. */
  on?: string;
  /** The first day before that on which it was undetermined, so that it may have been met already; absent where there is none. */
  notExcluded?: string;
}

/** What happened to one item. */
export interface DcaItemRecord {
  /** The item's id. */
  item: string;
  /** The rounds of voting, in order. */
  rounds?: DcaRound[];
  /** The agreed score; null or absent where there is none. */
  agreed?: number | null;
  /** Marks an item that does not apply. */
  notApplicable?: boolean;
  /** Names the evidence for the score. */
  evidence?: string;
}

/** A person present, by an opaque id. */
export interface DcaParticipant {
  /** An opaque identifier, never a name. */
  id: string;
  /** The person's role. */
  role: "administrator" | "facilitator" | "noteTaker" | "respondent" | "observer";
  /** Further roles of the person: an administrator may also facilitate. No further role gives an administrator a vote. */
  also?: ("administrator" | "facilitator" | "noteTaker" | "respondent" | "observer")[];
  /** The person's position in the district or school, such as "principal". */
  position?: string;
  /** The day on which an administrator was trained; absent means that it is not stated. */
  trainedOn?: string;
}

/** Counts the votes of one round, by people who have a vote. */
export interface DcaPoll {
  /** The number of the round, from 1. */
  round: number;
  /** The scores that were voted for, rising, and how often each was. */
  counts: DcaScoreCount[];
  /** How many abstained. */
  abstained: number;
}

/** How much of the team must be present. */
export interface DcaQuorum {
  /** A share of the team that must be exceeded: "1/2" is a majority. */
  moreThan?: string;
  /** A share of the team that must be reached. */
  atLeast?: string;
  /** The least number of people. */
  people?: number;
}

/** How one item was resolved. */
export interface DcaResolved {
  /** The item's id. */
  item: string;
  /** Says how it ended: what made the score, or why there is none. */
  outcome: "agreed" | "majority" | "mostFrequent" | "tie" | "noConsensus" | "notVoted" | "notApplicable";
  /** The score; null where there is none. */
  score: number | null;
  /** The votes of each round. */
  rounds: DcaPoll[];
  /** The scores with the most votes in the last round, rising: two or more are a tie. */
  leading: number[];
  /** The greatest minus the least vote of the first round. */
  spread: number;
  /** Set where the votes of any one round reach from one end of the scale to the other. */
  spansScale: boolean;
  /** Set where the agreed score was nobody's vote in any round. */
  nobodysVote: boolean;
}

/** One vote: a simultaneous one in the open, or by private ballots. */
export interface DcaRound {
  /** Counts the rounds of an item from 1. */
  round: number;
  /** Marks a vote by private ballots, such as those that members fill in before the meeting. They may be of people who are not present, and anonymous. */
  private?: boolean;
  /** How each person voted in the round, in any order. */
  votes: DcaVote[];
}

/** How far the votes of one round of each item agree. */
export interface DcaRoundAgreement {
  /** Counts the pairs of votes that agree. */
  percent: AgreementPercent;
  /** Krippendorff's alpha for ordered scores. Where the votes do not determine it, it is undefined and says why. */
  alpha: AgreementCoefficient;
}

/** How the share of one scale changed. With unknown points on either side, both verdicts may be undetermined; it is certain to have stayed the same where both are not met. */
export interface DcaScaleChange {
  /** The subscale's id; empty for the total. */
  id: string;
  /** The earlier score. */
  from: Score;
  /** The day of the earlier score. */
  fromDate: string;
  /** The later score. */
  to: Score;
  /** The day of the later score. */
  toDate: string;
  /** Says whether the share rose. */
  rose: "met" | "notMet" | "undetermined";
  /** Says whether the share fell. */
  fell: "met" | "notMet" | "undetermined";
}

/** How often a score was voted for. */
export interface DcaScoreCount {
  /** The score that was voted for. */
  score: number;
  /** How often it was voted for, 1 or more. */
  times: number;
}

/** How one unit's results changed over time. */
export interface DcaTrend {
  /** The kind of document. */
  kind: "trend";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The unit; absent where there are no results. */
  unit?: Unit;
  /** The day that the trend is as of. Later results are left out. */
  on: string;
  /** How many results were left out because they are later. */
  leftOut: number;
  /** The results by date. */
  points: DcaTrendPoint[];
  /** How the total and each subscale changed from the first point that has it, such as the baseline, to the last one; the total comes first, with an empty id. A scale with one point has no change; if the trend has several points, a caveat says so. */
  changes: DcaScaleChange[];
  /** The changes from the last point but one that has the scale to the last. */
  recent: DcaScaleChange[];
  /** Says for each criterion when it was first met, and the latest verdict on it. */
  firstAtCriterion: DcaCriterionDay[];
  /** The windows between the baseline and the day of asking that are over and in which nothing was administered. */
  missed: ScheduleDue[];
  /** The caveats of the results, without repetitions, and those of the trend. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** One result. */
export interface DcaTrendPoint {
  /** The id of what was scored, if it has one. */
  administration?: string;
  /** The day of the administration. */
  date: string;
  /** The window that the day is in; empty for none. */
  window: string;
  /** The total; null where there is none. */
  total: Score | null;
  /** The subscales' scores. */
  subscales: Score[];
  /** The verdicts on the criteria, in their order. */
  criteria: DcaCriterionDay[];
}

/** One vote. */
export interface DcaVote {
  /** The id of the person who voted; absent for an anonymous ballot. */
  by?: string;
  /** The score; null for an abstention. */
  score: number | null;
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

/** How far a component of infrastructure is in place: what a checklist declares, and what its measures say. */
export interface DistrictComponentStatus {
  /** Which part of the infrastructure for implementation it is. */
  component: "implementationTeam" | "initiativeInventory" | "initiativeReview" | "staffSelection" | "staffDevelopment" | "communicationPlan" | "barrierRemoval" | "coachingSystem" | "implementationPlan" | "dataUse";
  /** What the checklist declares; empty where it declares nothing. */
  declared?: "undeveloped" | "inProcess" | "established";
  /** Tells whether the component must be in place before the innovation is first used. */
  initial?: boolean;
  /** Met when all checks are. A check whose measure does not apply is left out; without any check, the verdict is undetermined. */
  derived: "met" | "notMet" | "undetermined";
  /** The findings of the rules for the component, in their order. */
  checks: RuleFinding[];
  /** Tells whether the checklist names evidence for what it declares. */
  evidence?: boolean;
}

/** What a team declares about a component. */
export interface DistrictDeclaredComponent {
  /** Which part of the infrastructure for implementation is declared. */
  component: "implementationTeam" | "initiativeInventory" | "initiativeReview" | "staffSelection" | "staffDevelopment" | "communicationPlan" | "barrierRemoval" | "coachingSystem" | "implementationPlan" | "dataUse";
  /** How far the team says that the component is. */
  status: "undeveloped" | "inProcess" | "established";
  /** Marks a component that must be in place before the innovation is first used. */
  initial?: boolean;
  /** The published resource that the component is based on; absent if the team drafted its own. */
  basedOn?: "mdePracticeProfile" | "nirnAIHub" | "moduleInfrastructure" | "dca77" | "initiativeInventory" | "moduleStaff" | "moduleTeamFormation" | "ditSelection" | "committeeAudit" | "moduleCoachingDIT" | "coordinatorResources" | "coordinatorDescription" | "installationChecklists" | "dataSystem" | "scopeAndSequence" | "ditSeries" | "isdSeries" | "professionalLearningPage" | "districtCapacityPage" | "eduPaths" | "guidingQuestions" | "supportBinder" | "trainingBinder" | "preparationChecklist" | "resourceList" | "letterOfAgreement" | "isdStrategicPlan" | "isdMICIPPlan" | "isdMTSSPlan" | "localMICIPPlan" | "mtssInfrastructureSeries" | "nciiCoaching" | "ncsiCoaching" | "nciiMaterials" | "nciiModules" | "irisModules" | "ceedarModules";
  /** The ids of documents that show the status. */
  evidence: string[];
}

/** Something that students get in a tier. */
export interface DistrictIntervention {
  /** Identifies the intervention. */
  id: string;
  /** The instrument that measures whether the intervention is given as intended; absent if there is none. */
  fidelity?: InstrumentRef;
}

/** A person who is designated to lead MTSS in a district or school. */
export interface DistrictLead {
  /** An opaque identifier, never a name. */
  member: string;
  /** The district or school that the person leads. */
  unit: Unit;
  /** The first day. */
  from: string;
  /** The last day; absent while the person leads. */
  until?: string;
  /** The departments where the lead sits; absent if not known. */
  departments?: ("teachingAndLearning" | "studentSupports" | "specialEducation" | "other")[];
  /** The domains in which the lead is known to be competent. */
  competent?: ("academic" | "behavior" | "sel")[];
  /** The domains in which the lead is known not to be competent. A domain in neither list is unknown. */
  notCompetent?: ("academic" | "behavior" | "sel")[];
  /** What the lead leads by: direct authority, influence, both or none; absent if not known. */
  authority?: "direct" | "influence" | "both" | "none";
}

/** A responsibility of a unit, with its owners. */
export interface DistrictOwned {
  /** What somebody is responsible for. */
  responsibility: "guidance" | "visibility" | "funding" | "politicalSupport" | "technology" | "supportProcess" | "atRiskThresholds" | "familyInformation" | "guidelines" | "implementationDetails" | "teamMeetings" | "schoolMeetings" | "professionalDevelopment" | "countyPlan";
  /** The unit that the owners belong to. */
  unit: Unit;
  /** Who owns the responsibility together; an empty list means that nobody does. */
  owners: DistrictOwner[];
  /** The first day. */
  from: string;
  /** The last day; absent while the owners own it. */
  until?: string;
}

/** Exactly one of a team, a role, a department and everybody. */
export interface DistrictOwner {
  /** The id of a team. */
  team?: string;
  /** A role, such as district coordinator, or one that the document of the teams adds. */
  role?: string;
  /** A department of the district. */
  department?: "teachingAndLearning" | "studentSupports" | "specialEducation" | "other";
  /** Says that everybody owns it, which in practice means nobody. */
  everybody?: boolean;
}

/** The partnership of an ISD and a district. It is mutual when each has selected the other. */
export interface DistrictPartnership {
  /** The intermediate school district, a service agency. */
  isd: Unit;
  /** The district that the ISD works with. */
  district: Unit;
  /** The day on which the ISD selected the district; absent if it has not. */
  isdSelectedOn?: string;
  /** The day on which the district selected the ISD; absent if it has not. */
  districtSelectedOn?: string;
}

/** Names a rule in a set of rules. */
export interface DistrictRuleRef {
  /** The id of the rule set, which belongs to a district or a school. */
  set: string;
  /** The id of the rule. */
  rule: string;
}

/** A team of a unit. */
export interface DistrictTeam {
  /** Identifies the team. */
  id: string;
  /** Whether it is of an ISD, a district, a school, a grade or subject, or a community of practice. */
  teamKind: "isd" | "district" | "school" | "gradeOrContent" | "communityOfPractice";
  /** The unit that the team belongs to. */
  unit: Unit;
  /** The first day of the team. */
  from: string;
  /** The last day of the team; absent while it lasts. */
  until?: string;
  /** The day on which the team was entered; absent means that of the document. */
  recorded?: string;
  /** The members of the team. */
  members: DistrictTeamMember[];
}

/** A person on a team in one role. A person with two roles appears twice, with the same id. */
export interface DistrictTeamMember {
  /** An opaque identifier, never a name. */
  id: string;
  /** A role, such as school coach, or one that the document adds. */
  role: string;
  /** The first day in the role; absent means the first day of the team. */
  from?: string;
  /** The last day in the role; absent means the last day of the team. */
  until?: string;
  /** The day on which the member was entered; absent means that of the team. */
  recorded?: string;
}

/** One tier of one domain in a school. */
export interface DistrictTier {
  /** The domain of the tier. */
  domain: "academic" | "behavior" | "sel";
  /** 1 for all students, 2 for some and 3 for few. */
  tier: number;
  /** What students get; in tier 1, core instruction and practices. */
  interventions: DistrictIntervention[];
  /** The rule by which a student enters the tier; absent if there is none, as in tier 1. */
  entry?: DistrictRuleRef;
  /** The rule by which a student leaves the tier; absent if there is none. */
  exit?: DistrictRuleRef;
}

/** The tiered delivery model of one school. */
export interface DistrictTierModel {
  /** The school that the model is of. */
  school: Unit;
  /** The tiers of the school in each domain. */
  tiers: DistrictTier[];
}

/** What was known of a unit and an innovation on a day. Statements of one day that say different things of a measure leave it unknown. A later one takes the place of an earlier one of the same measure; what it leaves out stays as it was. */
export interface EvidenceStatement {
  /** Names the record, so that corrections can refer to it. */
  id?: string;
  /** The id of a record that this one corrects and takes the place of. */
  supersedes?: string;
  /** The id of a record that does not count; this one then counts for nothing itself. */
  voids?: string;
  /** What the evidence is of. */
  unit: Unit;
  /** The practice or program that is being implemented; absent where the facts are of the unit, whatever it implements. */
  innovation?: string;
  /** The day on which the facts held. */
  date: string;
  /** The last day on which they count; absent where the measure or the host's policy says it. */
  through?: string;
  /** Lets the facts count until a later record takes their place. */
  untilChanged?: boolean;
  /** What the facts come from; absent is that of each measure. */
  basis?: "declared" | "measured" | "decided";
  /** The day on which the record was entered, where that was later. */
  recorded?: string;
  /** Says where the facts come from, such as the id of an administration. */
  from?: string;
  /** What was found, by measure: a share such as "80%", a number, yes or no, or a day. */
  facts: { [key: string]: string | RuleDatedText | RuleDatedText[] };
}

/** A share from its worst to its best case, exactly. */
export interface Exact {
  /** The worst case; absent where it is open. */
  low?: string;
  /** The best case; absent where it is open. */
  high?: string;
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

/** A value on a day. */
export interface FidelityDatedTally {
  /** The day. */
  on: string;
  /** The day on which the value was entered, where that was later. */
  recorded?: string;
  /** How many, of at least one possible. */
  value: Tally;
}

/** The points of one dimension. */
export interface FidelityDimensionScore {
  /** The part of fidelity that was scored, such as adherence or quality. */
  dimension: "adherence" | "exposure" | "quality" | "responsiveness" | "differentiation" | "coaching.adherence" | "coaching.quality" | "coaching.responsiveness" | "coaching.dose";
  /** The points of the dimension. */
  score: Tally;
}

/** How much of an innovation, or of the coaching for it, was delivered of what was planned. */
export interface FidelityDosage {
  /** The plan by which it was planned, such as a service delivery plan of coaching; absent where there is none. */
  plan?: string;
  /** The person who delivered it; for coaching, the person or team who received it. */
  practitioner: string;
  /** The classroom, school or other unit where it was delivered. */
  unit: Unit;
  /** What was delivered, or what the coaching was for; absent means not stated. */
  innovation?: string;
  /** The first day of the period. */
  from: string;
  /** The last day of the period. */
  until: string;
  /** How much was planned, in the unit that is counted. */
  planned: number;
  /** How much was delivered; absent means that it is not known. */
  delivered?: number;
  /** Whether more may have been delivered than is known. */
  open?: boolean;
  /** What is counted, in the plural: "sessions", "minutes". */
  of: string;
}

/** Whether the outcomes of a unit and an innovation improved. */
export interface FidelityImprovement {
  /** The unit whose outcomes are judged. */
  unit: Unit;
  /** The practice or program whose outcomes are judged. */
  innovation: string;
  /** The day. */
  on: string;
  /** Met where every outcome improved. */
  verdict: "met" | "notMet" | "undetermined";
  /** The outcomes that were judged, in the order of their measures. One that is pooled of units below has their baselines and latest values added up, and no value where one of these is not known. */
  outcomes: FidelityOutcome[];
  /** How they were judged, one finding for each outcome. */
  findings: RuleFinding[];
  /** Say what was not used, and what is not known. */
  caveats: Notice[];
}

/** One practitioner's score on a fidelity instrument on a day. */
export interface FidelityObservation {
  /** Names the observation, so that corrections can refer to it. */
  id?: string;
  /** The id of the observation that this one corrects. */
  supersedes?: string;
  /** The id of an observation that does not count; the one that voids it does not count either. */
  voids?: string;
  /** The person who was observed. */
  practitioner: string;
  /** The innovation whose use was observed. */
  innovation: string;
  /** The instrument, and the version, that was used. */
  instrument: InstrumentRef;
  /** The day of the observation. */
  date: string;
  /** The day on which the record was entered, where that was later. */
  recorded?: string;
  /** The points, of at least 1 and at most 1,000,000 possible ones. */
  score: Tally;
  /** The observer; absent means that it is not stated. */
  administeredBy?: InstrumentAdministeredBy;
  /** Scores of single dimensions of fidelity, where the instrument has them; each dimension at most once. */
  dimensions?: FidelityDimensionScore[];
}

/** One outcome of an innovation in a unit, as dated shares: such as the students who reach a benchmark, or the students with a referral. */
export interface FidelityOutcome {
  /** Names the series, so that corrections can refer to it. */
  id?: string;
  /** The id of the series that this one corrects. */
  supersedes?: string;
  /** The id of a series that does not count; the series that voids it does not count either. */
  voids?: string;
  /** The day on which the series, with its baseline and target, was entered, where that was after the day of the baseline. Values that were entered later have a day of their own. */
  recorded?: string;
  /** Names the outcome, such as "reading.benchmark". */
  measure: string;
  /** Where it was measured. */
  unit: Unit;
  /** The innovation that it is an outcome of. */
  innovation: string;
  /** Says which way is better. */
  better: "higher" | "lower";
  /** What is counted, in the plural, such as "students". */
  of?: string;
  /** The value before the innovation was used. */
  baseline: FidelityDatedTally;
  /** The share that is aimed at; absent means none. */
  target?: string;
  /** The least gain over the baseline that is an improvement, as a share such as "5%" for 5 percentage points; absent means any. */
  leastChange?: string;
  /** How many days after its day a value counts, the last of them included. Absent, and unless "For good" is set, it counts through the end of the same window of the next year, or a year where it lies in no window; no source states a term, so this is inferred. */
  currentDays?: number;
  /** Values count until there is a later one; leave the number of days empty then. */
  forGood?: boolean;
  /** The values since, in any order, at most one a day. */
  values: FidelityDatedTally[];
  /** Says where the values come from. */
  source?: Source;
}

/** A training for an instrument. */
export interface FidelityTraining {
  /** The instrument, and the version. */
  instrument: InstrumentRef;
  /** The day of the training; absent means that it is not stated. */
  on?: string;
}

/** The criterion of a version of an instrument. */
export interface FidelityVersionCut {
  /** The version of the instrument that the criterion is for. */
  version: string;
  /** The least share of points at fidelity. */
  atLeast: string;
}

/** Says who administered an assessment or made an observation, by role, never by name. */
export interface InstrumentAdministeredBy {
  /** The role, such as "data coordinator". */
  role: string;
  /** The day on which the person was trained for the instrument; absent means that it is not stated. */
  trainedOn?: string;
  /** How many days a training counts for, its last day included, where those who keep the record have a rule on it; absent means that it does not expire. */
  trainingDays?: number;
}

/** One unit's answers to an instrument on a day: the scores that were agreed on, item by item. */
export interface InstrumentAdministration {
  /** The kind of document. */
  kind: "administration";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the administration, so that results and corrections can refer to it. */
  id?: string;
  /** The id of the administration that this one corrects. */
  supersedes?: string;
  /** The id of an administration that does not count; this one then counts for nothing itself. */
  voids?: string;
  /** What was administered. */
  instrument: InstrumentRef;
  /** What was assessed. */
  unit: Unit;
  /** The day on which the scores were agreed. */
  date: string;
  /** The day on which it was entered, where that was later; the result then says so. */
  recorded?: string;
  /** The agreed scores. An item without a response is missing, like one whose response is null. */
  responses: { [key: string]: number | null };
  /** Points by subscale id, or "total", of a record of which only these are known; it then has no responses, and the result says so. */
  summary?: { [key: string]: number | null };
  /** The ids of items that do not apply. */
  notApplicable?: string[];
  /** The ids of the sections that were administered; absent means all of them. */
  sections?: string[];
  /** The role of who administered it, and when that person was trained; absent means that it is not stated. */
  administeredBy?: InstrumentAdministeredBy;
  /** Says whether the protocol of administering was kept; undetermined, or absent, where that is not known. */
  protocolKept?: "met" | "notMet" | "undetermined";
  /** What a reader of the result must know of how the scores came about, such as departures from the protocol; the result passes them on. */
  notices?: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Names the completion behind a definition. */
export interface InstrumentCompletedBy {
  /** Says whose completion it is. */
  name: string;
  /** Marks made-up numbers. */
  illustrative?: boolean;
}

/** A named criterion, such as the one for minimum capacity. */
export interface InstrumentCriterion {
  /** Names the criterion. */
  id: string;
  /** Says it in a few words. */
  title: string;
  /** What must be met. Its measures are "total", the ids of subscales, and "protocol.kept", so that an adopter can ask for a kept protocol; the groups "subscales" (the top level), "subscales.1", "subscales.2" and so on (one level) may be used in "each". */
  require: RuleNode;
  /** Where the criterion is stated. */
  source: Source;
  /** Says how well it is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** A caution that belongs beside every verdict. */
  note?: string;
}

/** The verdict on one criterion. If the criterion asks for shares of several scales, none of which overlap, its finding's Needed counts the points for all of them together. */
export interface InstrumentCriterionResult {
  /** Names the criterion. */
  id: string;
  /** Says it in a few words. */
  title: string;
  /** Says how well the criterion is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** A JSON Pointer to the node in its document. */
  path: string;
  /** Met, not met, or undetermined while too much is unknown. */
  verdict: "met" | "notMet" | "undetermined";
  /** How the children are joined: all, any, not, atLeastOf or each; absent for a comparison. */
  operator?: "all" | "any" | "not" | "atLeastOf" | "each";
  /** How many of the nodes below have to be met, where a number of them has to. */
  count?: number;
  /** What was compared; absent for a combination. */
  measure?: string;
  /** What a tally counts or a quantity is in. */
  unit?: string;
  /** The value that was compared; of a series, the values that count. */
  measured?: Value;
  /** The comparison. */
  wanted?: RuleComparison;
  /** How many latest values of a series were compared. */
  last?: number;
  /** How many values of a series had to meet the comparison. */
  times?: number;
  /** Says from which days values count; absent for all days. */
  within?: string;
  /** What would make the verdict met. It is empty where the verdict is met, where no count says it, and below a not, which does not want more of it. Several needs are alternatives. */
  needed: RuleNeed[];
  /** Tells that nothing which is still open or can be added makes the verdict met: too few points are possible, or the days are over. The needs of other children do not help then. */
  unreachable?: boolean;
  /** Where the criterion is stated; absent where no source is named. */
  source?: Source;
  /** Says what this part of the rule is for, in the rule's own words. */
  why?: string;
  /** The findings of the nodes below, in their order. */
  children: RuleFinding[];
  /** The comparisons of the finding in one list, however deep they lie, for whoever shows thresholds; older results have none. */
  levels?: Level[];
}

/** A place where a publication contradicts itself. Both readings are kept; neither is used to correct the other. */
export interface InstrumentDiscrepancy {
  /** The section concerned; absent for all of them. */
  section?: string;
  /** Says which number is meant. */
  of: string;
  /** The number as printed. */
  printed: string;
  /** The number that the publication's own arithmetic gives. */
  worked: string;
  /** Explains the difference. */
  says: string;
}

/** The line of one section. */
export interface InstrumentEquatingLine {
  /** The subscale's id in both versions, such as "tier1". */
  section: string;
  /** How many points the section has in the version that was administered. */
  fromPossible: number;
  /** How many points it has in the version that the score is given in. */
  toPossible: number;
  /** How much the share in the one version rises with the share in the other, such as "75%"; more than 0. */
  slope: string;
  /** What is added, a share of the points in the version that the score is given in, such as "-8.23%". */
  offset: string;
  /** The offset of the way back as it was published, to be added to the share divided by the slope. */
  printedInverse?: string;
}

/** One item of an instrument. */
export interface InstrumentItem {
  /** The item's number or name within the instrument, such as "1.3". */
  id: string;
  /** The item's set of scores; absent only where the sets are listed as not known. */
  scale?: string;
  /** A very short label in our own words, never the item's wording. */
  label?: string;
  /** Allows the item to be marked not applicable. */
  notApplicable?: boolean;
}

/** Tells which items were not simply scored, by id in the definition's order. */
export interface InstrumentItemAccount {
  /** How many items were scored. */
  scored: number;
  /** The items that were administered and have no score. */
  missing: string[];
  /** The items that do not apply. */
  notApplicable: string[];
  /** The answers to items that the definition does not have, kept as they were given: a score, or null, by item. */
  unscored: { [key: string]: number | null };
}

/** An item in both versions. */
export interface InstrumentItemPair {
  /** The item's id in the earlier version. */
  from: string;
  /** The item's id in the later version. */
  to: string;
}

/** Gives items of a definition their scale. */
export interface InstrumentItemScale {
  /** Names the scale, of the completion or the definition. */
  scale: string;
  /** The ids of the items that have this scale. */
  items: string[];
}

/** Something that is not known of an instrument. */
export interface InstrumentLack {
  /** The part of the definition that is lacking. */
  of: "items" | "scales" | "sections" | "subscales" | "total";
  /** A sentence on what is not known, and what is. */
  says: string;
}

/** Names a definition. */
export interface InstrumentRef {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
}

/** What an administration comes to: points and shares of each subscale, a verdict on each named criterion with its finding, and what a reader must know beside them. */
export interface InstrumentResult {
  /** The kind of document. */
  kind: "result";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The id of what was scored, if it has one. */
  administration?: string;
  /** Names the definition that was used. */
  instrument: InstrumentUsedDefinition;
  /** What was assessed. */
  unit: Unit;
  /** The day of the administration. */
  date: string;
  /** The day on which the administration was entered, where that was later and is stated. */
  recorded?: string;
  /** Says whether the protocol of administering was kept; undetermined, or absent, where that is not known. */
  protocolKept?: "met" | "notMet" | "undetermined";
  /** The sections that were administered; absent means all. */
  sections?: string[];
  /** What an unanswered item counted as. */
  missing: string;
  /** The instrument's total; null where it defines none, where it is not known how it is formed, and where only a part was administered. */
  total: Score | null;
  /** Pools the items that were administered, whether or not the instrument defines that as its total. */
  points: Tally;
  /** The scores of the subscales that were administered, in the definition's order. There are none while the list of items may be incomplete: the points of some items would pass for those of all. */
  subscales: Score[];
  /** The verdicts on the criteria of this version. */
  criteria: InstrumentCriterionResult[];
  /** Tells which items were not simply scored. */
  items: InstrumentItemAccount;
  /** What a reader must know beside the numbers. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A set of scores that an item may be given. */
export interface InstrumentScale {
  /** Names the scale within the definition. */
  id: string;
  /** The allowed scores in rising order, each 0 to 250. The last is the most that an item can earn, the first the least. */
  scores: number[];
}

/** A part of an instrument that may be administered alone. */
export interface InstrumentSection {
  /** Names the section, such as "tier1". */
  id: string;
  /** A short label. */
  label?: string;
  /** The ids of the section's items. */
  items: string[];
}

/** Says where a part of a definition is stated. */
export interface InstrumentSourcedFact {
  /** Names the fact; the facts that ship are listed under it in docs/facts.md. */
  id: string;
  /** JSON Pointers to the parts of the definition that rest on the fact; "" is all of it. "/version" and "/edition" are allowed, and "/lacks/0" is what a lack says that is known. */
  covers: string[];
  /** The fact in a sentence. */
  says: string;
  /** Says how well it is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** Where it is stated. */
  source: Source;
}

/** A group of items with a score of its own. */
export interface InstrumentSubscale {
  /** Names the subscale, such as "leadership". */
  id: string;
  /** A short label. */
  label?: string;
  /** The subscale that this one is part of; absent at the top level. */
  parent?: string;
  /** The ids of its own items; those of the subscales below it belong to it as well. */
  items?: string[];
  /** "mean" if the instrument reports the mean score per item, "items" if it reports how many items have their greatest score; absent if it reports points and percent alone. */
  report?: "mean" | "items";
}

/** Names the definition behind a result, down to its bytes. */
export interface InstrumentUsedDefinition {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
  /** The instrument's name, for people; older results have none. The digest covers it. */
  title?: string;
  /** Names the text, if one version has several. */
  edition?: string;
  /** Names the adopter's profile whose criteria were judged; absent where they were the instrument's own. */
  profile?: string;
  /** The definition's SHA-256, completion and profile included. */
  digest: string;
  /** Names the completion, if there was one. */
  completedBy?: InstrumentCompletedBy;
  /** The parts that the definition may not have in full. While items are among them, there are no subscales and no total. */
  lacks?: ("items" | "scales" | "sections" | "subscales" | "total")[];
}

/** Time and resources that are allocated to professional learning. */
export interface LearningAllocation {
  /** The time in minutes; 0 for none. */
  minutes: number;
  /** What pays for it, such as a budget line; absent if nothing does. */
  resource?: string;
}

/** How many people of one role attended. */
export interface LearningAttendance {
  /** The role, never a name. */
  role: string;
  /** The people who attended, of those expected; those for whom it is not recorded are unknown. */
  people: Tally;
  /** The new staff among them; absent means that it is not recorded. */
  new?: Tally;
}

/** One session of a DIT series, or a part of one that was held on several days: sessions of one topic and with the same people are one. */
export interface LearningDITSession {
  /** Says who learns: coordinator, in a coaching support session, or team. */
  with: "coordinator" | "team";
  /** Readiness (of the team, and the District Capacity Assessment), development (of the team), communication, coaching (the coaching system) or alignment (of initiatives and innovations, and their review). */
  topic: "readiness" | "development" | "communication" | "coaching" | "alignment";
  /** The day on which the session is held. */
  on: string;
  /** The day on which the session was entered, which may be before it is held; absent means that of the series. */
  recorded?: string;
  /** How long it is. */
  minutes: number;
  /** Whether the coordinator attended; absent means that it is not recorded. */
  coordinator?: "yes" | "no";
  /** Whether ISD staff attended. */
  isd?: "yes" | "no";
  /** The members of the team who attended, of all; absent means that it is not recorded. */
  members?: Tally;
  /** Who delivered it: the technical assistance center or the ISD; absent means that it is not recorded. */
  deliveredBy?: "center" | "isd";
}

/** A commitment that was kept. */
export interface LearningDone {
  /** Which commitment was kept: a coordinator was selected, the coordinator has time, or a team was selected or convened. */
  commitment: "coordinatorSelected" | "coordinatorTime" | "teamSelected";
  /** The day. */
  on: string;
}

/** One question and its answers. */
export interface LearningFeedbackItem {
  /** Overall (how good the training was), diversity (whether diversity among educators and learners was portrayed positively), or a word of your own. */
  item: string;
  /** Who answers: individuals, or teams with one answer each, which are not counted as people. */
  by: "individuals" | "teams";
  /** The favorable answers, of all asked for; those not given are unknown. */
  favourable: Tally;
}

/** One support that is planned for staff. */
export interface LearningProvision {
  /** Training, coaching, dataCoordination (help with collecting and using data) or other. */
  support: "training" | "coaching" | "dataCoordination" | "other";
  /** Initial or sustain: what it is for. */
  phase: "initial" | "sustain";
  /** The need that it answers, such as the id of a need of the series or of a condition that warrants coaching; absent means none that is stated. */
  need?: string;
}

/** One session of a series. */
export interface LearningSession {
  /** Names the session. */
  id: string;
  /** The day on which the session is held. */
  on: string;
  /** The day on which the session was entered, which may be before it is held; absent means that of the series. */
  recorded?: string;
  /** Whether it took place on its day: no for one that was called off; absent means that it did, once the day has come. */
  held?: "yes" | "no";
  /** The id of the session of which this is a further part, held on another day. Together they are one. */
  continues?: string;
  /** How long it is. */
  minutes: number;
  /** The needs that it meets. */
  needs?: string[];
  /** What staff examine in it: instruction (instructional practice), data (data-based decision making) or delivery (of interventions and supports). */
  focus?: ("instruction" | "data" | "delivery")[];
  /** Whether staff reflected upon their practice, yes or no; absent means that it is not recorded. */
  reflected?: "yes" | "no";
  /** What was adapted to the local context. Descriptive only. */
  adapted?: string;
  /** The challenges that participants raised. Descriptive only. */
  challenges?: string[];
  /** Who attended, by role, each role at most once; absent means that it is not recorded. */
  attendance?: LearningAttendance[];
  /** What participants said about it; absent means that nobody asked. */
  feedback?: LearningSessionFeedback;
}

/** What participants said about a session, counted, and what followed from it. */
export interface LearningSessionFeedback {
  /** The questions asked, each at most once for each kind of respondent. */
  items: LearningFeedbackItem[];
  /** The day on which it led to a change; absent until it does. */
  changedOn?: string;
  /** What was changed. Descriptive only. */
  change?: string;
  /** The day on which it was reported to stakeholders; absent until it is. */
  reportedOn?: string;
}

/** A need for training. */
export interface LearningTrainingNeed {
  /** Names the need. */
  id: string;
  /** Initial (training for initial implementation of the essential components) or sustain (training to sustain implementation). */
  phase: "initial" | "sustain";
  /** Says what is needed, such as training in an essential component. Descriptive only. */
  what?: string;
}

/** One comparison of a measure with a threshold. */
export interface Level {
  /** What was compared. */
  measure: string;
  /** What a tally counts or a quantity is in. */
  unit?: string;
  /** Whether the comparison is met. */
  verdict: "met" | "notMet" | "undetermined";
  /** The value that was compared; absent where nothing is known of it. */
  measured?: Value;
  /** How the value has to compare with what is wanted. */
  relation: "atLeast" | "moreThan" | "atMost" | "lessThan" | "between" | "is" | "oneOf";
  /** The threshold: one, the two ends of a band, or several words one of which will do. */
  wanted: string[];
  /** Marks a comparison that the criterion wants not to be met. */
  opposite?: boolean;
}

/** Declares a measure under its name. */
export interface Measure {
  /** Says which comparisons the measure takes. */
  kind: "tally" | "ratio" | "yesNo" | "quantity" | "date" | "category";
  /** The plural of what a tally counts or a quantity is in. */
  unit?: string;
  /** Marks a measure with a value for each of several dates. */
  series?: boolean;
  /** The words that a value of kind category may be. */
  categories?: string[];
}

/** A result that a meeting looked at. */
export interface MeetingCitedResult {
  /** The id of the result, such as the id of an administration. */
  id: string;
  /** What was measured: capacity, fidelity or outcomes. */
  of: "capacity" | "fidelity" | "outcome";
  /** The practice or program that was measured; absent for a result that is of any, such as one of capacity. */
  innovation?: string;
  /** The day of the result. */
  date: string;
}

/** An exchange of information with another team. */
export interface MeetingExchange {
  /** The id of the other team. */
  team: string;
  /** Says whether the meeting's team gave information, got it, or both. */
  way: "gave" | "got" | "both";
}

/** One meeting of a team, as recorded. */
export interface MeetingMeeting {
  /** Identifies the meeting. One without an id is known by all that is said of it. */
  id?: string;
  /** The id of the record that this one corrects. */
  supersedes?: string;
  /** The id of a record that this one withdraws; neither of them counts. */
  voids?: string;
  /** The id of the team; absent where only one team can be meant, as in a series of one district. */
  team?: string;
  /** The day of the meeting. */
  date: string;
  /** The day on which the record was entered, where that was later. */
  recorded?: string;
  /** Whether the team's coordinator facilitated the meeting; absent means that it is not recorded. */
  facilitated?: "yes" | "no";
  /** The ids of the members who attended; absent means that it is not recorded. */
  attended?: string[];
  /** The ids of the activities, components and barriers that were taken up. */
  agenda?: string[];
  /** The results that the meeting looked at. */
  results?: MeetingCitedResult[];
  /** What the meeting decided; absent means that it is not recorded. */
  decisions?: MeetingTeamDecision[];
  /** The exchanges of information with other teams; absent means that they are not recorded. */
  shared?: MeetingExchange[];
}

/** A decision of a meeting. */
export interface MeetingTeamDecision {
  /** Says briefly what was decided. */
  what: string;
  /** The ids of the cited results that the decision rests on; an empty list if it rests on no data. */
  results: string[];
  /** The role on the team that should carry it out, never a name. */
  who?: string;
  /** The day by which it should be carried out. */
  due?: string;
}

/** Something that a reader of a result must know besides: what it does not cover, what it rests on, what was left out. It is not an error. */
export interface Notice {
  /** The stable name of what is noticed. */
  code: string;
  /** Says it in a sentence. */
  message: string;
  /** The message with {0}, {1} and so on in place of what is particular, so that a host can look up its translation. */
  template?: string;
  /** Fill in the places of the template, in their order. */
  params?: string[];
  /** What the notice is about, such as "record p3"; empty for the result as a whole. */
  subject?: string;
  /** Where what is noticed is stated; absent where nobody needs to look it up. */
  source?: Source;
}

/** A stretch of days, both ends included. */
export interface Period {
  /** The first day; absent means from the start. */
  from?: string;
  /** The last day; absent means for good. */
  until?: string;
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

/** One thing to be done. */
export interface PlanActivity {
  /** Names the activity. It keeps its id from plan to plan. */
  id: string;
  /** The items that it is about: to raise their scores, or to sustain those that have the greatest one; absent if none. */
  items?: string[];
  /** The instrument of these items; absent means that of the plan. */
  instrument?: InstrumentRef;
  /** The component of infrastructure that it builds; absent if none. */
  component?: "implementationTeam" | "initiativeInventory" | "initiativeReview" | "staffSelection" | "staffDevelopment" | "communicationPlan" | "barrierRemoval" | "coachingSystem" | "implementationPlan" | "dataUse";
  /** The innovation that it is for; absent means all of them. */
  innovation?: string;
  /** The stage of implementation that it belongs to; absent if none. */
  stage?: "exploration" | "installation" | "initialImplementation" | "fullImplementation";
  /** What the activity develops: leadership, systems (those of the organization) or competency (that of staff); absent if none. */
  area?: "leadership" | "systems" | "competency";
  /** Says in a few words what is to be done. */
  what: string;
  /** The role that is to do it, never a name. */
  who: string;
  /** The day by which it should be done. */
  due: string;
  /** How far it is. */
  status: "planned" | "underWay" | "done" | "dropped";
  /** The day on which it was done; absent while it is not. */
  doneOn?: string;
  /** The day on which it was given up; absent while it is not, or if that is not known. */
  droppedOn?: string;
  /** The day on which it was first planned; absent if that is not known, or the day of the plan or of the administration that it follows from. */
  since?: string;
  /** The ids of what shows that it is done; absent if none is named. */
  evidence?: string[];
}

/** Something that is allocated to the work. */
export interface PlanResource {
  /** What is allocated: fte (positions), personnel (people) or money. */
  kind: "fte" | "personnel" | "money";
  /** How much, a plain number such as "0.5"; absent means that it is not stated. */
  amount?: string;
  /** The day from which it is allocated. */
  since: string;
}

/** What an instrument says of the unit, and of the units below it. */
export interface ProfileAssessed {
  /** The instrument that was administered. */
  instrument: InstrumentRef;
  /** The latest result of the unit itself; null where there is none. */
  latest: InstrumentResult | null;
  /** Say how each criterion of the latest result was judged, with the criterion's id as their subject. */
  sentences?: Notice[];
  /** How the unit's results changed; null where there is none. */
  trend: DcaTrend | null;
  /** The latest results of the units below, by id. */
  below: ProfileStanding[];
}

/** Something to know of the quality of the data. What holds of many things is one concern. */
export interface ProfileConcern {
  /** What is wrong with the data, in a word. */
  quality: "missing" | "expired" | "conflict" | "refused" | "repeated" | "deviation" | "illustrative" | "unconfirmed" | "unused" | "remark";
  /** What is noticed of the first thing that the concern is about. */
  notice: Notice;
  /** How many things the concern is about. */
  count: number;
  /** The first of the things that it holds of. */
  subjects?: string[];
  /** The verdicts that the concern may change, such as "stage/reading/fullImplementation" and "criterion/dca@7.7/minimum". None where all verdicts stand. */
  mayChange: string[];
}

/** The coaching contacts of a month. */
export interface ProfileContacts {
  /** The month that the contacts are of. */
  month: string;
  /** The contacts that were delivered of those planned. */
  delivered: Tally;
}

/** How one innovation stands. */
export interface ProfileInnovation {
  /** Names the innovation. */
  id: string;
  /** The stage of implementation that the innovation is in, with the findings. */
  stage: StagesAssessment;
  /** Say whether each stage is entered, and why, with the stage as their subject. */
  sentences?: Notice[];
  /** The changes of its stages in the year up to the day. */
  events: StagesStageEvent[];
  /** The outcomes of the innovation in the unit; null where none is known of. */
  outcomes: FidelityImprovement | null;
  /** The measures of it of which something is known, but for those that the unit has with any innovation. */
  measures: ProfileKnownMeasure[];
  /** What the host's rules come to that the innovation has a say in. Absent where there are none. */
  rules?: RuleDecision[];
  /** How the innovation stands in the units below, by id; units of which nothing is known are left out. */
  below: ProfileStanding[];
}

/** A definition that was used, or the documents of a kind. */
export interface ProfileInput {
  /** The kind of the documents. */
  kind: string;
  /** Names the definition; absent for documents. */
  id?: string;
  /** How many documents there are; absent for a definition. */
  count?: number;
  /** The SHA-256 of the definition's compact JSON; of documents that of their sorted digests. */
  digest: string;
  /** The first 16 digits of the digest of each document, by which a changed one is found; absent for a definition, and where there are more than 200. */
  documents?: string[];
}

/** What is known of a measure on the day. */
export interface ProfileKnownMeasure {
  /** Names the measure. */
  measure: string;
  /** What a count is of, in the plural. */
  of?: string;
  /** What the measure is; absent where the record that gave it has expired. */
  value?: Value;
  /** What the value comes from. */
  basis?: "declared" | "measured" | "decided";
  /** The day of the latest evidence. */
  on?: string;
  /** The last day on which it counts; absent where it counts until it changes. */
  through?: string;
  /** Marks a value that is unknown, in whole or in part, since evidence expired. */
  expired?: boolean;
}

/** An activity of a plan of the unit or of one below it. */
export interface ProfilePlannedActivity {
  /** The id of the plan; absent where it has none. */
  plan?: string;
  /** The id of the activity. */
  id: string;
  /** The unit that the plan is for. */
  unit: Unit;
  /** Says what is to be done. */
  text: string;
  /** The role that is to do it; absent where that is not stated. */
  who?: string;
  /** The last day on which it is on time; absent where none is stated. */
  due?: string;
  /** The day on which it was done; absent where it was not. */
  done?: string;
  /** Says whether it is done, open, missed or coming. */
  status: "done" | "open" | "missed" | "coming";
}

/** How a unit below stands with an innovation or an instrument. */
export interface ProfileStanding {
  /** The unit below that stands so. */
  unit: Unit;
  /** The day of the result; absent for an innovation. */
  on?: string;
  /** The stage that is certain; absent where none is, and of an instrument. */
  stage?: string;
  /** The latest stage that is not excluded. */
  possible?: string;
  /** The practitioners at fidelity of those intended, or the points of the instrument; absent where it is not known. */
  count?: Tally;
  /** Whether its outcomes improved, or whether it meets the instrument's criteria. */
  verdict: "met" | "notMet" | "undetermined";
}

/** Something to do next. */
export interface ProfileStep {
  /** The innovation whose stage it moves; absent for a criterion. */
  innovation?: string;
  /** The stage to enter; absent for a criterion. */
  stage?: string;
  /** The instrument of the criterion; absent for a stage. */
  instrument?: InstrumentRef;
  /** The criterion; absent for a stage. */
  criterion?: string;
  /** Marks a step that suffices for the stage or the criterion by itself. */
  enough?: boolean;
  /** Marks a stage that was entered before, and was lost within the year. */
  lost?: boolean;
  /** Says what is wanted and what is missing. While it is undetermined, recording what is not known may be all there is to do. */
  finding: RuleFinding;
  /** Say the finding. */
  sentences?: Notice[];
  /** The last day of what is due for it; absent where nothing is. */
  by?: string;
  /** Does what is due for it; absent where nobody is named. */
  who?: string;
}

/** Something that an answer rests on. */
export interface ReadinessAnswerEvidence {
  /** What kind of evidence it is: localMICIP (improvement plan of a local district), isdMICIP (improvement plan of the ISD), strategicPlan (or mission, or vision), isdPlan (MTSS plan of the ISD), countyData, districtData, dataSystem (data from the MiMTSS Data System), capacityAssessment (District Capacity Assessment), survey, focusGroup, conversation (with leaders or staff), request (for support), requestedAmount (request that says how much; requests of the document itself count without being listed here), inventory (of initiatives), resource (research or material that was reviewed), scaleUpPlan (plan or timeline for more schools), letter (of agreement, or its draft) or record (of another kind, such as minutes). */
  kind: "localMICIP" | "isdMICIP" | "strategicPlan" | "isdPlan" | "countyData" | "districtData" | "dataSystem" | "capacityAssessment" | "survey" | "focusGroup" | "conversation" | "request" | "requestedAmount" | "inventory" | "resource" | "scaleUpPlan" | "letter" | "record";
  /** The day of the evidence. Evidence of a day after the day of asking does not count. */
  on: string;
  /** Says what it is, such as the title of a plan. Descriptive only. */
  what?: string;
}

/** A group of districts or schools that begin together. */
export interface ReadinessCohort {
  /** Names the cohort. */
  id: string;
  /** The districts or schools that are planned for it. */
  units: string[];
  /** The day on which it should begin. */
  planned: string;
  /** The units that began, and when; absent means that this is not known once the planned day has come, an empty list that none has begun. */
  started?: ReadinessStarted[];
  /** The opaque id of who trains the cohort; absent means that it is not known who does. */
  trainer?: string;
  /** The opaque id of who coaches the cohort's coordinators; absent means that it is not known who does. */
  coach?: string;
  /** The opaque ids of those who observed and attended this cohort so as to train and coach later ones themselves. */
  learned?: string[];
}

/** The hours a week of one role. */
export interface ReadinessHours {
  /** The role, never a name. */
  role: string;
  /** The hours a week. */
  hours: number;
}

/** The rating of one indicator. */
export interface ReadinessIndicatorRating {
  /** Which indicator of the form is rated. */
  indicator: "need" | "fit" | "resources" | "evidence" | "replication" | "capacity" | "supports" | "usability";
  /** The rating from 1, low, to 5, high; absent means that it is not rated yet. */
  rating?: number;
  /** What is still to be found out. Shown while there is no rating. */
  gap?: string;
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

/** A district that an ISD may work with, once each chose the other. */
export interface ReadinessPartner {
  /** The district that an ISD may work with. */
  district: string;
  /** The day on which the ISD chose the district; absent while it has not. */
  byISD?: string;
  /** The day on which the district chose the ISD; absent while it has not. */
  byDistrict?: string;
}

/** An answer to a prompt. */
export interface ReadinessPromptAnswer {
  /** Which prompt is answered: one for the kind of unit. */
  prompt: "isd.need.county" | "isd.need.micip" | "isd.need.data" | "isd.need.districts" | "isd.need.areas" | "isd.need.amount" | "isd.need.kinds" | "isd.fit.understood" | "isd.fit.priorities" | "isd.fit.initiatives" | "isd.fit.enhances" | "isd.fit.conflicts" | "isd.fit.load" | "isd.fit.districts.initiatives" | "isd.fit.districts.enhances" | "isd.fit.districts.conflicts" | "isd.fit.districts.load" | "isd.capacity.areas" | "isd.capacity.resources" | "isd.capacity.learning" | "isd.capacity.changes" | "isd.capacity.leadership" | "isd.capacity.understood" | "district.need.conversations" | "district.need.sponsors" | "district.need.buyIn" | "district.need.data" | "district.need.research" | "district.fit.components" | "district.fit.priorities" | "district.capacity.learning" | "district.capacity.allSchools" | "district.capacity.timeline" | "district.capacity.schools" | "district.capacity.resources" | "district.capacity.beyond" | "district.capacity.isdTime" | "district.capacity.selection";
  /** Whether the answer speaks for going ahead, as judged by the team that gave it: yes, no or unsure. */
  supports: "yes" | "no" | "unsure";
  /** The answer in words. Descriptive only. */
  says?: string;
  /** What it rests on. */
  evidence?: ReadinessAnswerEvidence[];
  /** What is still to be found out. While there is one, the answer does not count. */
  gap?: string;
}

/** What one district asks of its ISD: one kind of support in one area. */
export interface ReadinessRequest {
  /** The district that asks. */
  district: string;
  /** What the support is for: seb (social, emotional and behavioral MTSS), reading (reading MTSS, which the source also calls literacy), infrastructure (of the district) or pyramid (the Pyramid Model, for early childhood). The source names neither of the last two in its prompts on fit, and not pyramid in its prompt on capacity. */
  area: "seb" | "reading" | "infrastructure" | "pyramid";
  /** The kind of support: training, coaching (of teams or individuals), dataCoordination or isdTeam (an ISD team that organizes the work across the county; the source names it in its opening and not in its prompt). */
  support: "training" | "coaching" | "dataCoordination" | "isdTeam";
  /** How much; absent means that the district does not say. */
  hours?: number;
  /** The day of the request. */
  on: string;
}

/** Whether the innovation was selected. */
export interface ReadinessSelection {
  /** The day of the decision. */
  on: string;
  /** Whether the innovation was selected. */
  selected: boolean;
}

/** A unit that began. */
export interface ReadinessStarted {
  /** Which unit of the cohort began. */
  unit: string;
  /** The day on which it began. */
  on: string;
}

/** A step that was taken. */
export interface ReadinessTaken {
  /** Which step was taken: one for the kind of unit. */
  step: "leaders" | "teamSelected" | "coordinatorSelected" | "timeToAttend" | "timeToMeet" | "spaces" | "data" | "drives" | "letterDrafted" | "letterSigned" | "letterInnovation" | "communicated" | "overviewLearning" | "overviewAssessments" | "overviewTime" | "overviewRoles";
  /** The day on which it was taken. */
  on: string;
}

/** Says what a cell means. */
export interface RecordsCellCode {
  /** What the cell holds, without the spaces around it. */
  cell: string;
  /** What it stands for: in the column of an item a score, "NA" for not applicable, or "missing"; elsewhere a text, or "missing". */
  means: string;
  /** The headers of the columns in which the code means this; absent means those of all items. */
  in?: string[];
}

/** Say how the cells of items are scored in which several answers may stand. */
export interface RecordsChoices {
  /** The headers of the columns. */
  in: string[];
  /** What stands between the answers, such as ", ". */
  between: string;
  /** What the answers make: the greatest or least of their scores, or how many they are. */
  take: "highest" | "lowest" | "count";
}

/** A column that is made of several. */
export interface RecordsJoined {
  /** The header of the column that is made. */
  header: string;
  /** The headers of the columns that it is made of, in order. They hold nothing else. */
  from: string[];
  /** What is put between their cells, such as "-"; absent for nothing. */
  between?: string;
}

/** A column that is taken apart. */
export interface RecordsSplit {
  /** The header of the column. It holds nothing else. */
  header: string;
  /** What stands between the parts of a cell, such as " - ". */
  between: string;
  /** The headers of the columns that its parts make, in order. A cell with another number of parts is a problem of its row. */
  into: string[];
}

/** A difference of means. */
export interface RollupChange {
  /** The period before. */
  since: Period;
  /** The least that the difference can be. */
  low: string;
  /** The most that the difference can be. */
  high: string;
}

/** What a row shows, as ranges from the worst case to the best: what is unknown leaves them open. They are exact. */
export interface RollupFigures {
  /** The points of all units pooled, for a score; for a criterion, the units that meet it of those that count. It is null for a mean of subscales, which no points are pooled of. */
  tally: Tally | null;
  /** The mean of the units' shares; of a criterion, the share that meets it. Under a policy that withholds, it is as far open as the pooled points leave it where units don't have the same possible points. */
  mean: Span;
  /** The share below which a quarter of the units lie, between two of them in proportion; absent for a criterion. */
  lowerQuartile?: Span;
  /** The middle share, or the mean of the two in the middle. */
  median?: Span;
  /** The share that three quarters of the units do not exceed. */
  upperQuartile?: Span;
  /** How many units count as unknown since their latest administration has expired. */
  expired: number;
  /** How the mean differs from that of the period before; absent where that has no figures or where there is none. Both are of the units that were assessed in each, which need not be the same. */
  change?: RollupChange;
}

/** Names a score or a criterion of a definition. */
export interface RollupMeasureID {
  /** Says whether this is a score or a criterion. */
  of: "score" | "criterion";
  /** The id of the subscale or the criterion, "total" for the total, and "points" for the points of all items, where the instrument gives no total. */
  id: string;
}

/** A record's value of a measure. */
export interface RollupMeasureValue {
  /** The place of the measure in the list of the definition's measures, from 0. */
  measure: number;
  /** The points, or 1 of 1, 0 of 1 or unknown for a criterion; 0 of 0 where none is defined. */
  tally: Tally;
  /** The share of a total that is a mean of subscales; absent for others. */
  share?: Span;
  /** Marks a scale of which no item applies. */
  notApplicable?: boolean;
}

/** The figures of one measure for a unit, a group of its units, and a period. */
export interface RollupRow {
  /** What the measure belongs to. */
  instrument: InstrumentUsedDefinition;
  /** What an unanswered item counted as. */
  missing: string;
  /** The score or criterion. */
  measure: RollupMeasureID;
  /** The unit that the row is about; the units below it are added up. */
  unit: Unit;
  /** The value of the characteristic that the units within it have; absent for all of them. */
  group?: string;
  /** The school year or the window; absent for all time. */
  during?: Period;
  /** The id of the window; absent where rows are not of windows. */
  window?: string;
  /** Says why there are figures or none. */
  status: "shown" | "suppressed" | "coded" | "missing" | "notApplicable";
  /** How many units count, those that count as unknown included; null where that is withheld. */
  units: number | null;
  /** The side on which the share lies; absent unless the status is coded. */
  coded?: "above" | "below";
  /** The figures; null unless the status is shown. */
  figures: RollupFigures | null;
}

/** A definition with the scores and criteria of its results. */
export interface RollupScored {
  /** Names the definition. */
  instrument: InstrumentUsedDefinition;
  /** What an unanswered item counted as. */
  missing: string;
  /** The scores and criteria. */
  measures: RollupMeasureID[];
}

/** What one administration comes to. */
export interface RollupStateRecord {
  /** The place of its definition in the list of definitions, from 0. */
  definition: number;
  /** Names the administration; absent for one that nothing refers to. */
  id?: string;
  /** The id of the record that it takes the place of. */
  supersedes?: string;
  /** The id of a record that does not count. */
  voids?: string;
  /** The SHA-256 of the content of its correction; absent where two of the same content are two. */
  content?: string;
  /** What was assessed. */
  unit: Unit;
  /** The day. */
  date: string;
  /** What was administered, in the order of the measures. */
  values: RollupMeasureValue[];
  /** How many more times the record was added. */
  again?: number;
}

/** Says which figures are kept from view. */
export interface RollupWithholdingPolicy {
  /** Names the policy; empty for one of the host's own. */
  id?: string;
  /** The number below which groups are withheld, 2 or more: 16 for a policy that suppresses 15 and fewer. 0 withholds nothing. */
  below: number;
  /** The share above which a row says only that the share is above it; absent means that every share is shown. */
  top?: string;
  /** The share below which a row says only that the share is below it; absent means that every share is shown. */
  bottom?: string;
  /** Where the policy is stated. */
  source?: Source;
  /** Says how well it is known that the policy is meant so. */
  provenance?: "confirmed" | "inferred" | "unconfirmed";
  /** Says what of the stated policy is done otherwise here. */
  note?: string;
}

/** A person's work in a unit who is intended to use an innovation there, from one day to another. Turnover is an end for the person who leaves and a beginning for the one who comes; a move to another unit is both. A person who works in two units at once counts in each, and once in the units above both. */
export interface RosterAssignment {
  /** An opaque identifier, never a name. */
  practitioner: string;
  /** The classroom, school or other unit where the person works. */
  unit: Unit;
  /** The role in which the person works there, such as "teacher", never a name; absent means that it is not stated. */
  role?: string;
  /** What the person is intended to use. */
  innovation: string;
  /** The share of a full-time post that the person has in the unit, more than 0 and at most 100%, such as "50%"; absent means that it is not stated. People are counted, not posts: the share says which unit is somebody's main one. */
  share?: string;
  /** The first day; absent means from the start. */
  from?: string;
  /** The last day; absent means for good. */
  until?: string;
  /** The last day for which somebody confirmed the assignment; absent means that of the roster. */
  confirmedThrough?: string;
  /** The day on which the assignment was entered, which may be before it begins; absent means that of the roster or, without one, the first day. */
  recorded?: string;
  /** Marks a vacant position. It is intended but not employed, and nobody can be observed in it. */
  vacant?: boolean;
}

/** The straight line from where a student or site starts to where it should be. */
export interface RuleAimline {
  /** Where the line begins. */
  from: RuleDatedText;
  /** Where the line ends, on a later day. */
  to: RuleDatedText;
}

/** An operator with its threshold, written as documents write it. Exactly one is set.
 *
 * A share is "80%" or "4/5"; a count, a number with the measure's unit, such as "44 points" or "12.5 h"; a day, YYYY-MM-DD. */
export interface RuleComparison {
  /** The least value that meets the comparison. */
  atLeast?: string;
  /** The value that what is measured must exceed. */
  moreThan?: string;
  /** The greatest value that meets the comparison. */
  atMost?: string;
  /** The value that what is measured must stay below. */
  lessThan?: string;
  /** Holds the least and the greatest value that meet the comparison. */
  between?: string[];
  /** "yes" or "no", or a category. */
  is?: string;
  /** Holds the categories that meet the comparison. */
  oneOf?: string[];
}

/** A value with its day as people write it. */
export interface RuleDatedText {
  /** The day that the value belongs to. */
  on: string;
  /** The text of the value. */
  value: string;
}

/** What one rule says of the facts on a day. */
export interface RuleDecision {
  /** The rule's id. */
  rule: string;
  /** The id of the rule set that holds it, which may be one above the set that was asked; empty if that has none. Paths of findings lead into it. */
  set?: string;
  /** Says it in a few words. */
  title?: string;
  /** The day of judgement. */
  on: string;
  /** Tells whether the rule applies at all: met is yes. */
  applies: "yes" | "no" | "undetermined";
  /** The verdict on what the rule asks for; a rule that asks for nothing is met. Where the rule does not apply there is no verdict, and it is undetermined. */
  verdict: "met" | "notMet" | "undetermined";
  /** The finding of the rule's condition; absent where it has none. */
  when?: RuleFinding;
  /** The finding of its requirement; absent where it has none, and where the rule does not apply. */
  require?: RuleFinding;
  /** What follows; absent unless the rule applies and its verdict is met. */
  then?: string;
  /** Where the rule is stated. */
  source?: Source;
  /** What a reader must know besides the verdict. */
  caveats: Notice[];
}

/** A measure that is worked out from another one. Exactly one of "Share", "Gap", "Slope", "Count within", "Rising" and "Falling" is set. */
export interface RuleDerived {
  /** What rules call it. */
  name: string;
  /** The measure that it is worked out from, itself derived or not. */
  of: string;
  /** Counts how many of a yes-or-no series are yes, of those that apply: a tally, in this unit, such as "schools". Values of one day are of as many members. */
  share?: string;
  /** How far each value of a quantity series lies above an aimline, below it as a negative number: a series of quantities. */
  gap?: RuleAimline;
  /** The least-squares slope of a quantity series, as the change in this many days: a quantity. It needs values on two days; where some are unknown, it runs from the least to the greatest slope that they allow. */
  slope?: number;
  /** Counts the values of a series in this many days up to the day of judgement, that day included: a quantity in "Unit". A value that is there twice on one day may be two events or one record again, so it counts as one or two. */
  countWithin?: number;
  /** Counts how many values at the end of a series of numbers or days rise one after another, the first of them included: a quantity in "Unit". Equal ones neither end the row nor count, nor do those that do not apply. Where values are unknown, or of one day, so that their order is, it runs from how many certainly rise to how many may. */
  rising?: boolean;
  /** Counts how many values at the end of a series fall one after another, as "Rising" counts those that rise. */
  falling?: boolean;
  /** The unit of "Count within", "Rising" and "Falling", and goes with nothing else; absent means "values". */
  unit?: string;
}

/** How a verdict was reached: what was measured, what was wanted, and what it would take. A combination of nodes has a child for each of them. */
export interface RuleFinding {
  /** A JSON Pointer to the node in its document. */
  path: string;
  /** Met, not met, or undetermined while too much is unknown. */
  verdict: "met" | "notMet" | "undetermined";
  /** How the children are joined: all, any, not, atLeastOf or each; absent for a comparison. */
  operator?: "all" | "any" | "not" | "atLeastOf" | "each";
  /** How many of the nodes below have to be met, where a number of them has to. */
  count?: number;
  /** What was compared; absent for a combination. */
  measure?: string;
  /** What a tally counts or a quantity is in. */
  unit?: string;
  /** The value that was compared; of a series, the values that count. */
  measured?: Value;
  /** The comparison. */
  wanted?: RuleComparison;
  /** How many latest values of a series were compared. */
  last?: number;
  /** How many values of a series had to meet the comparison. */
  times?: number;
  /** Says from which days values count; absent for all days. */
  within?: string;
  /** What would make the verdict met. It is empty where the verdict is met, where no count says it, and below a not, which does not want more of it. Several needs are alternatives. */
  needed: RuleNeed[];
  /** Tells that nothing which is still open or can be added makes the verdict met: too few points are possible, or the days are over. The needs of other children do not help then. */
  unreachable?: boolean;
  /** Where the criterion is stated; absent where no source is named. */
  source?: Source;
  /** Says what this part of the rule is for, in the rule's own words. */
  why?: string;
  /** The findings of the nodes below, in their order. */
  children: RuleFinding[];
}

/** What would make a comparison met. Needs of different units are never added up. */
export interface RuleNeed {
  /** How many more must be certain; absent where fewer are needed. */
  more?: number;
  /** How many fewer there may be, counting every unknown as one. */
  fewer?: number;
  /** How many are still needed, more or fewer, even if every unknown turns out well: 0 while the verdict is undetermined. */
  evenIf: number;
  /** The distance from the worst case to the threshold where nothing is counted: hours, or percentage points written as "5%". */
  gap?: string;
  /** What is counted, in the plural, or what the gap is in. */
  unit: string;
}

/** A criterion as data: a comparison of one measure, the same comparison of each of several, or a combination of nodes. Exactly one of "Measure", "Each", "All", "Any", "Not" and "At least of" is set. */
export interface RuleNode {
  /** Names the measure that is compared. */
  measure?: string;
  /** Names measures, or groups of them, that must all meet the comparison. Those that do not apply drop out. */
  each?: string[];
  /** Asks that each of this many latest values of a series meets the comparison; fewer values than that do not meet it. */
  last?: number;
  /** Asks that so many values of a series meet the comparison, whichever they are: with 1 any of them may, where with "Last" 1 the latest must. A series takes either "Last" or "Times". */
  times?: number;
  /** Says from which days values count: "365 days" for those at most so old on the day of judgement, "schoolYear" for this school year, "lastSchoolYear" for the one before, "window:spring" for the latest window of that name that has begun, or "window:spring schoolYear" for the one that begins in this school year. Both ends count. A single value counts where it has a day and that lies within. */
  within?: string;
  /** The least value that meets the comparison. */
  atLeast?: string;
  /** The value that what is measured must exceed. */
  moreThan?: string;
  /** The greatest value that meets the comparison. */
  atMost?: string;
  /** The value that what is measured must stay below. */
  lessThan?: string;
  /** Holds the least and the greatest value that meet the comparison. */
  between?: string[];
  /** "yes" or "no", or a category. */
  is?: string;
  /** Holds the categories that meet the comparison. */
  oneOf?: string[];
  /** Met when all of these nodes are met. */
  all?: RuleNode[];
  /** Met when at least one of these nodes is met. */
  any?: RuleNode[];
  /** Met when this node is not met. */
  not?: RuleNode;
  /** Met when at least this many of the listed nodes are. */
  atLeastOf?: number;
  /** The nodes of which a number must be met. */
  of?: RuleNode[];
  /** Says in a sentence what the node is for. */
  why?: string;
}

/** One rule, in force from a day to a day. */
export interface RuleRule {
  /** Names the rule. Several versions of a rule share it; no two of them are in force on one day. */
  id: string;
  /** Says it in a few words. */
  title?: string;
  /** Where the rule is stated. A rule may have none. */
  source?: Source;
  /** Says how well the rule is known. */
  provenance?: "confirmed" | "inferred" | "unconfirmed";
  /** The first day of the rule; absent means always. */
  since?: string;
  /** The last day of the rule; absent means for good. */
  until?: string;
  /** Lets sets of a lower scope put their own rule in its place. */
  refinable?: boolean;
  /** The condition under which the rule applies; absent means always. */
  when?: RuleNode;
  /** What the rule asks for. It may be left out where "Then" says what follows from "When". */
  require?: RuleNode;
  /** What follows where the rule applies and what it asks for is met. */
  then?: string;
  /** Says in a sentence what the rule is for. */
  why?: string;
  /** What a reader must know besides every verdict, such as a contradiction in the source. */
  caveats?: string[];
}

/** Says whose rules a set holds. */
export interface RuleScope {
  /** The id of the state, ISD, district or school. */
  unit: string;
  /** Says what sort of unit it is. */
  kind?: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}

/** Something that is to be done: what, of whom, by whom and by when, and how that stands on the day of asking. */
export interface ScheduleDue {
  /** The unit in which it is to be done. */
  unit: Unit;
  /** What is to be done. */
  what: "administration" | "observation" | "training" | "activity" | "decision" | "barrier" | "coaching" | "session" | "survey";
  /** Whom or what it is about: the practitioner of an observation, the activity of a plan; absent for an administration, which is about the unit. */
  subject?: string;
  /** What it is for; absent where it is for no single one. */
  innovation?: string;
  /** The id of the schedule, plan or other document that asks for it. */
  schedule?: string;
  /** What is to be administered, or observed with; absent for anything else. */
  instrument?: InstrumentRef;
  /** What makes it due, such as a window, a term or a plan. */
  reason: "baseline" | "window" | "meeting" | "unknown" | "expiry" | "plan";
  /** The id of the window; absent for another reason. */
  window?: string;
  /** What is known on the day of asking, in a word of the document that it comes from, such as "expired"; absent where nothing more is to say. */
  standing?: string;
  /** Who does it, a role or an opaque id; absent where that is not stated. */
  completedBy?: string;
  /** Who hands in the result; absent where that is not stated. */
  submittedBy?: string;
  /** The first day on which it is on time; absent where any day is. */
  from?: string;
  /** The last day on which it is on time; absent where none is known. */
  until?: string;
  /** Says whether it is done, open, missed or coming. */
  status: "done" | "open" | "missed" | "coming";
  /** The day on which it was done, late where it is after the last day on time. Absent where it was not done. */
  done?: string;
  /** Where it is stated that it is due; absent where a document of the host says so. */
  source?: Source;
}

/** The score of a subscale or the total. Percent, low, high and mean are for display; verdicts never come from them. */
export interface Score {
  /** The subscale's id; absent for the total. */
  id?: string;
  /** The subscale's short label. */
  label?: string;
  /** The points that are certain; absent for a mean of subscales. */
  earned?: number;
  /** The most points there can be; absent for a mean of subscales. */
  possible?: number;
  /** The points that may yet be earned; absent for a mean of subscales. */
  unknown?: number;
  /** "subscales" for a total that is the mean of the subscales' shares. */
  of?: "subscales";
  /** The share of a mean of subscales, exactly. */
  share?: Exact;
  /** The most points of the whole scale, where items that do not apply or were left out make it shorter. */
  full?: number;
  /** The points that the share comes to on the whole scale, where a policy says so. */
  prorated?: string;
  /** Set where no item of the subscale applies. */
  notApplicable?: boolean;
  /** How many items the mean score is of. */
  items?: number;
  /** The share with one decimal, for display; null while points are unknown, and for 0 of 0. */
  percent: string | null;
  /** The share in the worst case, with one decimal. */
  low: string | null;
  /** The share in the best case, with one decimal. */
  high: string | null;
  /** The mean score per item with two decimals, where the instrument reports one and no points are unknown. */
  mean?: string;
  /** How many items have their greatest score, where the instrument reports that. */
  itemsAtTop?: StatedTally;
}

/** The share of practitioners at fidelity in one unit. */
export interface Share {
  /** The unit that the practitioners work in. */
  unit: Unit;
  /** The practice or program that the practitioners are intended to use. */
  innovation: string;
  /** Counts practitioners at fidelity. */
  atFidelity: number;
  /** How many practitioners are not at fidelity. */
  notAtFidelity: number;
  /** How many practitioners may or may not be at fidelity, since points are unknown. */
  open: number;
  /** Counts those without an observation. */
  unobserved: number;
  /** Counts those with fewer observations than the policy takes. */
  tooFew: number;
  /** Counts those whose observations no longer count. */
  expired: number;
  /** Counts those observed only by observers without current training. */
  untrained: number;
  /** Counts vacant positions, which are in no other count. */
  vacant: number;
  /** How these count among those intended; absent means as not at fidelity. */
  vacantAs?: "notAtFidelity" | "unknown" | "leftOut";
  /** The last day for which the roster is confirmed, where the share is of a later one: then it is not known who is intended, every tally is 0 of 0, and the counts are of those who were known last. Absent where the roster holds. */
  confirmedThrough?: string;
  /** Counts those judged, one way or the other, by an observation whose observer's training is not stated or was not current. */
  doubtful: number;
  /** The day of the oldest observation that somebody is judged by; absent where nobody is. */
  oldest?: string;
  /** The day of the latest observation of those who are expired; absent where nobody is. */
  latestExpired?: string;
  /** The points by dimension of the observations that the practitioners are judged by; those without points are left out. */
  dimensions: FidelityDimensionScore[];
  /** The practitioners at fidelity, of all who are intended. */
  intended: StatedTally;
  /** The practitioners at fidelity, of the positions that are not vacant. */
  employed: StatedTally;
  /** The practitioners at fidelity, of those who have an observation that counts. */
  observed: StatedTally;
}

/** Says where a definition, threshold or rule is stated. */
export interface Source {
  /** The name of the document or page. */
  title: string;
  /** The edition or version of the document. */
  edition?: string;
  /** The year of publication. */
  year?: number;
  /** Where the document is found. */
  url?: string;
  /** The page, item or heading within the document. */
  locator?: string;
}

/** What is known of a number: it lies between "Low", the worst case, and "High", the best. An undefined end is an open one. */
export interface Span {
  /** The worst case. */
  low: string;
  /** The best. */
  high: string;
}

/** The stage of one unit and one innovation on a day. */
export interface StagesAssessment {
  /** The kind of document. */
  kind: "stageAssessment";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** What was assessed. */
  unit: Unit;
  /** The innovation that the unit implements. */
  innovation: string;
  /** The day of assessment. */
  on: string;
  /** The id of the stage model. */
  model: string;
  /** The stage that is certain: the latest that is entered, in a model that goes in order the latest before which all are; empty where there is none. */
  primary: string;
  /** The latest stage that is not excluded, which the unit would have if every unknown turned out well: the primary stage or a later one. */
  possible: string;
  /** A later stage that was certain until evidence expired; absent where nothing that expired would change the stage. */
  lastKnown?: StagesLastKnown;
  /** The stages that are entered and not completed, in order. Stages overlap, so there may be several. */
  active: string[];
  /** Stages that are not entered, although a later one is. */
  skipped: string[];
  /** The findings, for every stage of the model. */
  stages: StagesStageFinding[];
  /** What a reader must know besides. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A stage with the last day on which it was certain. */
export interface StagesLastKnown {
  /** Names the stage. */
  stage: string;
  /** The day. */
  through: string;
}

/** A remark with its source. */
export interface StagesRemark {
  /** The remark. */
  says: string;
  /** Where it is stated. */
  source: Source;
}

/** One stage of a model. */
export interface StagesStage {
  /** Names the stage, such as "installation". */
  id: string;
  /** The name of the stage, for people. */
  title?: string;
  /** What people ask themselves in the stage; absent where the source states none. */
  question?: string;
  /** Typical activities, in short. */
  activities?: string[];
  /** The measure, a tally, of the stage's activities that are done. */
  done?: string;
  /** The rule by which the stage is entered. */
  enter: RuleNode;
  /** The rule by which the stage is completed; absent where no source says. */
  complete?: RuleNode;
  /** Where the stage's rules are stated. */
  source?: Source;
  /** Says how well the stage's rules are known. */
  provenance?: "confirmed" | "inferred" | "unconfirmed";
  /** A caution that belongs to every assessment. */
  note?: string;
}

/** A change of one stage. */
export interface StagesStageEvent {
  /** The day of the evidence that shows the change. */
  on: string;
  /** Which stage was entered, completed or lost. */
  stage: string;
  /** Says what happened. */
  change: string;
}

/** How one stage was judged. */
export interface StagesStageFinding {
  /** Names the stage. */
  id: string;
  /** The verdict on entering. */
  entered: "met" | "notMet" | "undetermined";
  /** The verdict on completing; undetermined where the model has no node for it. */
  completed: "met" | "notMet" | "undetermined";
  /** How it was judged whether the stage is entered. */
  enter: RuleFinding;
  /** How it was judged whether the stage is completed; absent where the model has no rule for it. */
  complete?: RuleFinding;
  /** The share of the stage's activities that are done; absent where that is not known. */
  done?: Tally;
}

/** The primary stage from a day on. */
export interface StagesStagePoint {
  /** The day. */
  on: string;
  /** The stage that is certain; empty for none. */
  primary: string;
  /** The latest stage that is not excluded. */
  possible: string;
  /** The stages that are entered and not completed. */
  active: string[];
}

/** How long a stage was the primary one. */
export interface StagesStay {
  /** Which stage it was. */
  stage: string;
  /** How many days the stage was the primary one, up to the last day of the history. */
  days: number;
  /** How often it became the primary stage. */
  times: number;
  /** The share of the stage's activities done at the end; absent where that is not known. */
  done?: Tally;
}

/** A tally with its share for display. */
export interface StatedTally {
  /** What is certain, such as points that were scored; 0 or more. */
  earned: number;
  /** The most there can be: at least what is earned and what is unknown together. */
  possible: number;
  /** What may yet be added to what is earned, 0 or more. */
  unknown: number;
  /** The share with one decimal; null while something is unknown. */
  percent: string | null;
  /** The share in the worst case. */
  low: string | null;
  /** The share in the best case. */
  high: string | null;
}

/** One test of one rule: facts on a day, and what the rule should say. */
export interface SuiteCase {
  /** Says what the case shows. */
  name: string;
  /** The id of the rule. */
  rule: string;
  /** The day of judgement. */
  on: string;
  /** The facts; a measure left out is missing. */
  facts: { [key: string]: string | RuleDatedText | RuleDatedText[] };
  /** What the rule should say. */
  expect: SuiteExpect;
}

/** What a case expects of its rule. A member that is absent is not checked. */
export interface SuiteExpect {
  /** Met, not met, or undetermined while too much is unknown. */
  verdict?: "met" | "notMet" | "undetermined";
  /** Whether the rule applies: yes, no, or undetermined while too much is unknown. */
  applies?: "yes" | "no" | "undetermined";
  /** What should follow. */
  then?: string;
}

/** So many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between what is earned, of what is possible, and the same with all that is unknown added. */
export interface Tally {
  /** What is certain, such as points that were scored; 0 or more. */
  earned: number;
  /** The most there can be: at least what is earned and what is unknown together. */
  possible: number;
  /** What may yet be added to what is earned, 0 or more. */
  unknown: number;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}

/** A measured value. Which members are present tells of what sort it is. */
export interface Value {
  /** What is certain of a tally. */
  earned?: number;
  /** The most that a tally can come to. */
  possible?: number;
  /** What may yet be added to what is earned. */
  unknown?: number;
  /** The most that a tally of a part could come to in all. */
  full?: number;
  /** Set where thresholds in points are compared with the share of the part. */
  scaled?: boolean;
  /** The worst case of a ratio or quantity; absent where it is open. */
  low?: string;
  /** The best case of a ratio or quantity; absent where it is open. */
  high?: string;
  /** What a mean is of. */
  parts?: Tally[];
  /** The answer of a measure that is yes or no. */
  answer?: "yes" | "no" | "unknown";
  /** The day, of a measure that is a day. */
  date?: string;
  /** The word, where the measure is one of several words. */
  category?: string;
  /** Values, each on a day. */
  series?: Dated[];
  /** Set where the measure does not apply. */
  notApplicable?: boolean;
  /** Set where nothing is known of the measure. */
  missing?: boolean;
  /** The day on which a single value was found; absent where that is not known. */
  on?: string;
}

/** A stretch of days that comes back every year, both ends included, such as the months in which an assessment is given. It may run over the turn of the year. */
export interface Window {
  /** Names the window within a schedule, such as "fall". */
  id: string;
  /** The first day, as month and day. */
  from: string;
  /** The last day, as month and day; before the first one where the window runs over the turn of the year. */
  to: string;
  /** Says where the window is stated. */
  source?: Source;
}

/** The type of each document by its kind. */
export interface Documents {
  actionPlan: ActionPlan;
  administration: Administration;
  cases: Cases;
  coachingCircumstances: CoachingCircumstances;
  coachingData: CoachingData;
  coachingPeople: CoachingPeople;
  coachingPlans: CoachingPlans;
  coachingSystem: CoachingSystem;
  communication: Communication;
  completion: Completion;
  contact: Contact;
  coordinators: Coordinators;
  crosswalk: Crosswalk;
  definition: Definition;
  deliveryModels: DeliveryModels;
  ditSeries: DitSeries;
  dosages: Dosages;
  equated: Equated;
  equating: Equating;
  evidence: Evidence;
  fidelityPolicy: FidelityPolicy;
  fidelityReport: FidelityReport;
  hexagon: Hexagon;
  initiativeInventory: InitiativeInventory;
  installationChecklist: InstallationChecklist;
  labels: Labels;
  layout: Layout;
  learningSeries: LearningSeries;
  meeting: Meeting;
  meetingPolicy: MeetingPolicy;
  meetings: Meetings;
  observation: Observation;
  observations: Observations;
  outcomes: Outcomes;
  ownership: Ownership;
  practitioners: Practitioners;
  profile: Profile;
  protocol: Protocol;
  readiness: Readiness;
  result: Result;
  review: Review;
  rollup: Rollup;
  rollupState: RollupState;
  ruleSet: RuleSet;
  scaleUp: ScaleUp;
  schedule: Schedule;
  stageAssessment: StageAssessment;
  stageHistory: StageHistory;
  stageModel: StageModel;
  teams: Teams;
  trend: Trend;
  unitProfile: UnitProfile;
  units: Units;
  words: Words;
}

/** The kind of a document. */
export type Kind = keyof Documents;

/** A document of any kind. */
export type AnyDocument = Documents[Kind];
