// The report of the documents that are dropped here, made on this device.
import { createEngine, type FileProblem, type Report } from "@openmtss/engine";
import { download, h, icon, marks } from "./dom";
import { chosen, contents, dropped, isRead, units, type Read } from "./files";
import { languages, words, type Language, type Word } from "./words";

const root = document.getElementById("report")!;
const engine = createEngine();
const storedLanguage = "mtss-form-language";

let language: Language = "en";
let t = words(language);
let files: Read[] = [];
let unit = "", on = "", known = "";
let report: Report | null = null;
let failed = "";
let asked = 0;

try {
  if (localStorage.getItem(storedLanguage) === "es") language = "es";
} catch { /* then English it is */ }

const by = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

async function add(more: Iterable<[string, File]>): Promise<void> {
  const read = await contents(more), names = new Set(read.map((f) => f.name));
  files = [...files.filter((f) => !names.has(f.name)), ...read].sort((a, b) => (a.name < b.name ? -1 : 1));
  await make();
}

/** Asks for the report of the files, and draws what comes back last. */
async function make(): Promise<void> {
  const mine = ++asked, one = units(files).find((u) => `${u.kind}/${u.id}` === unit);
  if (!one) unit = "";
  report = null;
  failed = "";
  draw();
  if (files.length === 0) return;
  try {
    const made = await engine.report(files, { on, known, units: one ? [{ id: one.id, kind: one.kind }] : [] });
    if (mine === asked) report = made;
  } catch (err) {
    if (mine === asked) failed = err instanceof Error ? err.message : String(err);
  }
  if (mine === asked) draw();
}

function show(): void {
  t = words(language);
  document.documentElement.lang = languages[language].tag;
  document.title = t("reportTitle");
  const choose = (l: Language) => () => {
    language = l;
    try { localStorage.setItem(storedLanguage, l); } catch { /* for this page alone */ }
    show();
    by(`lang-${l}`).focus();
  };
  const pick = (id: string, word: Word, folder: boolean) => {
    const input = h("input", { type: "file", id, hidden: true, multiple: true, webkitdirectory: folder, accept: folder ? undefined : ".json,.ndjson",
      change: () => { void add(chosen(input.files!)).then(() => { input.value = ""; }); } });
    return [input, h("button", { type: "button", class: folder ? "btn sec" : "btn", click: () => input.click() }, t(word))];
  };
  root.replaceChildren(marks(), h("div", { class: "wrap" },
    h("header", { class: "top" },
      h("p", { class: "over" }, t("reportOver")),
      h("div", { class: "lang", role: "group", "aria-label": t("language") }, ...(Object.keys(languages) as Language[]).map((l) =>
        h("button", { type: "button", id: `lang-${l}`, lang: l, "aria-pressed": String(l === language), click: choose(l) }, languages[l].name))),
      h("h1", {}, t("reportTitle"))),
    h("main", { class: "page rep", id: "main" },
      h("section", { class: "drop", id: "drop", "aria-labelledby": "h-drop" }, h("h2", { id: "h-drop" }, t("dropTitle")), h("p", { class: "hint" }, t("dropText")),
        h("div", { class: "btns" }, ...pick("files", "chooseFiles", false), ...pick("folder", "chooseFolder", true))),
      h("div", { id: "state", role: "status", class: "s" }),
      h("div", { id: "choices" }), h("div", { id: "problems" }), h("div", { id: "drawn" })),
    h("footer", { class: "foot s mu" }, h("p", {}, t("reportKept"), " ", h("span", { id: "offline" })), h("p", {}, h("a", { href: "./" }, t("toForm"))))));
  draw();
  offline();
}

function draw(): void {
  by("state").textContent = failed ? t("reportFailed", failed) : files.length === 0 ? "" : report ? t("reportMade", files.filter((f) => isRead(f.name)).length) : t("reportMaking");
  drawChoices();
  by("problems").replaceChildren(...(report && report.problems.length > 0 ? [drawProblems(report.problems)] : []));
  if (!report) by("drawn").replaceChildren();
  else drawReport(report);
}

