// Made from the JSON Schema of the same name; change nothing here.

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
