// Made from the JSON Schema of the same name; change nothing here.

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

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
