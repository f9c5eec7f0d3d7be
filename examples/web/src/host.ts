// What a host puts here is its own: which instrument, what its copy says that the
// definition lacks, its texts in its languages, and the units that it knows.
import type { Completion, Labels, Unit } from "@openmtss/schemas";
import completion from "../data/completion.json";
import english from "../data/labels-en.json";
import spanish from "../data/labels-es.json";

/** The instrument, as ID@VERSION; the address may ask for another one that ships. */
export const instrument = "dca@7.7";

/** What the host's copies of instruments say and the definitions lack. */
export const completions = [completion as Completion];

/** The texts of the form, for each of its languages. They are placeholders. */
export const labels = { en: english, es: spanish } as unknown as { en: Labels; es: Labels };

/** The units that may be chosen, with names that stay in this page: documents carry ids. */
export const units: (Unit & { name: string })[] = [
  { id: "d-0017", kind: "district", name: "Larch Hollow School District" },
  { id: "d-0018", kind: "district", name: "Sumac Falls School District" },
  { id: "s-0201", kind: "school", name: "Larch Hollow Elementary School" },
  { id: "p-0301", kind: "program", name: "Larch Hollow Early Childhood Program" },
];

/** When sessions are held; a date outside is allowed, with a remark. */
export const windows = [
  { from: "2026-01-01", to: "2026-02-28", name: { en: "winter", es: "de invierno" } },
  { from: "2026-08-01", to: "2026-09-30", name: { en: "fall", es: "de otoño" } },
];
