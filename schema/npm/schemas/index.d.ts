import type { Kind, Labels } from "./types/index.js";

export * from "./types/index.js";

/** The kinds of documents. */
export declare const kinds: readonly Kind[];

/** What a validator found; the errors of Ajv have this form. */
export interface ValidationError {
  /** A JSON Pointer to what is wrong. */
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}

/** A validator of one kind of document. The errors of the last call stay on it. */
export interface Validator<T> {
  (value: unknown): value is T;
  errors?: ValidationError[] | null;
}

/** What the library found wrong with a document. */
export interface Problem {
  /** A JSON Pointer to what is wrong; "" for the document as a whole. */
  path: string;
  /** The stable name of what is wrong. */
  code: string;
  /** Says it in English. */
  message: string;
  /** The message with {0}, {1} and so on in place of what is particular. */
  template?: string;
  /** Fill in the places of the template. */
  params?: string[];
  /** The line of the input, from 1; 0 for the input as a whole. */
  line?: number;
}

/** Messages at the fields of a form, as react-jsonschema-form takes them for extraErrors. */
export interface FieldErrors {
  __errors?: string[];
  [field: string]: FieldErrors | string[] | undefined;
}

/** Puts what the library or a validator found at the fields of a form, with the messages of a document of kind labels. Of errors with one cause, one is shown. */
export declare function fieldErrors(found: readonly (Problem | ValidationError)[], messages?: Record<string, string>): FieldErrors;

/** Says what the library, Ajv, react-jsonschema-form or JSON Forms found, with the messages of a document of kind labels: by the template, the code or the keyword. In plain English where they have none. */
export declare function message(found: Problem | { keyword?: string; name?: string; params?: unknown; message?: string }, messages?: Record<string, string>): string;

/** The buttons and messages of labels as props of a Form of react-jsonschema-form. */
export declare function rjsfTexts(labels: Pick<Labels, "buttons" | "messages">): {
  transformErrors<E extends { name?: string; message?: string; params?: unknown }>(errors: E[]): E[];
  translateString(text: string, params?: string[]): string;
};

/** The buttons and messages of labels as the i18n of JsonForms. */
export declare function jsonFormsTexts(labels: Pick<Labels, "language" | "buttons" | "messages">): {
  locale: string;
  translate(key: string, text?: string, context?: unknown): string;
  translateError(error: { keyword: string; params: Record<string, unknown>; message?: string }): string;
};

/**
 * A form as JSON Forms can fill it in, which reads dots and brackets in the name of a member
 * as a path: other signs stand in their place. Give `data` of a document to JsonForms, and
 * take `document` of what its onChange brings.
 */
export declare function jsonFormsForm<S extends object, L extends object>(schema: S, layout: L): {
  schema: S;
  uischema: L;
  data<D>(document: D): D;
  document<D>(data: D): D;
};
