// Made from the JSON Schema of the same name; change nothing here.

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
