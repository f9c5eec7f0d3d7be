// The form: a page a subscale, the score beside it, and a file at the end.
import type { Engine } from "@openmtss/engine";
import { fieldErrors, type Administration, type Definition, type FieldErrors, type Labels, type Problem, type Result, type ValidationError } from "@openmtss/schemas";
import validate from "@openmtss/schemas/validate/administration";
import { administration, answer, mistakes, parts, slug, today, type Mistake, type Part } from "./document";
import { bar, download, h, icon, marks } from "./dom";
import type { Drafts, Fields } from "./draft";
import * as host from "./host";
import { rows, type Row } from "./score";
import { languages, words, type Language, type Word } from "./words";

const wide = matchMedia("(min-width:62em)");
const storedLanguage = "mtss-form-language";

/** A name of its own for a record; crypto.randomUUID is only there with TLS. */
const newId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

/** What is wrong, a line each: the path of the field and the message. */
const listed = (at: FieldErrors, path = ""): string[] =>
  Object.entries(at).flatMap(([name, v]) => (Array.isArray(v) ? v.map((text) => `${path} ${text}`.trim()) : listed(v ?? {}, `${path}/${name}`)));

/** What the address names after #, as it stands there. */
const address = (): string => location.hash.slice(1);

/** Labels without what JavaScript finds in any object, as an item may be named constructor. */
const bare = (labels: Labels): Labels =>
  JSON.parse(JSON.stringify(labels), (_, v: unknown) => (typeof v === "object" && v !== null && !Array.isArray(v) ? Object.assign(Object.create(null), v) : v)) as Labels;

export class Form {
  private language: Language = "en";
  private t = words("en");
  private fields: Fields;
  private parts: Part[] = [];
  private result: Result | null = null;
  private unavailable = false;
  private asked = 0;
  private shown: Mistake[] | null = null;
  private refused: (Problem | ValidationError)[] = [];
  private announcing: ReturnType<typeof setTimeout> | undefined;
  private readonly units: typeof host.units;
  private readonly texts = { en: bare(host.labels.en), es: bare(host.labels.es) };

  constructor(private readonly root: HTMLElement, private readonly engine: Engine, private readonly definition: Definition, private readonly drafts: Drafts) {
    const kinds: readonly string[] | undefined = definition.unitKinds;
    this.units = host.units.filter((u) => !kinds || kinds.includes(u.kind));
    this.fields = { ...drafts.read().fields };
    try {
      if (localStorage.getItem(storedLanguage) === "es") this.language = "es";
    } catch { /* then English it is */ }
    drafts.watch((draft) => {
      this.fields = { ...draft.fields };
      this.fill();
      this.say(this.t("otherTab"));
    });
    addEventListener("hashchange", () => this.go(true));
    wide.addEventListener("change", () => this.fold());
  }

  /** Builds the page in its language, from the answers. */
  show(): void {
    const t = (this.t = words(this.language));
    this.parts = parts(this.definition, this.labels?.groups, t("others"));
    document.documentElement.lang = languages[this.language].tag;
    document.documentElement.classList.add("js");
    this.root.replaceChildren(
      h("a", { class: "skip", href: "#main", click: (e) => { e.preventDefault(); this.heading().focus(); } }, t("skip")), marks(),
      h("div", { class: "wrap" },
        this.top(), this.steps(),
        h("form", { novalidate: true, autocomplete: "off", submit: (e) => { e.preventDefault(); void this.finish(); }, change: (e) => this.changed(e), input: (e) => this.typed(e), keydown: (e) => this.key(e as KeyboardEvent) },
          h("div", { class: "cols" },
            h("main", { id: "main" }, h("div", { id: "sum" }), this.about(), ...this.parts.map((p, i) => this.part(p, i)), this.check()),
            this.aside())),
        h("p", { role: "status", class: "vh", id: "say" }), this.foot()));
    this.fold();
    this.fill();
    this.go(false);
  }

  private get labels() {
    const labels = this.texts[this.language];
    const of = labels.instrument; // without one, they are of all forms
    return !of || (of.id === this.definition.id && of.version === this.definition.version) ? labels : undefined;
  }

  private button(id: keyof NonNullable<Labels["buttons"]>, word: Word): string { return this.labels?.buttons?.[id] ?? this.t(word); }

  private get title(): string { return this.labels?.title ?? this.definition.title; }

  private by<T extends HTMLElement>(id: string): T { return document.getElementById(id) as T; }

