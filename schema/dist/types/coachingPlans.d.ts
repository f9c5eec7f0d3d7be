// Made from the JSON Schema of the same name; change nothing here.

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
