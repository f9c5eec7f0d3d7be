// Made from the JSON Schema of the same name; change nothing here.

/** Plans are the service delivery plans of a district. */
export interface CoachingPlans {
  /** names what the document is */
  kind: "coachingPlans";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** plans are the plans. */
  plans: CoachingPlan[];
}

/** Frequency is how much coaching is planned a month, from a month on. */
export interface CoachingFrequency {
  /** from is the first month; the first frequency of a plan begins with the plan. */
  from: string;
  /** level is the level of support. */
  level?: "high" | "moderate" | "low";
  /** contacts are the contacts a month. */
  contacts: number;
  /** minutes are the minutes a month of all contacts; 0 means not planned. */
  minutes?: number;
}

/** Plan is the service delivery plan for one recipient, for some months and one stage of implementation. Concepts, Strategies, Information, Frequency, Preparation and Feedback are the six parts of the published plan; leaving one out is a notice, not an error. */
export interface CoachingPlan {
  /** id names the plan. */
  id: string;
  /** coached is the id of the recipient. */
  coached: string;
  /** coach is the id of the coach. */
  coach: string;
  /** stage is the stage of implementation that the plan is for, such as "installation". */
  stage?: string;
  /** type is the type of coaching; absent means not stated. It tells the plans of a recipient who gets both. */
  type?: "systems" | "instructional";
  /** innovation is the practice or program, or a tier of it. */
  innovation?: string;
  /** from is the first month. */
  from: string;
  /** until is the last month. No two plans for one recipient, coach, innovation and type share a month. Where another coach takes over, the plans of both have the month in which that happens, and it counts once. */
  until: string;
  /** concepts are what coaching is to address. */
  concepts?: string[];
  /** strategies are the continuum of coaching strategies, from the most support to the least. */
  strategies?: string[];
  /** information are the types of information by which effectiveness is judged. */
  information?: string[];
  /** frequency says how much is planned from which month on, in the order of the months. */
  frequency?: CoachingFrequency[];
  /** preparation is how the coach prepares. */
  preparation?: string;
  /** feedback is how feedback is given. */
  feedback?: string;
  /** context is the local context that the plan takes into account. */
  context?: string;
}