  private top(): HTMLElement {
    const choose = (language: Language) => () => {
      this.language = language;
      try { localStorage.setItem(storedLanguage, language); } catch { /* for this page alone */ }
      this.show();
      this.by(`lang-${language}`).focus();
    };
    return h("header", { class: "top" },
      h("p", { class: "over" }, this.t("over")),
      h("div", { class: "lang", role: "group", "aria-label": this.t("language") }, ...(Object.keys(languages) as Language[]).map((l) =>
        h("button", { type: "button", id: `lang-${l}`, lang: l, "aria-pressed": String(l === this.language), click: choose(l) }, languages[l].name))),
      h("h1", {}, this.title),
      this.labels ? h("p", { class: "note s" }, h("b", {}, this.t("example")), ` ${this.t("exampleText")}`) : false,
      h("div", { id: "older" }));
  }

  private steps(): HTMLElement {
    const step = (id: string, label: string, under: string, narrow = true) =>
      h("li", {}, h("a", { href: `#${id}` }, h("b", {}, label), h("span", { id: `s-${id}`, ...(narrow ? {} : { class: "w" }) }, under)));
    return h("nav", { class: "steps", "aria-label": this.t("steps") }, h("ol", {},
      step("about", this.t("about"), this.t("aboutUnder"), false), ...this.parts.map((p) => step(p.page, p.label, "")), step("check", this.t("check"), this.t("checkUnder"), false)));
  }

  private page(id: string, title: string, intro: string, ...content: (Node | false)[]): HTMLElement {
    return h("section", { class: "page", id: `p-${id}`, "aria-labelledby": `h-${id}` }, h("h2", { id: `h-${id}`, tabindex: "-1" }, title), h("p", { class: "intro" }, intro), ...content);
  }

  private about(): HTMLElement {
    const t = this.t;
    const field = (id: Mistake["field"], label: string, hint: string, optional: boolean, control: HTMLElement) => {
      control.id = id;
      return h("div", { class: "field", id: `f-${id}` },
        h("label", { for: id }, label, optional ? " " : "", optional ? h("span", { class: "mu" }, t("optional")) : ""),
        hint ? h("p", { class: "hint", id: `${id}-h` }, hint) : false, h("p", { class: "err", id: `${id}-e`, hidden: true }), control,
        id === "date" ? h("p", { class: "warnn note s", id: "date-w", hidden: true }) : false);
    };
    return this.page("about", t("aboutTitle"), t("aboutIntro"),
      field("date", t("date"), t("dateHint"), false, h("input", { type: "date", required: true, max: today() })),
      field("unit", t("unit"), "", false, h("select", { required: true }, h("option", { value: "" }, t("choose")), ...this.units.map((u) => h("option", { value: `${u.kind}/${u.id}` }, u.name)))),
      field("role", t("role"), t("roleHint"), true, h("input", { type: "text", maxlength: "200" })),
      field("trained", t("trained"), t("trainedHint"), true, h("input", { type: "date" })),
      h("div", { class: "btns" }, h("button", { type: "submit", class: "btn" }, this.button("next", "next"))));
  }

  private part(part: Part, i: number): HTMLElement {
    const before = this.parts[i - 1]?.page ?? "about";
    return this.page(part.page, part.label, this.t("intro", this.notScored.toLowerCase()), ...part.items.map((item) => this.item(item)),
      h("div", { class: "btns" }, h("a", { class: "btn sec", href: `#${before}` }, this.button("back", "back")),
        h("button", { type: "submit", class: "btn" }, i === this.parts.length - 1 ? this.button("check", "toCheck") : this.button("next", "next"))));
  }

  private get notScored(): string { return this.labels?.notScored ?? this.t("notScored"); }

  private item(item: Definition["items"][number]): HTMLElement {
    const name = answer(item.id), labels = this.labels, help = labels?.help?.[item.id], at = slug(item.id);
    const scores = this.definition.scales.find((s) => s.id === item.scale)?.scores ?? [];
    const option = (value: string, label: string, number: string, quiet: boolean) =>
      h("label", { class: quiet ? "opt none" : "opt" }, h("input", { type: "radio", name, value }), h("span", { class: "lbl", "data-label": label }, label), number ? h("span", { class: "d" }, number) : false);
    const options = scores.map((score) => {
      const anchor = labels?.scores?.[`${item.id}/${score}`] ?? labels?.scores?.[`${item.scale}/${score}`] ?? labels?.scores?.[String(score)];
      return option(String(score), anchor ?? String(score), anchor ? String(score) : "", false);
    });
    if (item.notApplicable) options.push(option("na", this.t("notApplicable"), "", true));
    options.push(option("", this.notScored, "", true));
    return h("fieldset", { class: "item", id: `i-${at}`, ...(help ? { "aria-describedby": `help-${at}` } : {}) },
      h("legend", {}, h("span", { class: "no" }, `${this.t("item")} ${item.id}`), h("span", {}, labels?.items?.[item.id] ?? item.label ?? "")),
      help ? h("p", { class: "hint", id: `help-${at}` }, help) : false,
      h("div", { class: labels?.scores ? "opts anchored" : "opts" }, ...options));
  }

