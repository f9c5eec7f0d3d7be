// Made from the JSON Schema of the same name; change nothing here.

/** Labels are the texts of a form in one language. A host supplies them: they may hold an instrument's own wording under the host's license, which this library never stores. The zero value leaves ids and short labels as they are. */
export interface Labels {
  /** names what the document is */
  kind: "labels";
  /** is the version of the schema */
  schemaVersion: 1;
  /** instrument is what the labels are for. */
  instrument: InstrumentRef;
  /** language is the language, such as "en" or "es-US". */
  language: string;
  /** title is the title of the form. */
  title?: string;
  /** items are the texts of items by their ids. */
  items?: { [key: string]: string };
  /** help are texts that explain items, by their ids. */
  help?: { [key: string]: string };
  /** groups are the texts of subscales by their ids. */
  groups?: { [key: string]: string };
  /** scores are the texts of scores; those of a scale by the scale's id and the score, as in "amount/2". */
  scores?: { [key: string]: string };
  /** notScored is the text for an item that was asked and not scored. */
  notScored?: string;
  /** fields are the texts of the other members, such as "date" and "unit.kind". */
  fields?: { [key: string]: string };
  /** messages are the texts of problems, by the template of the message or by its code, with {0}, {1} and so on where the template has them. */
  messages?: { [key: string]: string };
}

/** Ref names a definition. */
export interface InstrumentRef {
  /** id is the instrument's id. */
  id: string;
  /** version is its version. */
  version: string;
}
