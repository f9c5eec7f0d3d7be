import type { Administration, Completion, Definition, Documents, Kind, Notice, UnitProfile, Problem, Result, Unit } from "@openmtss/schemas";

/** How to score. */
export interface ScoreOptions {
  /** What unanswered items count as: "unknown", "exclude", "zero" or "prorate 80%"; the definition's own way if not given. */
  missing?: string;
}

/** A file of documents: one in a .json, one a line in a .ndjson. Other files are named as not read. */
export interface InputFile {
  /** Its name, with folders if it is in some. */
  name: string;
  /** What is in it, as bytes, as text, or as a file yet to be read. */
  data: Uint8Array | ArrayBuffer | Blob | string;
}

/** What a report is asked for. */
export interface ReportOptions {
  /** The units, several to compare them; the single one at the top of the documents if not given. */
  units?: { id: string; kind?: Unit["kind"] }[];
  /** The day, as YYYY-MM-DD; the latest of the documents if not given. */
  on?: string;
  /** The day by which documents are to be known, as YYYY-MM-DD: what was recorded after it does not count. Whatever is known if not given. */
  known?: string;
}

/** What is wrong in one file; "" is all of them together. */
export interface FileProblem extends Problem {
  file: string;
}

/** A report. */
export interface Report {
  /** What it says, a document for each unit. */
  profiles: UnitProfile[];
  /** It as one HTML file that needs nothing else; "" if a unit could not be reported on. */
  page: string;
  problems: FileProblem[];
}

/**
 * The library, in a worker. Documents are values or their JSON. What is wrong with a document
 * comes back as problems. A call rejects if the engine could not be loaded, and with a TypeError
 * that names the argument if that is not JSON, such as undefined, NaN, a Map or a promise.
 */
export interface Engine {
  /** Takes a definition, a completion of one, or an adopter's profile, for all later calls. No problems: it was taken. */
  use(document: Definition | Completion | Documents["profile"] | string): Promise<Problem[]>;
  /** Returns a definition by ID@VERSION as it is used, completions and profiles in it. */
  definition(name: string): Promise<Definition>;
  /** Scores one administration; the result is null if there are problems. */
  score(administration: Administration | string, options?: ScoreOptions): Promise<{ result: Result | null; problems: Problem[] }>;
  /** Scores administrations, one a line, each by itself; the lines of results are those of the command, to the byte. */
  scoreLines(lines: string, options?: ScoreOptions): Promise<{ lines: string; problems: Problem[] }>;
  /** Says in sentences what score finds; findings are those of criteria, each with the template and the params to say it in another language, and the criterion's id as subject. */
  explain(administration: Administration | string, options?: ScoreOptions): Promise<{ sentences: string[]; findings: Notice[]; problems: Problem[] }>;
  /** Checks a document all the way, beyond what its schema says. Kinds that scoring does not need load a second, larger file. */
  check<K extends Kind>(kind: K, document: Documents[K] | string): Promise<Problem[]>;
  /** Makes the report of a district of its documents, as texts or as the files of an input or a drop; words among them translate it. Bad documents are told and the others used. Loads the largest file. */
  report(files: ArrayLike<InputFile | File>, options?: ReportOptions): Promise<Report>;
  /** Ends the worker. */
  close(): void;
}

/** Starts an engine. In a browser it runs in a worker, which may be given; in Node in the thread of the caller. */
export declare function createEngine(options?: { worker?: Worker }): Engine;