  private check(): HTMLElement {
    const t = this.t, last = this.parts[this.parts.length - 1]?.page ?? "about";
    return this.page("check", t("checkTitle"), t("checkIntro"),
      h("table", { class: "ctab" }, h("thead", {}, h("tr", {}, ...([t("part"), t("scored"), t("points")]).map((w) => h("th", { scope: "col" }, w)))), h("tbody", { id: "rows" })),
      h("div", {}, h("h3", {}, t("openTitle")), h("p", { id: "alls", hidden: true }, t("allScored")), h("ul", { class: "open", id: "open" })),
      h("details", { class: "working", toggle: (e) => { if ((e.currentTarget as HTMLDetailsElement).open) void this.explain(); } },
        h("summary", {}, t("working")), h("p", { class: "hint", id: "working-n" }, t("workingNote")), h("ul", { id: "working", lang: "en" })),
      h("div", { class: "btns" }, h("a", { class: "btn sec", href: `#${last}` }, this.button("back", "back")), h("button", { class: "btn", type: "submit" }, this.button("finish", "finish"))),
      h("p", { id: "done", role: "status" }));
  }

  private aside(): HTMLElement {
    const t = this.t;
    return h("aside", { "aria-labelledby": "so" }, h("details", { class: "live", id: "live", open: true },
      h("summary", {}, h("span", { class: "ttl", id: "so" }, t("soFar")),
        h("span", { class: "big" }, h("b", { id: "ans" }), h("span", { class: "more" }, t("details"))),
        h("span", { id: "prog", class: "prog" }), h("span", { id: "whole" })),
      h("ul", { class: "sub", id: "subs" }),
      h("ul", { class: "key s sec", id: "key" })));
  }

  private foot(): HTMLElement {
    return h("footer", { class: "foot s mu" }, h("p", {}, this.t("aboutIntro"), " ", h("span", { id: "draft" }), " ", h("span", { id: "offline" })),
      h("p", { class: "noprint" }, h("button", { type: "button", class: "btn sec", click: () => this.startOver() }, this.button("startOver", "startOver"))),
      h("p", { class: "noprint" }, h("a", { href: "./report.html" }, this.t("toReport"))),
      h("details", { class: "noprint" }, h("summary", {}, this.t("keys")), h("p", {}, this.t("keysText"))));
  }

  /** Puts the answers into the fields, after they came from elsewhere. */
  private fill(): void {
    for (const field of ["date", "unit", "role", "trained"]) {
      const control = this.by<HTMLInputElement>(field);
      if (control.value !== (this.fields[field] ?? "")) control.value = this.fields[field] ?? "";
    }
    for (const radio of this.root.querySelectorAll<HTMLInputElement>("input[type=radio]")) radio.checked = radio.value === (this.fields[radio.name] ?? "");
    this.remarks();
    this.kept();
    this.others();
    this.live(true);
    if (this.shown) this.showMistakes(mistakes(this.fields, this.units));
  }

  private set(field: string, value: string): void {
    if (value === "") delete this.fields[field];
    else this.fields[field] = value;
    this.drafts.set(field, value);
    this.kept();
  }

  private typed(event: Event): void {
    const control = event.target as HTMLInputElement;
    if (["date", "unit", "role", "trained"].includes(control.id)) this.set(control.id, control.value);
  }

  private changed(event: Event): void {
    const control = event.target as HTMLInputElement;
    if (control.type === "radio") this.set(control.name, control.value);
    else if (control.id) this.set(control.id, control.value);
    this.remarks();
    this.live(false);
    if (this.shown) this.showMistakes(mistakes(this.fields, this.units));
  }

