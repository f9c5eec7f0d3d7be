// Made from the JSON Schema of the same name; change nothing here.

/** Hexagon is a team's ratings of an innovation in one of the forms. It may be incomplete. */
export interface Hexagon {
  /** names what the document is */
  kind: "hexagon";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** form is the year of the form. 2013 rates need, fit, resources, evidence, replication and capacity, and has a total. 2018 rates evidence, supports, usability, need, fit and capacity, has no total, and ends in a recommendation. Ratings in one say nothing about the other. */
  form: "2013" | "2018";
  /** unit is whose team rates. Descriptive only. */
  unit: Unit;
  /** innovation is what is rated. Descriptive only. */
  innovation: string;
  /** date is the day of the ratings. Descriptive only. */
  date: string;
  /** ratings are the ratings, one of each indicator. */
  ratings: ReadinessIndicatorRating[];
  /** recommendation is what the team recommends in the form of 2018: adopt, replicate or deImplement; absent while it recommends nothing. */
  recommendation?: "adopt" | "replicate" | "deImplement";
}

/** IndicatorRating is the rating of one indicator. */
export interface ReadinessIndicatorRating {
  /** indicator is one of the form's. */
  indicator: "need" | "fit" | "resources" | "evidence" | "replication" | "capacity" | "supports" | "usability";
  /** rating is the rating from 1, low, to 5, high; absent means that it is not rated yet. */
  rating?: number;
  /** gap is what is still to be found out. Shown while there is no rating. */
  gap?: string;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
