// The files that were dropped or chosen, with their names in their folders.
import type { InputFile } from "@openmtss/engine";
import type { Unit } from "@openmtss/schemas";

/** A file of documents that has been read. */
export type Read = InputFile & { data: Uint8Array | string };

export const isRead = (name: string): boolean => /\.(nd)?json$/i.test(name);

/** Reads files; those that hold no documents go by their names alone, and hidden ones are left out. */
export async function contents(files: Iterable<[string, File]>): Promise<Read[]> {
  const out: Read[] = [];
  for (const [name, file] of files) {
    if (name.split("/").some((part) => part.startsWith("."))) continue;
    out.push({ name, data: isRead(name) ? new Uint8Array(await file.arrayBuffer()) : "" });
  }
  return out;
}

export const chosen = (list: FileList): [string, File][] => [...list].map((file) => [file.webkitRelativePath || file.name, file]);

/** The files of a drop, those in its folders too. */
export async function dropped(transfer: DataTransfer): Promise<[string, File][]> {
  // The list is emptied once the event is over.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((e): e is FileSystemEntry => e !== null);
  if (entries.length === 0) return chosen(transfer.files);
  return (await Promise.all(entries.map(inside))).flat();
}

async function inside(entry: FileSystemEntry): Promise<[string, File][]> {
  if (entry.isFile) {
    const file = await new Promise<File>((good, bad) => (entry as FileSystemFileEntry).file(good, bad));
    return [[entry.fullPath.replace(/^\//, ""), file]];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader(), all: [string, File][] = [];
  for (;;) { // some hundred entries at a time
    const some = await new Promise<FileSystemEntry[]>((good, bad) => reader.readEntries(good, bad));
    if (some.length === 0) return all;
    all.push(...(await Promise.all(some.map(inside))).flat());
  }
}

/** The units that the documents speak of, with the names that words among them give. */
export function units(files: readonly Read[]): (Unit & { name: string })[] {
  const found = new Map<string, Unit>(), names = new Map<string, string>();
  const take = (unit: unknown) => {
    const u = unit as Partial<Unit> | null | undefined;
    if (typeof u?.id === "string" && typeof u.kind === "string") found.set(u.id, { id: u.id, kind: u.kind });
  };
  for (const { name, data } of files) {
    if (!isRead(name)) continue;
    const text = typeof data === "string" ? data : new TextDecoder().decode(data);
    for (const one of /\.ndjson$/i.test(name) ? text.split("\n") : [text]) {
      let document;
      try {
        document = JSON.parse(one);
      } catch {
        continue; // the report says so
      }
      take(document?.unit);
      if (document?.kind === "units" && Array.isArray(document.units)) document.units.forEach(take);
      if (document?.kind === "words") for (const [key, word] of Object.entries(document.words ?? {})) if (key.startsWith("unit/")) names.set(key.slice(5), String(word));
    }
  }
  return [...found.values()].map((u) => ({ ...u, name: names.get(u.id) ?? u.id })).sort((a, b) => a.name.localeCompare(b.name));
}