  /** Keys score an item while one of its choices has the focus. */
  private key(event: KeyboardEvent): void {
    const at = event.target as HTMLInputElement;
    if (at.type !== "radio" || event.ctrlKey || event.metaKey || event.altKey) return;
    const value = event.key.toLowerCase() === "n" ? "" : event.key;
    if (value !== "" && !/^\d$/.test(value)) return;
    const to = [...this.root.querySelectorAll<HTMLInputElement>("input[type=radio]")].find((r) => r.name === at.name && r.value === value);
    if (!to) return;
    event.preventDefault();
    to.focus();
    if (!to.checked) to.click();
  }

  private remarks(): void {
    const { date } = this.fields;
    const outside = !!date && date <= today() && !host.windows.some((w) => date >= w.from && date <= w.to);
    const times = host.windows.map((w) => `${w.name[this.language]}, ${this.t("range", this.day(w.from), this.day(w.to))}`).join("; ");
    this.by("date-w").hidden = !outside;
    this.by("date-w").textContent = outside ? this.t("outside", times) : "";
  }

  private day(date: string): string {
    return new Date(`${date}T00:00:00Z`).toLocaleDateString(languages[this.language].tag, { dateStyle: "medium", timeZone: "UTC" });
  }

  private time(iso: string): string {
    return new Date(iso).toLocaleString(languages[this.language].tag, { dateStyle: "medium", timeStyle: "short" });
  }

  private kept(): void {
    const { saved } = this.drafts.read();
    this.by("draft").textContent = !this.drafts.keeps ? this.t("noStore") : saved ? this.t("saved", this.time(saved)) : "";
    if (import.meta.env.PROD && "serviceWorker" in navigator) void navigator.serviceWorker.ready.then(() => { this.by("offline").textContent = this.t("offline"); });
  }

  /** Answers to another version of the form are neither used nor lost. */
  private others(): void {
    this.by("older").replaceChildren(...this.drafts.others().map(({ key, draft }) => {
      const box = h("div", { class: "note s older" }, h("p", {}, this.t("older", this.time(draft.saved))), h("p", { class: "btns" },
        h("button", { type: "button", class: "btn sec", click: () => this.takeOver(draft.fields) }, this.t("take")),
        h("button", { type: "button", class: "btn sec", click: () => download("answers.json", JSON.stringify(draft, null, 2)) }, this.t("keepFile")),
        h("button", { type: "button", class: "btn sec", click: () => { if (confirm(this.t("forgetSure"))) { this.drafts.remove(key); box.remove(); } } }, this.t("forget"))));
      return box;
    }));
  }

  private takeOver(from: Fields): void {
    let taken = 0;
    const all = Object.entries(from);
    for (const [field, value] of all) {
      const radio = [...this.root.querySelectorAll<HTMLInputElement>("input[type=radio]")].some((r) => r.name === field && r.value === value);
      const known = radio || ["date", "role", "trained"].includes(field) || (field === "unit" && this.units.some((u) => `${u.kind}/${u.id}` === value));
      if (!known || (this.fields[field] ?? value) !== value) continue;
      taken++;
      this.set(field, value);
    }
    this.fill();
    this.by("older").prepend(h("p", { class: "note s", role: "status" }, this.t("took", taken, all.length)));
  }

  private startOver(): void {
    if (!confirm(this.t("sure"))) return;
    this.drafts.clear();
    this.fields = {};
    this.shown = null;
    this.refused = [];
    history.pushState(null, "", "#about");
    this.show();
    this.heading().focus();
  }

  /** Counts what is answered at once, and has the engine score it. */
  private live(quiet: boolean): void {
    const t = this.t, done = (p: Part) => p.items.filter((i) => this.fields[answer(i.id)] !== undefined).length;
    const all = this.definition.items.length, answered = this.parts.reduce((n, p) => n + done(p), 0);
    for (const p of this.parts) this.by(`s-${p.page}`).textContent = t("of", done(p), p.items.length);
    this.by("ans").textContent = t("answered", answered, all);
    this.by("prog").replaceChildren(h("progress", { max: String(all), value: String(answered), "aria-hidden": "true" }));
    const open = this.parts.flatMap((p) => p.items).filter((i) => this.fields[answer(i.id)] === undefined);
    this.by("alls").hidden = open.length > 0;
    this.by("open").replaceChildren(...open.map((i) => h("li", {}, h("a", { href: `#i-${slug(i.id)}` }, `${t("item")} ${i.id}`, this.labels?.items?.[i.id] ? `: ${this.labels.items[i.id]}` : ""))));
    this.by("done").textContent = "";
    this.draw();
    void this.rescore(quiet);
  }

