// Made from the JSON Schema of the same name; change nothing here.

/** The texts of a form in one language. A host supplies them: they may hold an instrument's own wording under the host's license, which this library never stores. */
export interface Labels {
  /** The kind of document. */
  kind: "labels";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** What the labels are for. */
  instrument: InstrumentRef;
  /** The language, such as "en" or "es-US". */
  language: string;
  /** The title of the form. */
  title?: string;
  /** The texts of items by their ids. */
  items?: { [key: string]: string };
  /** Texts that explain items, by their ids. */
  help?: { [key: string]: string };
  /** The texts of subscales by their ids. */
  groups?: { [key: string]: string };
  /** The texts of scores; those of a scale by the scale's id and the score, as in "amount/2". */
  scores?: { [key: string]: string };
  /** The text for an item that is not scored, shown while it is left blank. */
  notScored?: string;
  /** The texts of the other members, such as "date" and "unit.kind". */
  fields?: { [key: string]: string };
  /** The texts of problems, by the template of the message or by its code, with {0}, {1} and so on where the template has them. */
  messages?: { [key: string]: string };
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Names a definition. */
export interface InstrumentRef {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
}
