// From answers to the document that the library reads, and what is wrong with them.
import type { Administration, Definition, Unit } from "@openmtss/schemas";
import type { Fields } from "./draft";
import type { Word } from "./words";

/** An answer is a score, "na" for an item that does not apply, or absent. */
export const answer = (item: string): string => `r/${item}`;

/** What stands for an id in the address and in the page, where a page of the form has no such name. */
export const slug = (id: string): string =>
  encodeURIComponent(id).replace(/^[aco](?=bout$|heck$|thers$)|^i(?=-)/, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

export interface Mistake {
  field: "date" | "unit" | "role" | "trained";
  word: Word;
}

export function mistakes(fields: Fields, units: Unit[]): Mistake[] {
  const found: Mistake[] = [];
  if (!fields.date) found.push({ field: "date", word: "noDate" });
  else if (fields.date > today()) found.push({ field: "date", word: "future" });
  if (!units.some((u) => `${u.kind}/${u.id}` === fields.unit)) found.push({ field: "unit", word: "noUnit" });
  if (fields.trained && !fields.role?.trim()) found.push({ field: "role", word: "noRole" });
  if (fields.trained && fields.date && fields.trained > fields.date) found.push({ field: "trained", word: "trainedLate" });
  return found;
}

/** Makes the administration. For the score so far, a unit and a day stand in for those not filled in. */
export function administration(definition: Definition, fields: Fields, live: boolean): Administration {
  const [kind, id] = (fields.unit ?? "").split(/\/(.*)/s);
  const unit = kind && id ? { id, kind: kind as Unit["kind"] } : live ? { id: "draft", kind: definition.unitKinds?.[0] ?? "school" } : { id: "", kind: "school" as const };
  const a: Administration = {
    kind: "administration", schemaVersion: 1, instrument: { id: definition.id, version: definition.version },
    unit, date: fields.date && (!live || fields.date <= today()) ? fields.date : live ? today() : "", responses: {},
  };
  const notApplicable: string[] = [], scored: [string, number | null][] = [];
  for (const item of definition.items) {
    const value = fields[answer(item.id)];
    if (value === "na") notApplicable.push(item.id);
    else scored.push([item.id, value === undefined ? null : Number(value)]);
  }
  a.responses = Object.fromEntries(scored); // an item may be named __proto__
  if (notApplicable.length > 0) a.notApplicable = notApplicable;
  if (!live && fields.role?.trim()) a.administeredBy = { role: fields.role.trim(), ...(fields.trained ? { trainedOn: fields.trained } : {}) };
  return a;
}

export interface Part {
  /** The subscale's. */
  id: string;
  /** What stands for it in the address and in the page. */
  page: string;
  label: string;
  items: Definition["items"];
}

/** The pages of a form: a subscale each, and one for the items that are in none. */
export function parts(definition: Definition, groups: Record<string, string> | undefined, others: string): Part[] {
  const of = new Map(definition.items.map((item) => [item.id, item]));
  const all: Part[] = [];
  for (const subscale of definition.subscales ?? []) {
    const items = (subscale.items ?? []).flatMap((id) => {
      const item = of.get(id);
      return item && of.delete(id) ? [item] : [];
    });
    const label = groups?.[subscale.id] ?? subscale.label ?? subscale.id;
    if (items.length > 0) all.push({ id: subscale.id, page: slug(subscale.id), label: label.charAt(0).toUpperCase() + label.slice(1), items });
  }
  if (of.size > 0) all.push({ id: "others", page: "others", label: others, items: [...of.values()] });
  return all;
}