  private async rescore(quiet: boolean): Promise<void> {
    const asked = ++this.asked;
    try {
      const { result } = await this.engine.score(administration(this.definition, this.fields, true));
      if (asked !== this.asked) return; // a later answer is on its way
      this.result = result;
      this.unavailable = false;
    } catch {
      this.unavailable = true;
    }
    this.draw();
    const total = this.result && rows(this.result)[0];
    if (!quiet && total) this.say(`${this.by("ans").textContent}. ${this.t("soFar")}: ${this.points(total)}.`);
    if (this.root.querySelector<HTMLDetailsElement>(".working")?.open) void this.explain();
  }

  private points(row: Row): string {
    return this.t("of", row.low === row.high ? row.low : this.t("range", row.low, row.high), row.possible);
  }

  private score(row: Row, label: string): Node[] {
    const percent = (n: number) => (row.possible > 0 ? (100 * n) / row.possible : 0);
    const [low, high] = row.percent ?? ["", ""];
    return [
      h("span", { class: "h" }, h("span", {}, h("b", {}, label), " ", row.id === "total" && low ? h("span", { class: "mu" }, low === high ? `${low}%` : this.t("range", `${low}%`, `${high}%`)) : ""), h("span", { class: "nb" }, this.points(row))),
      bar(percent(row.low), percent(row.high), row.level && percent(row.level.points)),
      ...(row.verdict ? [h("span", { class: `s v v-${row.verdict.icon}` }, icon(row.verdict.icon), h("span", {}, this.t(row.verdict.word, ...row.verdict.params)))] : []),
    ];
  }

  private draw(): void {
    const t = this.t;
    if (this.unavailable || !this.result) {
      this.by("whole").replaceChildren(h("span", { class: "s mu" }, t(this.unavailable ? "noEngine" : "loading")));
      this.by("subs").replaceChildren();
      this.by("key").replaceChildren();
      return;
    }
    const all = rows(this.result), label = (row: Row) => (row.id === "total" ? t("total") : this.labelOf(row.id));
    const [first, ...rest] = all;
    this.by("whole").replaceChildren(...(first ? this.score(first, label(first)) : []));
    this.by("subs").replaceChildren(...rest.map((row) => h("li", {}, ...this.score(row, label(row)))));
    const level = all.find((r) => r.level)?.level;
    const sample = (low: number, high: number, line?: number) => { const svg = bar(low, high, line); svg.setAttribute("width", "44"); if (line !== undefined) svg.querySelectorAll(".track,.known").forEach((e) => e.remove()); return svg; };
    this.by("key").replaceChildren(h("li", {}, sample(100, 100), h("span", {}, t("certain"))), h("li", {}, sample(0, 100), h("span", {}, this.notScored.toLowerCase())),
      ...(level ? [h("li", {}, sample(0, 0, 50), h("span", {}, t("line", level.text)))] : []));
    this.by("rows").replaceChildren(...this.parts.map((p) => {
      const row = all.find((r) => r.id === p.id);
      return h("tr", {}, h("th", { scope: "row" }, p.label), h("td", {}, this.by(`s-${p.page}`).textContent ?? ""), h("td", {}, row ? this.points(row) : ""));
    }), ...(first?.id === "total" ? [h("tr", {}, h("th", { scope: "row" }, t("total")), h("td", {}, (this.by("ans").textContent ?? "").replace(/\s\D+$/, "")), h("td", {}, this.points(first)))] : []));
  }

  private labelOf(id: string): string {
    const label = this.labels?.groups?.[id] ?? this.definition.subscales?.find((s) => s.id === id)?.label ?? id;
    return label.charAt(0).toUpperCase() + label.slice(1);
  }

  private async explain(): Promise<void> {
    const { sentences } = await this.engine.explain(administration(this.definition, this.fields, true));
    this.by("working").replaceChildren(...sentences.slice(1).map((sentence) => h("li", {}, sentence.trim())));
  }

