// Made from the JSON Schema of the same name; change nothing here.

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

/** The rating of one indicator. */
export interface ReadinessIndicatorRating {
  /** Which indicator of the form is rated. */
  indicator: "need" | "fit" | "resources" | "evidence" | "replication" | "capacity" | "supports" | "usability";
  /** The rating from 1, low, to 5, high; absent means that it is not rated yet. */
  rating?: number;
  /** What is still to be found out. Shown while there is no rating. */
  gap?: string;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
