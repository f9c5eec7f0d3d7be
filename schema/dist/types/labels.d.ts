// Made from the JSON Schema of the same name; change nothing here.

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

/** Names a definition. */
export interface InstrumentRef {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
}