  private say(text: string): void {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => { this.by("say").textContent = text; }, 700);
  }

  private ids(): string[] { return ["about", ...this.parts.map((p) => p.page), "check"]; }

  private current(): string {
    const hash = address();
    const part = hash.startsWith("i-") && this.parts.find((p) => p.items.some((i) => `i-${slug(i.id)}` === hash));
    return part ? part.page : this.ids().includes(hash) ? hash : "about";
  }

  private heading(): HTMLElement { return this.by(`h-${this.current()}`); }

  /** Shows the page that the address names. */
  private go(focus: boolean): void {
    const current = this.current(), hash = address();
    for (const id of this.ids()) {
      this.by(`p-${id}`).classList.toggle("cur", id === current);
      const link = this.root.querySelector(`.steps a[href="#${id}"]`);
      if (id === current) link?.setAttribute("aria-current", "step");
      else link?.removeAttribute("aria-current");
    }
    document.title = `${this.heading().textContent} · ${this.title}`;
    if (!focus) return;
    if (hash.startsWith("i-")) {
      this.by(hash).querySelector<HTMLInputElement>("input:checked")?.focus();
      this.by(hash).scrollIntoView({ block: "center" });
    } else {
      scrollTo(0, 0);
      this.heading().focus({ preventScroll: true });
    }
  }

  private fold(): void {
    const live = this.by<HTMLDetailsElement>("live");
    live.open = wide.matches;
    (live.firstElementChild as HTMLElement).tabIndex = wide.matches ? -1 : 0;
  }

  private showMistakes(found: Mistake[]): void {
    this.shown = found;
    for (const field of ["date", "unit", "role", "trained"] as const) {
      const mistake = found.find((m) => m.field === field), control = this.by(field), message = this.by(`${field}-e`);
      this.by(`f-${field}`).classList.toggle("bad", !!mistake);
      message.hidden = !mistake;
      message.replaceChildren(...(mistake ? [icon("not"), h("span", {}, this.t(mistake.word))] : []));
      if (mistake) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
      const described = [mistake ? `${field}-e` : "", document.getElementById(`${field}-h`) ? `${field}-h` : ""].filter(Boolean).join(" ");
      if (described) control.setAttribute("aria-describedby", described);
      else control.removeAttribute("aria-describedby");
    }
    const to = (field: string) => (event: Event) => { event.preventDefault(); this.at("about"); this.by(field).focus(); };
    const lines = [...found.map((m) => h("li", {}, h("a", { href: `#${m.field}`, click: to(m.field) }, this.t(m.word)))),
      ...listed(fieldErrors(this.refused, this.labels?.messages)).map((line) => h("li", {}, line))];
    this.by("sum").replaceChildren(...(lines.length === 0 ? [] : [h("div", { class: "summary", role: "alert" }, h("h2", { tabindex: "-1" }, this.t("problem")), h("ul", {}, ...lines))]));
  }

  private at(id: string): void {
    if (this.current() === id) return;
    history.pushState(null, "", `#${id}`);
    this.go(false);
  }

  /** Goes on a page, and on the last one saves the file. The first mistake gets the focus. */
  private async finish(): Promise<void> {
    const current = this.current(), found = mistakes(this.fields, this.units);
    if (current !== "check" && current !== "about") {
      location.hash = this.ids()[this.ids().indexOf(current) + 1]!;
      return;
    }
    this.refused = [];
    this.showMistakes(found);
    if (found[0]) {
      this.at("about");
      scrollTo(0, 0);
      this.by(found[0].field).focus({ preventScroll: true });
      this.by(`f-${found[0].field}`).scrollIntoView({ block: "nearest" });
    } else if (current === "about") {
      location.hash = this.ids()[1]!;
    } else {
      await this.save();
    }
  }

  private async save(): Promise<void> {
    const document = administration(this.definition, this.fields, false);
    this.refused = validate(document) ? await this.engine.check("administration", document).catch(() => []) : validate.errors ?? [];
    this.showMistakes([]);
    if (this.refused.length > 0) {
      scrollTo(0, 0);
      this.by("sum").querySelector("h2")?.focus({ preventScroll: true });
      return;
    }
    const { unit, date } = document, name = `${this.definition.id}-${this.definition.version}-${unit.id}-${date}.json`;
    const named = this.named(document);
    download(name, JSON.stringify(named, null, 2) + "\n");
    this.by("done").textContent = `${this.t("fileSaved", name)}${named.supersedes ? ` ${this.t("fileCorrects")}` : ""}`;
  }

  /**
   * Gives the document its id: the same for the same content, and another that corrects the
   * unit's file saved before where it changed. Of another day, it may be another session.
   */
  private named(document: Administration): Administration {
    const { date } = document, unit = `${document.unit.kind}/${document.unit.id}`;
    const content = JSON.stringify(document), before = this.drafts.read().files?.[unit];
    if (before?.content === content) return { ...document, id: before.id };
    const id = newId(), corrects = before && (before.date === date || confirm(this.t("corrects", this.day(before.date), this.day(date))));
    this.drafts.setFile(unit, { id, date, content });
    return { ...document, id, ...(corrects ? { supersedes: before.id } : {}) };
  }
}
