// The answers on this device. Each change is written by itself into what is kept at
// that moment, so that two tabs never undo each other's answers.
export type Fields = Record<string, string>;

export interface Draft {
  saved: string;
  fields: Fields;
  /** What was last saved as a file of each unit. */
  files?: Record<string, Saved>;
}

/** A document that was saved: its id, the day it is of, and what it said. */
export interface Saved {
  id: string;
  date: string;
  content: string;
}

const prefix = "mtss-form:";

function parse(text: string | null): Draft | null {
  try {
    const draft = JSON.parse(text ?? "null");
    if (typeof draft?.fields !== "object" || draft.fields === null) return null;
    draft.fields = Object.fromEntries(Object.entries(draft.fields).filter(([, value]) => typeof value === "string"));
    return draft;
  } catch {
    return null;
  }
}

export class Drafts {
  private memory: Draft = { saved: "", fields: {} };
  private readonly key: string;
  /** Whether the browser keeps anything. */
  keeps = true;

  /** Form names the instrument; version tells its items and scores from those of other versions. */
  constructor(private readonly form: string, version: string) {
    this.key = `${prefix}${form}:${version}`;
    this.memory = this.read();
  }

  read(): Draft {
    try {
      return parse(localStorage.getItem(this.key)) ?? { saved: "", fields: {} };
    } catch {
      this.keeps = false;
      return this.memory;
    }
  }

  private write(change: (draft: Draft) => void): void {
    const draft = this.read();
    change(draft);
    draft.saved = new Date().toISOString();
    this.memory = draft;
    try {
      localStorage.setItem(this.key, JSON.stringify(draft));
      this.keeps = true;
    } catch {
      this.keeps = false;
    }
  }

  set(field: string, value: string): void {
    this.write((draft) => {
      if (value === "") delete draft.fields[field];
      else draft.fields[field] = value;
    });
  }

  setFile(unit: string, file: Saved): void {
    this.write((draft) => { draft.files = { ...draft.files, [unit]: file }; });
  }

  clear(): void {
    this.memory = { saved: "", fields: {} };
    this.remove(this.key);
  }

  /** Calls back when another tab changed the answers. */
  watch(changed: (draft: Draft) => void): void {
    addEventListener("storage", (event) => {
      if (event.key === this.key || event.key === null) {
        this.memory = this.read();
        changed(this.memory);
      }
    });
  }

  /** The answers to other versions of this instrument's form. */
  others(): { key: string; draft: Draft }[] {
    const instrument = `${prefix}${this.form.split("@")[0]}@`;
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(instrument) && key !== this.key).sort()
        .flatMap((key) => {
          const draft = parse(localStorage.getItem(key));
          return draft ? [{ key, draft }] : [];
        });
    } catch {
      return [];
    }
  }

  remove(key: string): void {
    try {
      localStorage.removeItem(key);
    } catch {
      this.keeps = false;
    }
  }
}

/** A short name for a text, so that forms with other items have other drafts. */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