function drawChoices(): void {
  const at = document.activeElement?.id;
  if (files.length === 0) {
    by("choices").replaceChildren();
    return;
  }
  const select = h("select", { id: "unit", change: () => { unit = select.value; void make(); } }, h("option", { value: "" }, t("topUnit")),
    ...units(files).map((u) => h("option", { value: `${u.kind}/${u.id}` }, u.name)));
  select.value = unit;
  const day = (id: string, value: string, take: (value: string) => void) => {
    const input = h("input", { type: "date", id, value, change: () => { if (!input.validity.badInput) { take(input.value); void make(); } } });
    return input;
  };
  const field = (id: string, label: Word, hint: Word, input: HTMLElement) =>
    h("div", { class: "field" }, h("label", { for: id }, t(label), " ", h("span", { class: "mu" }, t(hint))), input);
  by("choices").replaceChildren(
    h("div", { class: "two" },
      h("div", { class: "field" }, h("label", { for: "unit" }, t("reportUnit")), select),
      field("on", "reportOn", "reportOnHint", day("on", on, (value) => { on = value; })),
      field("known", "reportKnown", "reportKnownHint", day("known", known, (value) => { known = value; }))),
    h("details", { class: "working" }, h("summary", {}, t("fileList", files.length)),
      h("ul", {}, ...files.map((f) => h("li", {}, f.name, isRead(f.name) ? "" : h("span", { class: "mu" }, ` ${t("notRead")}`)))),
      h("p", { class: "btns" }, h("button", { type: "button", class: "btn sec", click: () => { files = []; unit = on = known = ""; void make(); by("h-drop").scrollIntoView(); } }, t("forgetFiles")))));
  if (at === "unit" || at === "on" || at === "known") by(at).focus();
}

/** What is wrong, by files; what is wrong with all of them together first. */
function drawProblems(problems: FileProblem[]): HTMLElement {
  const of = new Map<string, FileProblem[]>();
  for (const p of problems) of.set(p.file, [...(of.get(p.file) ?? []), p]);
  const place = (p: FileProblem) => [p.line ? t("line-no", p.line) : "", p.path].filter(Boolean).join(" ");
  return h("section", { class: "summary", id: "sum", "aria-labelledby": "h-sum" }, h("h2", { id: "h-sum" }, icon("not"), " ", t("reportProblems", problems.length)), h("p", { class: "s" }, t("reportProblemsText")),
    ...[...of].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, all]) => h("div", {}, h("h3", {}, file || t("together")),
      h("ul", { lang: "en" }, ...all.map((p) => h("li", {}, place(p) ? h("b", {}, `${place(p)}: `) : "", p.message))))));
}

function drawReport({ page, profiles }: Report): void {
  const [first] = profiles;
  if (!page || !first) {
    by("drawn").replaceChildren();
    return;
  }
  const name = `${first.unit.id}-${first.on}`;
  // The page holds no script, and may run none here; its height is asked for.
  const frame = h("iframe", { title: t("reportTitle"), sandbox: "allow-same-origin allow-modals", srcdoc: page, load: () => {
    const inside = frame.contentDocument!.documentElement;
    const fit = () => { frame.style.height = `${inside.offsetHeight + 2}px`; };
    new ResizeObserver(fit).observe(inside);
    fit();
  } });
  const button = (word: Word, click: () => void) => h("button", { type: "button", class: "btn sec", click }, t(word));
  by("drawn").replaceChildren(
    h("div", { class: "btns" }, button("saveReport", () => download(`${name}.html`, page, "text/html")),
      button("saveProfile", () => download(`${name}.json`, JSON.stringify(first) + "\n")), button("print", () => frame.contentWindow!.print())),
    frame);
}

/** Keeps the engine's part for reports on the device too. */
function offline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.onmessage = () => { by("offline").textContent = t("offline"); };
  void navigator.serviceWorker.ready.then((registration) => registration.active?.postMessage("report"));
}

addEventListener("dragover", (event) => { event.preventDefault(); by("drop").classList.add("over-it"); });
addEventListener("dragleave", (event) => { if (!event.relatedTarget) by("drop").classList.remove("over-it"); });
addEventListener("drop", (event) => {
  event.preventDefault();
  by("drop").classList.remove("over-it");
  if (event.dataTransfer) void dropped(event.dataTransfer).then(add);
});

show();
void engine.report([]).catch(() => {}); // so that it is there when files are
if (import.meta.env.PROD && "serviceWorker" in navigator) navigator.serviceWorker.register("./sw.js").catch(() => {});
